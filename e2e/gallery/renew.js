// Takes all pictures and accessibility trees anew: `cargo xtask gallery`.

import { forget, keep, kept } from "./album.js";
import { PICTURES } from "./pictures.js";
import { openStudio } from "./studio.js";
import { TREES, keepTree } from "./trees.js";

const studio = await openStudio();
try {
  for (const picture of PICTURES) await keep(picture, await studio.photograph(picture));
  for (const tree of TREES) keepTree(tree, await studio.tree(tree));
} finally {
  await studio.close();
}
const names = new Set(PICTURES.map(({ name }) => name));
for (const name of kept()) if (!names.has(name)) forget(name);
console.log(`${PICTURES.length} pictures`);
