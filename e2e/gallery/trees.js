// Cells whose accessibility tree is kept as text, `NAME.yml` in the folder trees: the card as a screen reader presents it to somebody who
// does not see the card.

import { readFileSync, writeFileSync } from "node:fs";

const CELLS = {
  loading: { state: "loading" },
  ready: { state: "ready", limit: "90" },
  stale: { state: "stale" },
  empty: { state: "empty" },
  throttled: { state: "throttled" },
  crashed: { state: "crashed" },
  german: { state: "ready", lang: "de", limit: "60", company: "2" },
};

export const TREES = Object.entries(CELLS).map(([name, cell]) => ({ name, ...cell, width: 768 }));

const place = ({ name }) => new URL(`trees/${name}.yml`, import.meta.url);

export const keptTree = (tree) => readFileSync(place(tree), "utf8");
export const keepTree = (tree, text) => writeFileSync(place(tree), text);
