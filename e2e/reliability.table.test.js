// docs/reliability.md says what the tests say.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { elsewhere } from "./reliability/elsewhere.js";
import { DOCUMENT, ROOT } from "./reliability/document.js";
import { groups } from "./reliability/groups.js";
import { render, title } from "./reliability/table.js";

test("docs/reliability.md is what `npm run reliability` writes", async () => {
  assert.equal(await readFile(DOCUMENT, "utf8"), render());
});

test("no two cases have one title, and each says what the card does", () => {
  const titles = groups.flatMap((group) => group.cases.map((_, index) => title(group, index)));
  const faults = titles.map((title) => title.replace(/^[^:]*: /, ""));
  assert.deepEqual(
    faults.filter((fault, index) => faults.indexOf(fault) !== index),
    [],
  );
  for (const { fault, card } of [...groups.flatMap(({ cases }) => cases), ...elsewhere]) {
    assert.ok(fault.length > 2 && card.length > 5, fault);
    assert.doesNotMatch(fault + card, /\n|undefined(?!`)/);
  }
});

test("each test elsewhere that is listed is there", async () => {
  for (const { file, test } of elsewhere) {
    const source = await readFile(new URL(file, ROOT), "utf8");
    const name = file.endsWith(".rs") ? `fn ${test}(` : test;
    assert.ok(source.includes(name), `${file} has no ${test}`);
  }
});
