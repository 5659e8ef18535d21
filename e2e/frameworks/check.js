// The portal in every framework, in Chromium, held to the one list of assertions: `node --test frameworks/check.js`, after
// `frameworks/build.js`.

import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";

import { suite } from "../support/suite.js";
import { ASSERTIONS } from "./assertions.js";
import { FRAMEWORKS } from "./names.js";

const folder = process.env.FRAMEWORKS || fileURLToPath(new URL("../../target/frameworks", import.meta.url));
const test = suite({ folder });

for (const host of FRAMEWORKS) {
  for (const [title, holds, alone = false] of ASSERTIONS) {
    // A document of its own does for each that leaves the page's routes and scripts alone.
    test(`${host}: ${title}`, { shares: !alone }, async (given) => {
      const { page, portal, console, tenant, logged } = given;
      const requested = [];
      const ask = (request) => requested.push(new URL(request.url()).pathname);
      page.on("request", ask);
      const reload = async () => {
        await page.goto(`${portal.origin}/portal/${host}/`);
        await page.waitForFunction(() => window.portal && document.querySelector("#featured"));
      };
      await reload();
      const expected = [];
      const card = page.locator("#featured licensing-card");
      await holds({
        ...{ page, host, card, reload },
        console,
        /** A company of the test's own, with usage. */
        tenant: async () => {
          const company = tenant();
          await console.fault(company, { body: { rows: 4 } });
          return company;
        },
        /** Has the host show a card by itself. */
        feature: (company) =>
          page.evaluate(
            (featured) => window.portal.update({ featured }),
            { key: "one", ...company },
          ),
        /** Waits until the featured card is in a state. */
        settles: (state) =>
          page.waitForFunction(
            (state) => document.querySelector("#featured licensing-card")?.state === state,
            state,
          ),
        /** The events of the template's listeners, once there are so many. */
        hears: async (times) => {
          await page.waitForFunction((times) => window.portal.reported.length >= times, times);
          return page.evaluate(() => window.portal.reported);
        },
        /** The page's requests to its server. */
        requested: () => requested,
        /** A line on the browser's console that is no surprise. */
        expects: (line) => expected.push(line),
      });
      page.off("request", ask);
      // A browser itself tells of requests that fail, which they do on purpose here.
      const surprises = logged.filter(
        ({ text }) => !/^Failed to load resource/.test(text) && !expected.some((line) => line.test(text)),
      );
      assert.deepEqual(surprises, [], "said on the browser's console");
    });
  }
}
