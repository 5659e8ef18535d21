// Listeners in templates.

import assert from "node:assert/strict";

export default [
  [
    "a listener in the template hears of the usage",
    async ({ feature, tenant, hears, console }) => {
      const company = await tenant();
      await console.fault(company, { body: { rows: 4 } });
      await feature({ tenant: company });
      const [{ what, detail }] = await hears(1);
      assert.equal(what, "usage");
      assert.equal(detail.workloads.length, 4);
      assert.equal(detail.tenant, company);
    },
  ],
  [
    "a listener in the template hears of a problem",
    async ({ feature, tenant, hears, console }) => {
      const company = await tenant();
      await console.fault(company, { status: 403 });
      await feature({ tenant: company });
      const [{ what, detail }] = await hears(1);
      assert.deepEqual([what, detail.kind, detail.status], ["problem", "forbidden", 403]);
    },
  ],
  [
    "a listener in the template takes the place of the card's own notice of a missing sign-in",
    async ({ feature, tenant, hears, console, card }) => {
      const company = await tenant();
      await console.fault(company, { status: 401 });
      await feature({ tenant: company });
      const reported = await hears(2);
      assert.deepEqual(
        reported.map(({ what }) => what),
        ["problem", "sign-in"],
      );
      assert.equal(await card.evaluate((card) => card.state), "error");
      assert.equal(await card.locator("[part=notice]").count(), 0);
    },
  ],
  [
    "listeners stay, once each, however often the page is drawn",
    async ({ feature, tenant, hears, card }) => {
      const company = await tenant();
      await feature({ tenant: company });
      await hears(1);
      for (const limit of [10, 20, 30]) await feature({ tenant: company, limit });
      await card.evaluate((card) => card.refresh());
      const reported = await hears(2);
      assert.equal(reported.length, 2);
    },
  ],
];
