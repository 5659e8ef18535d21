// Back and forward: a page that the browser has kept meanwhile goes on where it stood.

import assert from "node:assert/strict";

import { CARD, fired, look, settles, suite } from "./support/suite.js";

// Playwright turns this off by default.
const test = suite({ launch: { ignoreDefaultArgs: ["--disable-back-forward-cache"] } });

/** Goes to another page and back, and says whether the first one was kept. */
async function awayAndBack(page, portal) {
  await page.evaluate(() => {
    addEventListener("pageshow", ({ persisted }) => (window.kept = persisted));
  });
  await page.goto(portal.put("/elsewhere.html", "<!doctype html><p>Elsewhere</p>"));
  await page.goBack({ waitUntil: "commit" });
  await settles(page, "ready");
  return page.evaluate(() => window.kept);
}

test("a page that comes back from the cache has its numbers, and loads on", async ({
  page,
  open,
  portal,
  console,
  tenant,
}) => {
  const company = tenant();
  await console.fault(company, { body: { rows: 4 } });
  await open(`<licensing-card tenant="${company}"></licensing-card>`);
  await settles(page, "ready");
  const { usage } = await look(page);
  assert.equal(await awayAndBack(page, portal), true);
  assert.deepEqual((await look(page)).usage, usage);
  assert.equal((await console.requests(company)).length, 1);
  await page.evaluate(() => document.querySelector("licensing-card").refresh());
  assert.equal((await console.requests(company)).length, 2);
  assert.equal((await look(page)).state, "ready");
});

test("a load that was cut off by leaving is made good on return", async ({
  page,
  open,
  portal,
  console,
  tenant,
}) => {
  const company = tenant();
  await console.fault(company, [{ connection: "hang", times: 1 }, { body: { rows: 4 } }]);
  await open(`<licensing-card tenant="${company}" timeout="2"></licensing-card>`);
  await fired(page, "usage-loadstart");
  await awayAndBack(page, portal);
  assert.equal((await look(page)).usage.workloads.length, 4);
});
