// Traps of the WebAssembly: the first one is mended by itself, the second in a minute ends it.

import assert from "node:assert/strict";

import { failing } from "../../support/trap.js";
import { card, types } from "../rows.js";

// A trap is on the console, for whoever is to mend it.
const REPORTED = { complains: true };

/** Has the drawing of a longer table fail within the WebAssembly. */
const trap = (data) => {
  window.failing = "insertBefore";
  document.querySelector("#card").data = data;
};

const openTwo = async ({ open, settles }) => {
  await open(card('id="card" tenant="2"') + card('id="other" tenant="3"'), { before: [failing] });
  await settles("ready", "#card");
  await settles("ready", "#other");
};

export function traps(test) {
  test(
    "after a first trap all cards start again by themselves, and nothing is told",
    REPORTED,
    async (scene) => {
      const { run, until, numbers, fired } = scene;
      await openTwo(scene);
      const before = await numbers("#other");
      await run(trap, types(30));
      await until(() => !window.failing);
      await until(
        () =>
          document.querySelector("#card").usage?.workloads.length === 30 &&
          ["#card", "#other"].every((id) => document.querySelector(id).state === "ready"),
      );
      await until(
        () => Object.keys(window.numbers(document.querySelector("#card")).rows).length === 30,
      );
      assert.deepEqual(await numbers("#other"), before);
      assert.ok(!(await fired()).includes("usage-error"));
      await run(() => document.querySelector("#other").refresh());
    },
  );

  test(
    "after a second one the last numbers stay, and only a reload helps",
    REPORTED,
    async (scene) => {
      const { run, until, settles, look, notice } = scene;
      await openTwo(scene);
      await run(trap, types(30));
      await until(
        () => !window.failing && document.querySelector("#card").usage?.workloads.length === 30,
      );
      await settles("ready", "#card");
      await settles("ready", "#other");
      await run(trap, types(40));
      await settles("error", "#card");
      await settles("error", "#other");
      for (const selector of ["#card", "#other"]) {
        const { error } = await look(selector);
        assert.deepEqual([error.kind, error.status, error.retryable], ["crashed", null, false]);
        assert.deepEqual(await notice(selector), { role: "alert", kind: "crashed" });
        const [retry, lines] = await run((selector) => {
          const card = document.querySelector(selector);
          return [!!window.part("retry-button", card), card.toCSV().trim().split("\r\n").length];
        }, selector);
        assert.deepEqual([retry, lines > 4], [false, true]);
      }
      assert.equal((await look("#other")).usage.totals.total.count, 250);
    },
  );
}
