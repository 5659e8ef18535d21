// The custom elements manifest that ships.

import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { DIST } from "./environment.js";

/** The element in it: its attributes, members, events and so on. */
export async function manifestElement() {
  const { modules } = JSON.parse(await readFile(join(DIST, "custom-elements.json"), "utf8"));
  const declarations = modules.flatMap((module) => module.declarations);
  return declarations.find(({ tagName }) => tagName === "licensing-card");
}
