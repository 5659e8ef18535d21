// A network that is gone, and a page that has its own idea of one.

import assert from "node:assert/strict";

import { look, settles, suite } from "./support/suite.js";

const test = suite();

test("offline is an error of its own, and mends itself on return", async ({
  page,
  open,
  context,
}) => {
  await open("");
  // The WebAssembly is there before the network goes.
  await page.evaluate(() => window.mount({}, { data: [] }));
  await context.setOffline(true);
  await page.evaluate(() => {
    window.card = window.put({ tenant: "2" });
    return window.outcome(window.card);
  });
  const seen = await page.evaluate(() => window.look(window.card));
  assert.deepEqual([seen.state, seen.error.kind, seen.error.status], ["error", "offline", null]);
  assert.ok(seen.notice.includes(seen.error.message));
  await context.setOffline(false);
  await page.waitForFunction(() => window.card.state === "ready");
});

test("a refresh while offline keeps the numbers, and they are renewed on return", async ({
  page,
  open,
  context,
}) => {
  await open('<licensing-card tenant="2"></licensing-card>');
  await settles(page, "ready");
  await context.setOffline(true);
  await page.evaluate(() =>
    document
      .querySelector("licensing-card")
      .refresh()
      .catch(() => {}),
  );
  const { state, error, usage } = await look(page);
  assert.deepEqual([state, error.kind, usage.totals.total.count], ["stale", "offline", 11]);
  await context.setOffline(false);
  await settles(page, "ready");
});

test("a page that has replaced fetch cannot bring the card down", async ({ t, page, open }) => {
  await open("");
  // The WebAssembly is fetched too.
  await page.evaluate(() => window.mount({}, { data: [] }));
  for (const fake of [
    "() => { throw new Error('no') }",
    "() => { throw null }",
    "() => Promise.reject()",
    "() => Promise.reject('no')",
    "() => undefined",
    "() => Promise.resolve()",
    "() => Promise.resolve({ ok: true, status: 200, json: async () => [] })",
    "() => 5",
  ]) {
    await t.test(fake, async () => {
      const { state, error } = await page.evaluate(async (fake) => {
        const original = window.fetch;
        window.fetch = (0, eval)(fake);
        try {
          return await window.mount({ tenant: "2" });
        } finally {
          window.fetch = original;
        }
      }, fake);
      assert.deepEqual([state, error.kind], ["error", "unreachable"]);
    });
  }
  assert.equal((await page.evaluate(() => window.mount({ tenant: "2" }))).state, "ready");
});
