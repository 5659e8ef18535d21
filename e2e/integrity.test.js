// Files held to their hashes by the page, as docs/embedding.md says it.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { blocks } from "./support/documents.js";
import { DIST } from "./support/environment.js";
import { CARD, settles, suite } from "./support/suite.js";

const test = suite();

const GLUE = "licensing-card_glue.js";
const hashes = JSON.parse(await readFile(join(DIST, "integrity.json"), "utf8"));

// The document's page, with the files at this host's root and the hashes of this build.
const [{ code }] = await blocks("docs/embedding.md", "Subresource integrity");
const head = code
  .replace(/([\w-]+\.js)(\?\d)?": "sha384-…"/g, (_, file, again = "") => `${file}${again}": "${hashes[file]}"`)
  .replace('integrity="sha384-…"', `integrity="${hashes["licensing-card.js"]}"`)
  .replaceAll("/assets/licensing-card/", "/");

/** Has a file come with one byte more, which changes nothing but its hash. */
const altered = (page, file) =>
  page.route(new RegExp(`/${file.replace(/[.?]/g, "\\$&")}$`), async (route) => {
    const response = await route.fetch();
    const more = file.endsWith(".wasm") ? [0, 1, 0] : [10];
    await route.fulfill({ response, body: Buffer.concat([await response.body(), Buffer.from(more)]) });
  });

test("a page that holds the files to their hashes has its card", async ({ page, open, logged }) => {
  assert.equal(head.includes("…"), false, head);
  await open(CARD, { module: "", head });
  await settles(page, "ready");
  assert.deepEqual(logged, []);
});

test("an altered module does not run", async ({ page, open }) => {
  await altered(page, "licensing-card.js");
  const refused = page.waitForEvent("console", (message) => /integrity/.test(message.text()));
  await open(CARD, { module: "", head });
  await refused;
  assert.equal(await page.evaluate(() => customElements.get("licensing-card")), undefined);
});

for (const file of [GLUE, "licensing-card_bg.wasm"]) {
  test(`${file}: altered, it does not run`, async ({ page, open }) => {
    await altered(page, file);
    await open(CARD, { module: "", head });
    await settles(page, "error");
    const { error } = await page.evaluate(() => window.look(document.querySelector("licensing-card")));
    assert.equal(error.kind, "load-failed");
  });
}

test("the WebAssembly is held to its hash on a page that knows none", async ({ page, open }) => {
  await altered(page, "licensing-card_bg.wasm");
  await open(CARD);
  await settles(page, "error");
});

test("trying again is held to the same hash", async ({ page, open }) => {
  for (const [again, outcome] of [
    [`${GLUE}?none`, "ready"],
    [`${GLUE}?1`, "error"],
  ]) {
    await altered(page, again);
    let first = true;
    await page.route(`**/${GLUE}`, (route) =>
      first ? ((first = false), route.fulfill({ status: 503, body: "" })) : route.continue(),
    );
    await open(CARD, { module: "", head });
    await settles(page, "error");
    const card = page.locator("licensing-card");
    const done = card.evaluate((card) => window.outcome(card));
    await card.locator("[part=retry-button]").click();
    assert.equal((await done).state, outcome, again);
    await page.unrouteAll();
  }
});
