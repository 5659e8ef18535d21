// The documents' code, so that people copy tested code.

import { readFile } from "node:fs/promises";

const root = new URL("../../", import.meta.url);

/** A file of the repository. */
export const read = (path) => readFile(new URL(path, root), "utf8");

/** All blocks of code of a document, in order: `{ heading, language, code }`. */
export async function fences(document) {
  const found = [];
  let heading = "";
  let open = null;
  for (const line of (await read(document)).split("\n")) {
    const fence = line.match(/^```([\w,]*)$/);
    if (open && fence) {
      found.push(open);
      open = null;
    } else if (open) {
      open.code += `${line}\n`;
    } else if (fence) {
      open = { heading, language: fence[1], code: "" };
    } else {
      heading = line.match(/^#+ (.*)$/)?.[1] ?? heading;
    }
  }
  if (open) throw new Error(`${document}: a block under ${heading} has no end`);
  return found;
}

/** The blocks of code under a heading of a document. */
export async function blocks(document, heading) {
  const found = (await fences(document)).filter((fence) => fence.heading === heading);
  if (!found.length) throw new Error(`${document} has no code under ${heading}`);
  return found;
}

/** The addresses of the headings in a document's text. */
export const anchors = (text) =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]/gu, "")
      .replaceAll(" ", "-"),
  );
