// The cells that pictures and accessibility trees are kept of.

import { LIMITS, STATES, WIDTHS } from "../../gallery/cells.js";
import { LANGUAGES } from "../../gallery/languages.js";

const WIDTH = 480;
const MAIN = { state: "ready", theme: "light", limit: LIMITS.near };

const states = STATES.flatMap((state) =>
  ["light", "dark"].map((theme) => ({
    ...{ name: `state-${state}-${theme}`, state, theme, width: WIDTH },
    limit: state === "ready" ? LIMITS.near : null,
  })),
);

const limits = Object.entries(LIMITS)
  .filter(([name]) => name !== "none" && name !== "near")
  .map(([name, limit]) => ({ ...MAIN, name: `limit-${name}`, limit, width: WIDTH }));

// Two of the widths are those that all languages are seen at.
const WITH_LANGUAGES = [320, 768];
const widths = WIDTHS.filter((width) => !WITH_LANGUAGES.includes(width)).map((width) => ({
  ...MAIN,
  name: `width-${width}`,
  width,
}));

const languages = Object.keys(LANGUAGES).flatMap((lang) =>
  WITH_LANGUAGES.map((width) => ({ ...MAIN, name: `language-${lang}-${width}`, lang, width })),
);

const payloads = ["2", "6", "16"].map((company) => ({
  ...{ name: `company-${company}`, company, theme: "light", width: WIDTH },
}));

const colours = ["ready", "server", "loading"].map((state) => ({
  ...{ ...MAIN, name: `forced-colors-${state}`, state, width: WIDTH },
  media: { forcedColors: "active" },
}));

const others = [
  { ...MAIN, name: "print", width: 768, media: { media: "print" } },
  { ...MAIN, name: "print-dark", theme: "dark", width: 768, media: { media: "print" } },
  { ...MAIN, name: "right-to-left-dark", lang: "ar", theme: "dark", width: WIDTH },
  {
    ...MAIN,
    name: "auto-in-the-dark",
    theme: "auto",
    width: WIDTH,
    media: { colorScheme: "dark" },
  },
];

// The README's pictures, for screens of today.
const readme = ["light", "dark"].map((theme) => ({
  ...{ ...MAIN, name: `card-${theme}`, theme, width: 768, scale: 2 },
  folder: "docs",
}));

const own = [states, limits, widths, languages, payloads, colours, others].flat();

export const PICTURES = [
  ...own.map((cell) => ({ ...cell, folder: "e2e/gallery/pictures" })),
  ...readme,
];

const TREE = {
  loading: { state: "loading" },
  ready: { state: "ready", limit: "90" },
  stale: { state: "stale" },
  empty: { state: "empty" },
  throttled: { state: "throttled" },
  crashed: { state: "crashed" },
  german: { state: "ready", lang: "de", limit: "60", company: "2" },
};

export const TREES = Object.entries(TREE).map(([name, cell]) => ({ name, ...cell, width: 768 }));
