// The documents' code, so that what people copy is what is tested.

import { readFile } from "node:fs/promises";

const root = new URL("../../", import.meta.url);

/** A file of the repository. */
export const read = (path) => readFile(new URL(path, root), "utf8");

/** The blocks of code under a heading of a document, by their language: `{ language, code }`. */
export async function blocks(document, heading) {
  const text = `\n${await read(document)}\n## `;
  const at = text.search(new RegExp(`\n#+ ${heading}\n`));
  if (at < 0) throw new Error(`${document} has no heading ${heading}`);
  const part = text.slice(at + 1, text.indexOf("\n#", at + 1 + heading.length));
  return [...part.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(([, language, code]) => ({
    language,
    code,
  }));
}
