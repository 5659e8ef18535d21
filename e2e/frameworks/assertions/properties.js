// A framework's values for the card: texts, numbers, and values that no attribute can hold.

import assert from "node:assert/strict";

const ROWS = [{ type: "CC_VM_Backup", usedCount: 3, usedInstances: 3 }];

export default [
  [
    "texts and numbers of the first render arrive",
    async ({ feature, card, tenant, settles }) => {
      const company = await tenant();
      const limit = 250.5;
      await feature({ tenant: company, tenantName: "Birchgate", heading: "Usage", headingLevel: 4, limit });
      await settles("ready");
      const read = await card.evaluate((card) => [card.tenant, card.limit, card.headingLevel]);
      assert.deepEqual(read, [company, limit, 4]);
      assert.equal(await card.locator("h4[part=heading]").innerText(), "Usage");
      assert.equal(await card.locator("[part=tenant]").innerText(), "Birchgate");
      await card.locator("[part=meter]").waitFor();
    },
  ],
  [
    "changed texts and numbers arrive, and make no request that they need not",
    async ({ feature, card, tenant, settles, console, page }) => {
      const company = await tenant();
      await feature({ tenant: company, tenantName: "Birchgate", limit: 10, headingLevel: 4 });
      await settles("ready");
      await feature({ tenant: company, tenantName: "Alder", limit: 20, headingLevel: 5, theme: "dark" });
      await page.waitForFunction(() => document.querySelector("#featured licensing-card").limit === 20);
      assert.equal(await card.locator("h5[part=heading]").count(), 1);
      assert.equal(await card.locator("[part=tenant]").innerText(), "Alder");
      assert.equal(await card.evaluate((card) => card.theme), "dark");
      assert.equal((await console.requests(company)).length, 1);
    },
  ],
  [
    "another company takes the old one's numbers away and loads its own",
    async ({ feature, tenant, settles, card, console, page }) => {
      const [one, other] = [await tenant(), await tenant()];
      await console.fault(other, { body: { rows: 2 } });
      await feature({ tenant: one });
      await settles("ready");
      await feature({ tenant: other });
      await page.waitForFunction(
        (other) => document.querySelector("#featured licensing-card").usage?.tenant === other,
        other,
      );
      assert.equal(await card.locator("tbody tr").count(), 2);
    },
  ],
  ...[null, undefined, "absent"].map((nothing) => [
    `${nothing} takes values away again`,
    async ({ feature, card, tenant, settles, page }) => {
      const company = await tenant();
      const given = { tenantName: "Birchgate", heading: "Usage", headingLevel: 4, limit: 10, theme: "dark" };
      await feature({ tenant: company, ...given });
      await settles("ready");
      await page.evaluate(
        ([company, names, nothing]) => {
          const values = nothing === "absent" ? [] : names.map((name) => [name, nothing ?? undefined]);
          const exactly = nothing === null ? names.map((name) => [name, null]) : values;
          const { key } = window.portal.getState().featured;
          window.portal.update({ featured: { key, tenant: company, ...Object.fromEntries(exactly) } });
        },
        [company, Object.keys(given), nothing],
      );
      await card.locator("h2[part=heading]", { hasText: "Cloud Connect license usage" }).waitFor();
      const names = ["tenantName", "limit", "headingLevel", "theme"];
      const read = await card.evaluate((card, names) => names.map((name) => card[name] || null), names);
      assert.deepEqual(read, [null, null, 2, "auto"]);
      for (const part of ["tenant", "meter"]) {
        assert.equal(await card.locator(`[part=${part}]`).count(), 0, part);
      }
    },
  ]),
  [
    "a payload of the first render is shown, with no request",
    async ({ feature, card, tenant, settles, console }) => {
      const company = await tenant();
      await feature({ tenant: company, data: ROWS });
      await settles("ready");
      assert.equal(await card.evaluate((card) => card.usage.totals.used.count), 3);
      assert.deepEqual(await console.requests(company), []);
    },
  ],
  [
    "a payload set late takes the place of the API's, until there is none",
    async ({ feature, card, tenant, settles, console, page }) => {
      const company = await tenant();
      await console.fault(company, { body: { rows: 2 } });
      await feature({ tenant: company });
      await settles("ready");
      await feature({ tenant: company, data: ROWS });
      const shows = (count) =>
        page.waitForFunction(
          (count) =>
            document.querySelector("#featured licensing-card").usage?.workloads.length === count,
          count,
        );
      await shows(1);
      await feature({ tenant: company, data: null });
      await shows(2);
      assert.equal(await card.evaluate((card) => card.data), null);
    },
  ],
];
