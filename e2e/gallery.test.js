// The card looks and reads as it did: pictures and accessibility trees of cells of the gallery, beside
// those that are kept. After a change that is meant, `cargo xtask gallery` takes them anew.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { compare, kept } from "./gallery/album.js";
import { PICTURES } from "./gallery/pictures.js";
import { openStudio } from "./gallery/studio.js";
import { TREES, keptTree } from "./gallery/trees.js";

let studio;
before(async () => {
  studio = await openStudio();
});
after(() => studio?.close());

for (const picture of PICTURES) {
  test(`${picture.name} looks as it did`, { timeout: 30_000 }, async () => {
    const wrong = compare(picture, await studio.photograph(picture));
    assert.equal(wrong, null, `${wrong}; if that is meant, run \`cargo xtask gallery\``);
  });
}

for (const tree of TREES) {
  test(`${tree.name} reads as it did`, { timeout: 30_000 }, async () => {
    const text = await studio.tree(tree);
    assert.equal(text, keptTree(tree), "if that is meant, run `cargo xtask gallery`");
  });
}

test("each picture is of a cell", () => {
  const own = PICTURES.filter(({ folder }) => !folder).map(({ name }) => name);
  assert.deepEqual(kept().toSorted(), own.toSorted());
});
