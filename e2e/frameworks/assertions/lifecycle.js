// Cards that come, go, move and come back.

import assert from "node:assert/strict";

const companies = (page, cards) =>
  page.evaluate((companies) => window.portal.update({ companies }), cards);

/** The keys of the list's cards, in the page's order, by a mark that each was given. */
const marks = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("#companies licensing-card")].map((card) => card.mark ?? null),
  );

/** A list of three, loaded, each marked. */
async function three({ page, tenant, console }) {
  const cards = [];
  for (const key of ["a", "b", "c"]) cards.push({ key, tenant: await tenant() });
  await companies(page, cards);
  await page.waitForFunction(() => {
    const cards = [...document.querySelectorAll("#companies licensing-card")];
    return cards.length === 3 && cards.every(({ state }) => state === "ready");
  });
  await page.evaluate(() =>
    document.querySelectorAll("#companies licensing-card").forEach((card, at) => {
      card.mark = "abc"[at];
    }),
  );
  const requests = async () => {
    const made = await Promise.all(cards.map(({ tenant }) => console.requests(tenant)));
    return made.map(({ length }) => length);
  };
  assert.deepEqual(await requests(), [1, 1, 1]);
  return { cards, requests };
}

export default [
  [
    "a card that comes makes one request",
    async ({ feature, tenant, settles, console }) => {
      const company = await tenant();
      await feature({ tenant: company });
      await settles("ready");
      assert.equal((await console.requests(company)).length, 1);
    },
  ],
  [
    "a card that goes takes its request along, and leaves nothing",
    async ({ page, feature, tenant, console, card }) => {
      const company = await tenant();
      await console.fault(company, { connection: "hang" });
      const sent = page.waitForRequest(/\/tenants\//);
      await feature({ tenant: company });
      await sent;
      const aborted = page.waitForEvent("requestfailed");
      await page.evaluate(() => {
        window.gone = document.querySelector("#featured licensing-card");
        window.portal.update({ featured: null });
      });
      assert.match((await aborted).failure().errorText, /ERR_ABORTED/);
      assert.equal(await card.count(), 0);
      assert.equal(await page.evaluate(() => window.gone.state), "idle");
      assert.deepEqual(await page.evaluate(() => window.portal.reported), []);
    },
  ],
  [
    "a card that comes back loads anew, and is heard",
    async ({ feature, tenant, settles, console, card, page, hears }) => {
      const company = await tenant();
      await feature({ tenant: company, tenantName: "Birchgate" });
      await settles("ready");
      await page.evaluate(() => window.portal.update({ featured: null }));
      await card.waitFor({ state: "detached" });
      await feature({ tenant: company, tenantName: "Birchgate" });
      await settles("ready");
      assert.equal((await console.requests(company)).length, 2);
      assert.equal((await hears(2)).length, 2);
      assert.equal(await card.locator("[part=tenant]").innerText(), "Birchgate");
    },
  ],
  [
    "cards of a list keep their numbers where their order changes, and load nothing",
    async (stage) => {
      const { cards, requests } = await three(stage);
      const { page } = stage;
      for (const order of ["cab", "bca", "acb"]) {
        await companies(page, [...order].map((key) => cards["abc".indexOf(key)]));
        await page.waitForFunction(
          (order) =>
            [...document.querySelectorAll("#companies licensing-card")]
              .map(({ mark }) => mark)
              .join("") === order,
          order,
        );
      }
      const states = await page.evaluate(() =>
        [...document.querySelectorAll("#companies licensing-card")].map(({ state }) => state),
      );
      assert.deepEqual(states, ["ready", "ready", "ready"]);
      assert.deepEqual(await requests(), [1, 1, 1]);
    },
  ],
  [
    "a card that leaves a list, and one that joins it, leave the others alone",
    async (stage) => {
      const { cards, requests } = await three(stage);
      const { page, tenant } = stage;
      const [first, , last] = cards;
      await companies(page, [{ key: "d", tenant: await tenant() }, first, last]);
      await page.waitForFunction(() => {
        const cards = [...document.querySelectorAll("#companies licensing-card")];
        return cards.length === 3 && !cards[0].mark && cards[0].state === "ready";
      });
      assert.deepEqual(await marks(page), [null, "a", "c"]);
      assert.deepEqual(await requests(), [1, 1, 1]);
    },
  ],
  [
    "cards of one company share a request",
    async ({ page, tenant, console }) => {
      const company = await tenant();
      await companies(page, [
        { key: "a", tenant: company },
        { key: "b", tenant: company, limit: 10 },
      ]);
      await page.waitForFunction(() => {
        const cards = [...document.querySelectorAll("#companies licensing-card")];
        return cards.length === 2 && cards.every(({ state }) => state === "ready");
      });
      assert.equal((await console.requests(company)).length, 1);
    },
  ],
  [
    "twenty cards that go leave no node behind",
    async ({ page, tenant }) => {
      const company = await tenant();
      const cards = Array.from({ length: 20 }, (_, at) => ({ key: `${at}`, tenant: company }));
      await companies(page, cards);
      await page.waitForFunction(
        () =>
          [...document.querySelectorAll("#companies licensing-card")].filter(
            ({ state }) => state === "ready",
          ).length === 20,
      );
      await companies(page, []);
      await page.waitForFunction(() => !document.querySelector("licensing-card"));
      assert.equal(await page.locator("#companies > *, #companies licensing-card").count(), 0);
    },
  ],
];
