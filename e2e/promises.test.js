// Documents promise nothing that no test shows: each promise in SECURITY.md and each rule in
// docs/reliability.md names its tests, and they are there.

import assert from "node:assert/strict";
import { test } from "node:test";

import { groups, title } from "./reliability/groups.js";
import { read } from "./support/documents.js";

const faults = groups.flatMap(({ title, cases }) => [title, ...cases.map(({ fault }) => fault)]);

/** The rows of a document's tables: a promise, and the tests that show it. */
const promises = (document) =>
  document
    .split("\n")
    .map((line) => line.match(/^\| (.*) \| (`.*) \|$/))
    .filter(Boolean)
    .map(([, promise, tests]) => ({ promise, tests: tests.split("; ") }));

/** Whether a test of this name is there: `` `file` title ``, or `` `cargo xtask test step` ``. */
async function exists(name) {
  const [, place, title] = name.match(/^`(.*?)` ?(.*)$/) ?? [];
  if (!place) return false;
  const step = place.match(/^cargo xtask test (\w+)$/)?.[1];
  if (step) return !title && (await read("xtask/src/test/steps.rs")).includes(`name: "${step}",`);
  if (place === "e2e/reliability.test.js") return faults.includes(title);
  const source = await read(place).catch(() => "");
  if (place.endsWith(".rs")) {
    const attribute = /#\[(wasm_bindgen_)?test\]\s+(async )?fn (\w+)\(/g;
    return [...source.matchAll(attribute)].some(([, , , found]) => found === title);
  }
  return [...source.matchAll(/\btest\(\s*(["`])(.*?)\1/g)].some(([, , found]) => fits(found, title));
}

/** Whether a title is this one, in which `${…}` stands for any text. */
const fits = (found, title) => {
  const [start, ...rest] = found.split(/\$\{.*?\}/);
  const end = rest.at(-1) ?? "";
  return rest.length ? title.startsWith(start) && title.endsWith(end) : found === title;
};

for (const [document, least] of [
  ["SECURITY.md", 25],
  ["docs/reliability.md", 20],
]) {
  test(`${document}: every promise names tests that are there`, async () => {
    const found = promises(await read(document));
    assert.ok(found.length >= least, `${found.length} promises`);
    for (const { promise, tests } of found) {
      for (const name of tests) assert.ok(await exists(name), `no test ${name} for: ${promise}`);
    }
  });
}

test("a test is found by all of its title", async () => {
  for (const [name, expected] of [
    ["`tests/security.rs` what_is_fuzzed_is_what_ships", true],
    ["`tests/security.rs` what_is_fuzzed", false],
    ["`tests/security.rs` locked", false],
    ["`tests/nowhere.rs` a_test", false],
    ["`e2e/promises.test.js` a test is found by all of its title", true],
    ["`e2e/promises.test.js` a test is found by all", false],
    ["`e2e/promises.test.js` SECURITY.md: every promise names tests that are there", true],
    ["`e2e/promises.test.js` SECURITY.md: every promise names tests", false],
    ["`e2e/reliability.test.js` One byte over 16 MiB", true],
    ["`e2e/reliability.test.js` One byte over", false],
    ["`e2e/reliability.test.js` Statuses", true],
    ["`cargo xtask test host`", true],
    ["`cargo xtask test nothing`", false],
    ["the host", false],
  ]) {
    assert.equal(await exists(name), expected, name);
  }
});

test("no two faults have one title, and each says how the card reacts", () => {
  const titles = groups.flatMap((group) => group.cases.map((_, index) => title(group, index)));
  assert.equal(new Set(faults).size, faults.length);
  for (const title of titles) assert.doesNotMatch(title, /\n|undefined(?!`)/);
  for (const { card } of groups.flatMap(({ cases }) => cases)) assert.ok(card.length > 5);
});
