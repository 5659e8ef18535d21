// A card's stay on the page: moved, removed and put back.

import assert from "node:assert/strict";

import { fired, settles, suite } from "./support/suite.js";

const test = suite();

// The page's container, and the card in it.
const PAGE = (tenant) =>
  `<div id="a"><licensing-card tenant="${tenant}"></licensing-card></div><div id="b"><i></i></div>`;

const MOVES = [
  ["appendChild", "b.appendChild(card)"],
  ["insertBefore", "b.insertBefore(card, b.firstChild)"],
  ["append in the same place", "a.append(card)"],
  [
    "replaceWith a wrapper",
    "const div = document.createElement('div'); card.replaceWith(div); div.append(card)",
  ],
  ["remove and append in one task", "card.remove(); b.append(card)"],
  ["many moves at once", "for (let i = 0; i < 20; i++) { b.append(card); a.append(card) }"],
  ["a move of its container", "b.append(a)"],
  ["moveBefore", "b.moveBefore(card, null)"],
];

test("moving a card keeps its state and makes no further request", async ({
  t,
  page,
  open,
  console,
  tenant,
}) => {
  for (const [what, move] of MOVES) {
    await t.test(what, async () => {
      const company = tenant();
      await console.fault(company, { body: { rows: 4 } });
      await open(PAGE(company));
      await settles(page, "ready");
      const same = await page.evaluate(async (move) => {
        const card = document.querySelector("licensing-card");
        const [a, b] = [document.querySelector("#a"), document.querySelector("#b")];
        const { usage } = card;
        const table = card.shadowRoot.querySelector("table");
        new Function("card", "a", "b", move)(card, a, b);
        const { state } = card;
        // The effects of a removal come now.
        await new Promise((resolve) => setTimeout(resolve));
        const kept = card.usage === usage && card.shadowRoot.querySelector("table") === table;
        return [state, card.state, kept, card.isConnected];
      }, move);
      assert.deepEqual(same, ["ready", "ready", true, true]);
      await page.evaluate(() => document.querySelector("licensing-card").refresh());
      assert.equal((await console.requests(company)).length, 2);
    });
  }
});

test("moving a card keeps its request under way", async ({ page, open, console, tenant }) => {
  const company = tenant();
  await console.fault(company, { body: { rows: 4 }, delayMs: 300 });
  await open(PAGE(company));
  await page.waitForRequest(/tenants/).catch(() => {});
  await page.evaluate(() =>
    document.querySelector("#b").append(document.querySelector("licensing-card")),
  );
  await settles(page, "ready");
  assert.deepEqual(
    (await console.requests(company)).map(({ status }) => status),
    [200],
  );
});

test("removing a card aborts its request; put back, it starts anew", async ({
  page,
  open,
  console,
  tenant,
}) => {
  const company = tenant();
  await console.fault(company, [{ connection: "hang", times: 1 }, { body: { rows: 4 } }]);
  const sent = page.waitForRequest(/tenants/);
  const aborted = page.waitForEvent("requestfailed");
  await open(PAGE(company));
  await sent;
  await fired(page, "usage-loadstart");
  await page.evaluate(() => {
    window.card = document.querySelector("licensing-card");
    window.card.remove();
  });
  assert.match((await aborted).failure().errorText, /ERR_ABORTED/);
  assert.deepEqual(await page.evaluate(() => [window.card.state, window.card.usage]), [
    "idle",
    null,
  ]);
  await page.evaluate(() => document.querySelector("#b").append(window.card));
  await settles(page, "ready");
  assert.deepEqual(
    (await console.requests(company)).map(({ status }) => status),
    [null, 200],
  );
  // Nothing of the first stay is told in the second.
  const events = await fired(page, "usage-load");
  assert.deepEqual(
    events.map(({ name }) => name),
    ["usage-loadstart", "usage-loadstart", "usage-load"],
  );
});

test("a loaded card that is put back loads again", async ({ page, open, console, tenant }) => {
  const company = tenant();
  await console.fault(company, { body: { rows: 4 } });
  await open(PAGE(company));
  await settles(page, "ready");
  const seen = await page.evaluate(async () => {
    const card = document.querySelector("licensing-card");
    card.remove();
    await Promise.resolve();
    const seen = [card.state, card.usage, card.shadowRoot.querySelector("table")];
    document.body.append(card);
    seen.push(card.state);
    await window.outcome(card);
    return [...seen, card.state, card.usage.totals.used.count];
  });
  assert.deepEqual(seen, ["idle", null, null, "loading", "ready", 4]);
  assert.equal((await console.requests(company)).length, 2);
});

test("a card that is gone before it began asks for nothing", async ({
  page,
  open,
  console,
  tenant,
}) => {
  const company = tenant();
  await console.fault(company, { body: { rows: 4 } });
  await open("");
  await page.evaluate(async (tenant) => {
    const card = window.put({ tenant });
    card.remove();
    await window.mount({ tenant: "2" });
  }, company);
  assert.deepEqual(await console.requests(company), []);
});

test("a card can be removed by a listener of any of its events", async ({
  page,
  open,
  console,
  tenant,
}) => {
  const [good, bad] = [tenant(), tenant()];
  await console.fault(good, { body: { rows: 4 } });
  await console.fault(bad, { status: 401 });
  await open("");
  const states = await page.evaluate(
    async ([good, bad]) => {
      const states = [];
      for (const [name, tenant] of [
        ["usage-loadstart", good],
        ["usage-load", good],
        ["usage-error", bad],
        ["usage-auth-required", bad],
      ]) {
        const card = window.put({ tenant });
        await new Promise((resolve) =>
          card.addEventListener(name, () => {
            card.remove();
            setTimeout(resolve);
          }),
        );
        states.push(card.state);
      }
      return states;
    },
    [good, bad],
  );
  assert.deepEqual(states, ["idle", "idle", "idle", "idle"]);
  assert.equal((await page.evaluate((tenant) => window.mount({ tenant }), good)).state, "ready");
});
