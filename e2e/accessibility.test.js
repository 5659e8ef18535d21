// What axe finds in every state, in both themes and widths.

import assert from "node:assert/strict";

import axe from "axe-core";

import { heard, settles, suite } from "./support/suite.js";

const test = suite();

const STATES = ["ready", "empty", "error", "stale", "loading", "load-failed"];

for (const theme of ["light", "dark"]) {
  test(
    `axe finds nothing wrong with any state, ${theme}`,
    {
      contextOptions: { colorScheme: theme, reducedMotion: "reduce" },
    },
    async ({ t, page, open, console, tenant }) => {
      const companies = { ready: "3", empty: "7", "load-failed": "3" };
      for (const state of ["error", "stale", "loading"]) companies[state] = tenant();
      await console.fault(companies.error, { status: 503, headers: { "Retry-After": "600" } });
      await console.fault(companies.loading, { connection: "hang" });
      for (const state of STATES) {
        await t.test(state, async () => {
          const good = { body: { rows: 4 }, times: 1 };
          await console.fault(companies.stale, [
            good,
            { status: 503, headers: { "Retry-After": "600" } },
          ]);
          if (state === "load-failed") await page.route("**/*.wasm", (route) => route.abort());
          // The page's ground is the scheme's, as the card's is.
          await open(
            `<main><h1>Portal</h1><licensing-card tenant="${companies[state]}" limit="90" tenant-name="Halden Ferries"><p>Later.</p></licensing-card></main>`,
            { head: "<style>:root { color-scheme: light dark }</style>" },
          );
          if (state === "stale") {
            await settles(page, "ready");
            await page.evaluate(() =>
              document
                .querySelector("licensing-card")
                .refresh()
                .catch(() => {}),
            );
          }
          if (state === "loading") await heard(page, "usage-loadstart");
          await settles(page, state === "load-failed" ? "error" : state);
          for (const width of [320, 1280]) {
            await page.setViewportSize({ width, height: 900 });
            const violations = await page.evaluate(async (source) => {
              window.axe ?? (0, eval)(source);
              const { violations } = await window.axe.run();
              return violations.map(
                ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat()).join(", ")}`,
              );
            }, axe.source);
            assert.deepEqual(violations, [], `at ${width} px`);
          }
        });
      }
    },
  );
}
