// A card that is on the page before its definition is.

import assert from "node:assert/strict";

/** Runs before the page's own scripts: keeps the definition back until `define()` is called. */
function holdDefinition() {
  const { define } = customElements;
  customElements.define = function (tag, made) {
    if (tag !== "licensing-card") return define.call(this, tag, made);
    window.define = () => define.call(this, tag, made);
  };
}

// These look at the element for the properties that it has, so that the module has to be imported
// before anything is drawn; attributes arrive all the same.
const BY_LOOKING = ["react", "preact", "svelte"];

export default [
  [
    "what a card is given before it is defined is kept",
    async ({ page, reload, tenant, settles, card, console, expects, host }) => {
      const company = await tenant();
      await page.addInitScript(holdDefinition);
      await reload();
      // The module that cannot define its element says so.
      expects(/cannot define <licensing-card>/);
      const rich = !BY_LOOKING.includes(host);
      await page.evaluate(
        ([tenant, rich]) => {
          const data = [{ type: "CC_VM_Backup", usedCount: 3 }];
          const given = rich ? { data, tokenProvider: () => "token" } : {};
          window.portal.update({ featured: { key: "one", tenant, limit: 10, ...given } });
        },
        [company, rich],
      );
      await card.waitFor({ state: "attached" });
      await page.evaluate(() => window.define());
      await settles("ready");
      const read = await card.evaluate((card) => [card.tenant, card.limit]);
      assert.deepEqual(read, [company, 10]);
      if (!rich) return;
      assert.equal(await card.evaluate((card) => card.usage.totals.used.count), 3);
      assert.equal(await card.evaluate((card) => typeof card.tokenProvider), "function");
      assert.deepEqual(await console.requests(company), []);
    },
    true,
  ],
];
