// Pages that nobody sees, machines that sleep, and clocks that jump.

import assert from "node:assert/strict";

import { show } from "../support/visibility.js";
import { AGAIN, GOOD, MENDED } from "./scene.js";

const HOUR = 3_600_000;

// Chance puts things off as long as it may.
const lateAsMayBe = (scene) => scene.page.evaluate(() => (window.chance = 0.999));

const later = (seconds) => ({ status: 503, headers: { "Retry-After": String(seconds) }, times: 1 });

const setClockBack = async (scene, milliseconds) => {
  const now = await scene.page.evaluate(() => Date.now());
  await scene.page.clock.setSystemTime(now - milliseconds);
};

export const platform = {
  title: "Hidden pages and clocks",
  about:
    "A page that nobody sees rests; what is due by then follows within two seconds of its being seen.",
  cases: [
    {
      fault: "The page is hidden while a retry is awaited",
      card: "Waits for as long as nobody sees it; within 2 s of being seen it asks, and shows the numbers",
      async run(scene) {
        await scene.open();
        await scene.answers(later(5), MENDED);
        await scene.put();
        await show(scene.page, "hidden");
        await scene.rests(HOUR);
        await scene.isLoading();
        await lateAsMayBe(scene);
        await show(scene.page, "visible");
        await scene.settles({ within: 2_000 });
        await scene.isWell({ machines: 8, requests: 2 });
      },
    },
    {
      fault: "The page is hidden while `Retry-After: 60` is waited for, with the error shown",
      card: "Rests, also after that time; within 2 s of being seen it asks",
      async run(scene) {
        await scene.open();
        await scene.answers(later(60));
        await scene.load();
        await show(scene.page, "hidden");
        await scene.rests(HOUR);
        await scene.shows("error", { kind: "server", status: 503, later: true, requests: 1 });
        await lateAsMayBe(scene);
        await scene.mendsByItself(2_000, { what: () => show(scene.page, "visible") });
      },
    },
    {
      fault: "The page is hidden and seen again before a retry is due",
      card: "Asks when it would have asked",
      async run(scene) {
        await scene.open();
        await scene.answers(later(8), MENDED);
        await scene.put();
        for (let turn = 0; turn < 3; turn++) {
          await show(scene.page, "hidden");
          await scene.rests(1_000);
          await show(scene.page, "visible");
          await scene.rests(1_500);
        }
        await scene.isLoading();
        await scene.settles({ within: 2_000 });
        await scene.isWell({ machines: 8, requests: 2 });
      },
    },
    {
      fault: "The page is hidden while an answer is awaited",
      card: "Takes the answer as ever",
      async run(scene) {
        await scene.open();
        await scene.answers({ ...MENDED, delayMs: 200 });
        await scene.put({}, {}, { hangs: true });
        await show(scene.page, "hidden");
        await scene.settles({ within: 0 });
        await scene.isWell({ machines: 8, requests: 1 });
        await show(scene.page, "visible");
        await scene.rests(60_000);
      },
    },
    {
      fault:
        "A request breaks off while the page is hidden, as when it is put into the back/forward cache",
      card: "Says nothing and waits; within 2 s of being seen again it asks, and shows the numbers",
      async run(scene) {
        await scene.open();
        await scene.loaded();
        await show(scene.page, "hidden");
        await scene.page.evaluate(() => {
          dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
          document.dispatchEvent(new Event("freeze"));
        });
        await scene.answers({ connection: "close", times: 1 }, MENDED);
        await scene.ask();
        await scene.rests(HOUR);
        await scene.isBusy();
        await scene.page.evaluate(() => {
          document.dispatchEvent(new Event("resume"));
          dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
        });
        await show(scene.page, "visible");
        await scene.settles({ within: 2_000 });
        await scene.isWell({ machines: 8, requests: 2 });
      },
    },
    {
      fault: "A page that could not reach the server is hidden and seen again",
      card: "Asks again within 2 s of being seen",
      async run(scene) {
        await scene.open();
        await scene.loaded();
        await scene.answers({ connection: "reset" });
        await scene.refresh();
        await scene.shows("stale", { kind: "unreachable", requests: 4 });
        await show(scene.page, "hidden");
        await scene.rests(HOUR);
        await scene.mendsByItself(2_000, { what: () => show(scene.page, "visible") });
      },
    },
    {
      fault: "The machine sleeps for an hour while a retry is awaited",
      card: "Asks once on waking, and shows the numbers",
      async run(scene) {
        await scene.open();
        await scene.answers(later(5), MENDED);
        await scene.put();
        await scene.page.clock.fastForward(HOUR);
        await scene.settles({ within: 2_000 });
        await scene.isWell({ machines: 8, requests: 2 });
      },
    },
    {
      fault: "The machine sleeps for an hour while an answer is awaited that never comes",
      card: "Gives that attempt up on waking, tries again, and shows the numbers",
      async run(scene) {
        await scene.open();
        await scene.answers({ connection: "hang", times: 1 }, MENDED);
        await scene.put({}, {}, { hangs: true });
        await scene.page.clock.fastForward(HOUR);
        await scene.settles({ within: 2_000 });
        await scene.isWell({ machines: 8, requests: 2 });
      },
    },
    {
      fault: "The machine sleeps for an hour, with a `refresh-interval` of 30 s",
      card: "Renews its numbers once on waking, not once for each time that has passed",
      async run(scene) {
        await scene.open();
        await scene.loaded({ "refresh-interval": "30" });
        await scene.answers(AGAIN);
        await scene.page.clock.fastForward(HOUR);
        await scene.asks(1, { within: 2_000 });
        await scene.rests(27_000);
        await scene.isWell({ machines: 12 });
      },
    },
    {
      fault: "The clock is set back by an hour while a retry is awaited",
      card: "Waits as long again at the most, and not for an hour",
      async run(scene) {
        await scene.open();
        await scene.answers(later(5), MENDED);
        await scene.put();
        await setClockBack(scene, HOUR);
        await scene.settles({ within: 10_000 });
        await scene.isWell({ machines: 8, requests: 2 });
      },
    },
    {
      fault: "The clock is set back by an hour, with a `refresh-interval` of 30 s",
      card: "Waits as long again at the most, and not for an hour",
      async run(scene) {
        await scene.open();
        await scene.answers(GOOD);
        await scene.load({ "refresh-interval": "30" });
        await setClockBack(scene, HOUR);
        await scene.answers(MENDED);
        await scene.asks(2, { within: 60_000 });
        await scene.isWell({ machines: 8 });
      },
    },
    {
      fault: "The clock is set back by an hour, and then a refresh fails",
      card: "Marks the numbers `stale`, and does not say that they are from the future",
      async run(scene) {
        await scene.open();
        await scene.loaded();
        await setClockBack(scene, HOUR);
        await scene.answers({ status: 403 });
        await scene.refresh();
        const reported = { kind: "forbidden", status: 403, retryable: false, requests: 1 };
        await scene.shows("stale", reported);
        assert.doesNotMatch((await scene.look()).notice.text, /\bin \d|-\d/);
        await scene.mends();
      },
    },
  ],
};
