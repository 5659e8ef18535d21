// The gallery: every cell of the matrix as a card of its own, below one card with all its attributes.

import "../licensing-card.js";
import {
  LIMITS,
  PAYLOADS,
  STATES,
  THEMES,
  WIDTHS,
  directionOf,
  enter,
  standsAlone,
  titleOf,
} from "./cells.js";
import { LANGUAGES, nameOfLanguage } from "./languages.js";
import { play } from "./playground.js";

const find = (id) => document.getElementById(id);

const ROOMS = {
  states: STATES.map((state) => ({ title: titleOf(state), state })),
  limits: Object.entries(LIMITS).map(([name, limit]) => ({
    title: name === "none" ? "No limit" : `${name.replace("-", " ")}, ${limit}`,
    limit,
  })),
  themes: THEMES.map((theme) => ({ title: theme, theme })),
  languages: Object.keys(LANGUAGES).map((lang) => ({ title: nameOfLanguage(lang), lang, limit: 90 })),
  widths: WIDTHS.map((width) => ({ title: `${width} px`, width, limit: 90 })),
  payloads: Object.entries(PAYLOADS).map(([company, title]) => ({ title, company })),
};

// The choice is kept in the address, so that it survives the reload after each change of code.
const chosen = new URLSearchParams(location.search);
const LIGHTS = ["theme", "lang", "dir"];

function make(tag, properties = {}, ...content) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...content);
  return made;
}

const hung = [];

/** Hangs one cell: its name, and below it the card, or its own document where it needs one. */
function hang(cell) {
  const link = make("a", {}, cell.title);
  const name = make("h3", { id: `cell-${hung.length}` }, link);
  const frame = make("div", { className: cell.width ? "frame whole" : "frame" });
  const { state = "ready" } = cell;
  const alone = standsAlone(state);
  const shown = alone
    ? make("iframe", { title: cell.title, loading: "lazy" })
    : make("licensing-card", { headingLevel: 4 });
  if (cell.limit && !alone) shown.limit = cell.limit;
  if (cell.width) frame.style.setProperty("--width", `${cell.width}px`);
  if (!alone) {
    frame.tabIndex = 0;
    frame.setAttribute("role", "group");
    frame.setAttribute("aria-labelledby", name.id);
  }
  frame.append(shown);
  hung.push({ cell, link, frame, shown });
  return [make("section", {}, name, frame), () => alone || enter(shown, state, cell.company)];
}

/** Puts all cells into the chosen theme, except those with a theme of their own. */
function light() {
  const [theme, lang, dir] = LIGHTS.map((name) => find(name).value);
  document.documentElement.dataset.theme = theme;
  for (const { cell, link, frame, shown } of hung) {
    const mine = { lang: cell.lang ?? lang, theme: cell.theme ?? theme };
    mine.dir = cell.lang ? directionOf(cell.lang) : dir || directionOf(lang);
    const { title, ...logged } = { ...cell, ...mine };
    const given = Object.entries(logged).filter(([, value]) => value ?? false);
    const address = `/gallery/cell.html?${new URLSearchParams(given)}`;
    link.href = address;
    frame.lang = mine.lang;
    frame.dir = mine.dir;
    frame.dataset.theme = mine.theme;
    if (shown.localName === "iframe") {
      if (shown.getAttribute("src") !== address) shown.src = address;
    } else {
      shown.theme = mine.theme;
    }
  }
}

function remember() {
  for (const name of LIGHTS) {
    const { value } = find(name);
    if (value === find(name).options[0].value) chosen.delete(name);
    else chosen.set(name, value);
  }
  const { pathname, hash } = location;
  history.replaceState(null, "", `${pathname}${chosen.size ? `?${chosen}` : ""}${hash}`);
}

find("theme").append(...THEMES.map((theme) => new Option(theme, theme)));
find("lang").append(...Object.keys(LANGUAGES).map((lang) => new Option(nameOfLanguage(lang), lang)));
for (const name of LIGHTS) {
  find(name).value = chosen.get(name) ?? find(name).options[0].value;
  if (find(name).selectedIndex === -1) find(name).selectedIndex = 0;
}
find("lights").addEventListener("input", () => {
  remember();
  light();
});

const entering = [];
for (const [room, cells] of Object.entries(ROOMS)) {
  for (const cell of cells) {
    const [section, entered] = hang(cell);
    document.querySelector(`[data-cells=${room}]`).append(section);
    entering.push(entered);
  }
}
light();
play(find("card"));
for (const entered of entering) await entered();
document.documentElement.dataset.shown = "";
