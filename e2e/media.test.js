// Preferences of the system: little motion, own colours.

import assert from "node:assert/strict";

import { FAULTS, FOLDERS, visit } from "./gallery/visit.js";
import { suite } from "./support/suite.js";

const test = suite({ folder: FOLDERS, session: false, flags: ["--faults", FAULTS] });

const moving = (page) =>
  page.evaluate(() => document.querySelector("licensing-card").shadowRoot.getAnimations().length);

test("nothing moves where motion is not wanted", async (given) => {
  const { page } = given;
  for (const [reducedMotion, moves] of [
    ["no-preference", true],
    ["reduce", false],
  ]) {
    await page.emulateMedia({ reducedMotion });
    await visit(given, { state: "loading" });
    assert.equal((await moving(page)) > 0, moves, reducedMotion);
  }
});

test("with forced colours, what colours say is there in another way", async (given) => {
  const { page } = given;
  await page.emulateMedia({ forcedColors: "active" });
  await visit(given, { state: "ready", limit: "60" });
  // The state of the limit is in words, and each measure of a bar has a shape of its own.
  assert.match(await page.locator("[part=card]").innerText(), /over the limit/i);
  const patterns = await page
    .locator("tbody tr:first-child line")
    .evaluateAll((all) => all.map((each) => getComputedStyle(each).strokeDasharray));
  assert.equal(patterns.length, 3);
  assert.equal(new Set(patterns).size, 3, patterns.join());
});
