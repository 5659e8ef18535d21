// The card and the page around it: its content, its language, its files.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { DIST } from "../../support/environment.js";

export default [
  [
    "until the WebAssembly is there, people see what stands between the tags",
    async ({ page, feature, tenant, settles, card }) => {
      let letThrough;
      const held = new Promise((resolve) => (letThrough = resolve));
      await page.route("**/*.wasm", async (route) => {
        await held;
        await route.continue();
      });
      await feature({ tenant: await tenant() });
      const fallback = page.getByText("not available in this browser");
      await fallback.waitFor();
      letThrough();
      await settles("ready");
      assert.equal(await fallback.isVisible(), false);
      // Nodes with a slot of their own stay.
      assert.equal(await card.getByText("Order more").isVisible(), true);
      assert.equal(await card.getByText("Counted by workload.").isVisible(), true);
    },
    true,
  ],
  [
    "the page's language is the card's, also where it changes",
    async ({ page, feature, tenant, settles, card }) => {
      await feature({ tenant: await tenant() });
      await settles("ready");
      const heading = card.locator("[part=heading]");
      assert.equal(await heading.innerText(), "Cloud Connect license usage");
      await page.evaluate(() => (document.documentElement.lang = "de"));
      await page.waitForFunction(() => {
        const { shadowRoot } = document.querySelector("#featured licensing-card");
        return /Cloud-Connect/.test(shadowRoot.querySelector("[part=heading]").innerText);
      });
    },
  ],
  [
    "its files are the bundler's, by names with a hash, below the portal's own path",
    async ({ page, feature, tenant, settles, host, requested }) => {
      await feature({ tenant: await tenant() });
      await settles("ready");
      const files = requested().filter((path) => /\.(js|wasm)$/.test(path));
      for (const path of files) {
        assert.ok(path.startsWith(`/portal/${host}/`), path);
        assert.match(path, /-[\w-]{8}\.(js|wasm)$/);
      }
      assert.equal(files.filter((path) => path.endsWith(".wasm")).length, 1);
    },
  ],
  [
    "a second copy of the module leaves the cards alone, with one warning",
    async ({ page, feature, tenant, settles, card, host, expects }) => {
      await page.route("**/copy/*.js", async (route) => {
        const file = new URL(route.request().url()).pathname.split("/").at(-1);
        const body = await readFile(join(DIST, file));
        await route.fulfill({ contentType: "text/javascript", body });
      });
      await feature({ tenant: await tenant() });
      await settles("ready");
      const answers = await page.evaluate(async (copy) => {
        const { define, LicensingCardElement } = await import(copy);
        const card = document.querySelector("#featured licensing-card");
        return [define(), define(), card instanceof LicensingCardElement];
      }, `/portal/${host}/copy/licensing-card.js`);
      assert.deepEqual(answers, [false, false, false]);
      await card.evaluate((card) => card.refresh());
      assert.equal(await card.evaluate((card) => card.state), "ready");
      expects(/cannot define <licensing-card>/);
    },
    true,
  ],
  [
    "nothing of the card is loaded before one is shown",
    async ({ page, requested }) => {
      // Whatever would have been asked for by now is asked for before this.
      await page.evaluate(() => fetch(location.href));
      const early = requested().filter((path) => /\.wasm$|glue/.test(path));
      assert.deepEqual(early, []);
    },
  ],
];
