// A random walk over everything that a page can do to three cards. `WALK_SEED` and `WALK_STEPS` repeat
// one, or take more steps.

import assert from "node:assert/strict";

import { suite } from "./support/suite.js";
import { plan } from "./walk/plan.js";
import { MARKUP, stage } from "./walk/stage.js";
import { steps } from "./walk/steps.js";
import { values } from "./walk/values.js";

// The same steps in each run, so that a failure is due to a change.
const SEED = Number(process.env.WALK_SEED ?? 7);
const STEPS = Number(process.env.WALK_STEPS ?? 2_000);

// So many steps, then a rest at which the cards are looked at.
const STRETCH = 200;

// Long beside a stretch, and a rest; a page that hangs takes for ever.
const PATIENCE = 40_000;

const ROWS = [
  { type: "CC_VM_Backup", usedCount: 3, usedInstances: 3.25 },
  { type: "CC_Server_Backup", rentalCount: 1, rentalInstances: 0.33, newCount: 2, newInstances: 2 },
];

const FAULTS = [
  { status: 500 },
  { status: 503, headers: { "Retry-After": "1" } },
  { status: 503, headers: { "Retry-After": "60" } },
  { status: 401 },
  { status: 403 },
  { status: 429 },
  { delayMs: 300 },
  { connection: "reset" },
  { connection: "hang" },
  { status: 200, body: { text: "<h1>Sign in</h1>" }, contentType: "text/html" },
  { body: { json: [{ type: "a", usedCount: -1 }] } },
  { body: { rows: 200 } },
];

/** A promise's outcome, unless it takes too long. */
const soon = (promise, what) => {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} takes for ever`)), PATIENCE);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
};

const test = suite();

test("three cards outlive a random walk", { timeout: 60_000 + STEPS * 60, throws: true }, async ({
  page,
  open,
  logged,
  console,
  tenant,
  t,
}) => {
  t.diagnostic(`WALK_SEED=${SEED} WALK_STEPS=${STEPS}`);
  const thrown = [];
  page.on("pageerror", (error) => thrown.push(`${error} ${error.stack}`));
  for (const part of [stage, values, steps]) await page.addInitScript(part);
  await page.exposeFunction("fault", (n) =>
    n < 0 ? console.mend("every") : console.fault("every", FAULTS[n % FAULTS.length]),
  );
  await open(MARKUP);
  const names = await page.evaluate(() => (window.begin(), Object.keys(window.steps)));
  const planned = plan({ seed: SEED, steps: STEPS, names, cards: 3 });

  /** Errors on the console: traps and other failures inside the cards. */
  const complaints = () => {
    const errors = logged.filter(({ type, text }) => type === "error" && !/^Failed to load resource/.test(text));
    return [...errors.map(({ text }) => text), ...thrown];
  };

  let taken = 0;
  const reported = (problem) => {
    const last = planned.slice(Math.max(0, taken - STRETCH - 30), taken).map((step) => step.join(" "));
    return `${problem}\nWALK_SEED=${SEED} WALK_STEPS=${taken}; the last steps:\n${last.join("\n")}`;
  };
  try {
    for (; taken < planned.length; ) {
      const stretch = planned.slice(taken, taken + STRETCH);
      taken += stretch.length;
      const stumbled = await soon(page.evaluate((stretch) => window.take(stretch), stretch), "a step");
      if (stumbled) taken += stumbled.at + 1 - stretch.length;
      assert.equal(stumbled, null);
      assert.deepEqual(complaints(), []);

      await console.mend("every");
      const company = tenant();
      await console.fault(company, { body: { json: ROWS } });
      const gone = await soon(page.evaluate((company) => window.rest(company), company), "the rest");
      assert.deepEqual(new Set(gone), new Set(gone.length ? ["idle"] : []), "what is removed is idle");
      const looks = await soon(
        page.evaluate(async () => {
          const end = performance.now() + 30_000;
          for (;;) {
            const found = window.cards.flatMap(window.differences);
            if (!found.length || performance.now() > end) return found;
            await new Promise((done) => setTimeout(done, 20));
          }
        }),
        "the load of the cards",
      );
      assert.deepEqual(looks, []);
      assert.deepEqual(complaints(), []);
    }
  } catch (error) {
    throw new Error(reported(error.message));
  }
});
