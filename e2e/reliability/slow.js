// Slow answers.

import assert from "node:assert/strict";

import { GOOD, MENDED } from "./scene.js";
import { overcome, reported } from "./variants.js";

const pace = { hangs: true, step: 10_000 };

const SLOW = [
  ["A server that never answers", { connection: "hang" }],
  ["Headers that come too late", { body: { rows: 4 }, delayMs: 60_000 }],
  ["A body that takes too long", { body: { rows: 400 }, dripMs: 60_000 }],
  ["An error whose body takes too long", { status: 503, body: { rows: 400 }, dripMs: 60_000 }],
];

const IN_TIME = [
  ["Headers that take their time", { delayMs: 300 }],
  ["A body that takes its time", { dripMs: 300 }],
];

export const slow = {
  title: "Slow answers",
  about: "Each attempt, the body included, has the time that `timeout` says.",
  cases: [
    ...SLOW.map(([fault, answer]) => reported(fault, answer, { kind: "timeout", requests: 4, pace })),
    ...SLOW.map(([fault, answer]) =>
      overcome(`${fault}, once`, [{ ...answer, times: 1 }], {
        requests: 2,
        pace: { ...pace, hangs: 1 },
      }),
    ),
    ...IN_TIME.map(([fault, pacing]) => ({
      fault,
      card: "Asks once and waits for it; no error is told",
      async run(scene) {
        await scene.open();
        await scene.answers({ ...MENDED, ...pacing });
        await scene.load({}, {}, { within: 0 });
        await scene.isWell({ machines: 8, requests: 1 });
      },
    })),
    {
      fault: "A server that never answers, and a `timeout` of 1 s",
      card: "Gives each attempt a second, and aborts it then",
      async run(scene) {
        const aborted = [];
        scene.page.on("requestfailed", (request) => aborted.push(request.failure().errorText));
        await scene.open();
        await scene.answers({ connection: "hang" });
        await scene.put({ timeout: "1" }, {}, pace);
        for (let times = 1; times <= 4; times++) {
          await scene.asks(times, { hangs: true, step: 5 });
          await scene.rests(950);
          await scene.isLoading();
          await scene.pass(60);
        }
        await scene.settles(pace);
        await scene.shows("error", { kind: "timeout", requests: 4 });
        assert.deepEqual(aborted, Array(4).fill("net::ERR_ABORTED"));
        await scene.mends();
      },
    },
    {
      fault: "An answer for the company before, after that for the company now",
      card: "Is not shown",
      async run(scene) {
        await scene.open();
        await scene.answers({ ...GOOD, delayMs: 300 });
        const sent = scene.page.waitForRequest(/tenants/);
        await scene.page.evaluate((tenant) => {
          window.card = window.put({ tenant });
        }, scene.company);
        await sent;
        const other = scene.tenant();
        await scene.console.fault(other, MENDED);
        await scene.change({ tenant: other });
        await scene.settles();
        await scene.isWell({ machines: 8, quiet: false });
        await scene.wait(400);
        await scene.isWell({ machines: 8, quiet: false });
      },
    },
  ],
};
