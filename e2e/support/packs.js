// The language packs, as far as tests need them: tag, direction, and some of the texts.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { ROOT } from "./environment.js";

const FOLDER = join(ROOT, "languages/packs");

export const PACKS = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".toml"))
  .map((file) => {
    const lines = readFileSync(join(FOLDER, file), "utf8").matchAll(/^(\w+) = (".*")$/gm);
    const texts = Object.fromEntries([...lines].map(([, key, text]) => [key, JSON.parse(text)]));
    return { tag: texts.language, ...texts };
  });

/** The direction that a language is written in, by the CLDR rather than by its pack. */
export function direction(tag) {
  const locale = new Intl.Locale(tag);
  return (locale.getTextInfo?.() ?? locale.textInfo).direction;
}

export const pack = (tag) => PACKS.find((each) => each.tag === tag);
