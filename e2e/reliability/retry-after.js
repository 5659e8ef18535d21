// Retry-After.

import assert from "node:assert/strict";

import { answer, startBareServer } from "./bare-server.js";
import { AGAIN, MENDED } from "./scene.js";

const asking = (status, value) => ({ status, headers: { "Retry-After": String(value) } });

const SILENT = [
  [503, 2],
  [429, 10],
  [500, 5],
];

const SAID = [
  [503, 11],
  [429, 30],
  [503, 120],
];

const TOO_LONG = [
  [503, 121],
  [429, 600],
  [503, 86_400],
];

const IGNORED = [
  ["soon"],
  [""],
  ["-5"],
  ["1.5"],
  ["1e1"],
  ["0x5"],
  ["5 s"],
  ["5, 5"],
  ["Sun, 06 Nov 1994 08:49:37 GMT", "a date that is past"],
  ["2099-01-01T00:00:00Z", "a date that is not HTTP's"],
];

const TENTH = 100;

/** That `retryAt` is so many seconds after the page's own time. */
async function asksFor(scene, seconds) {
  const [retryAt, now] = await scene.page.evaluate(() => [window.card.error.retryAt, Date.now()]);
  const wait = Date.parse(retryAt) - now;
  assert.ok(seconds * 1_000 - 2_000 <= wait && wait <= seconds * 1_000, `${wait} ms`);
}

/** A date in HTTP's format, so many seconds after the server's time. The page's clock is ahead of it. */
const dateIn = (seconds) => new Date(Date.now() + seconds * 1_000).toUTCString();

/** HTTP's oldest form of such a date: `Sun Nov  6 08:49:37 1994`. */
function asctime(date) {
  const [, weekday, day, month, year, time] = /^(\w+), (\d+) (\w+) (\d+) (\S+)/.exec(date);
  return `${weekday} ${month} ${String(Number(day)).padStart(2)} ${time} ${year}`;
}

const kindOf = (status) => (status === 429 ? "throttled" : "server");

export const retryAfter = {
  title: "Retry-After",
  about:
    "Up to 10 s are waited in silence, up to 120 s with the error shown; more is left to people.",
  cases: [
    ...SILENT.map(([status, seconds]) => ({
      fault: `A ${status} with \`Retry-After: ${seconds}\``,
      card: `Stays \`loading\`, or shows its numbers, for ${seconds} s; then asks again`,
      async run(scene) {
        await scene.open();
        await scene.answers({ ...asking(status, seconds), times: 1 }, MENDED);
        await scene.put();
        await scene.rests(seconds * 1_000 - TENTH);
        await scene.isLoading();
        await scene.settles({ within: 2_000 });
        await scene.isWell({ machines: 8, requests: 2 });
        await scene.keeps();
        await scene.answers({ ...asking(status, seconds), times: 1 }, AGAIN);
        await scene.ask();
        await scene.rests(seconds * 1_000 - TENTH);
        await scene.isBusy();
        await scene.settles({ within: 2_000 });
        await scene.isWell({ machines: 12, requests: 2 });
      },
    })),
    ...[
      ["a date in 9 s for `Retry-After`", (date) => date],
      ["such a date in the form that C's `asctime` gives", asctime],
    ].map(([what, written]) => ({
      fault: `A 503 with ${what}`,
      card: "Stays `loading` until then, and then asks again",
      async run(scene) {
        await scene.open();
        const date = written(dateIn(9));
        await scene.answers({ ...asking(503, date), times: 1 }, MENDED);
        await scene.put();
        // Dates are in whole seconds, and the server answers a little later.
        await scene.rests(7_000 - TENTH);
        await scene.isLoading();
        await scene.settles({ within: 4_000 });
        await scene.isWell({ machines: 8, requests: 2 });
      },
    })),
    {
      fault: "Every answer is a 503 with `Retry-After: 5`",
      card: "Asks four times, five seconds apart, and then shows `server`",
      async run(scene) {
        await scene.open();
        await scene.answers(asking(503, 5));
        await scene.put();
        for (let times = 1; times < 4; times++) {
          await scene.rests(5_000 - TENTH);
          await scene.isLoading();
          await scene.asks(times + 1, { within: 2_000 });
        }
        await scene.settles({ within: 2_000 });
        await scene.shows("error", { kind: "server", status: 503, requests: 4, later: true });
        await scene.rests(600_000);
        await scene.mends();
      },
    },
    ...SAID.map(([status, seconds]) => ({
      fault: `A ${status} with \`Retry-After: ${seconds}\``,
      card: "Tells of the error and of `retryAt` at once, and by itself asks again after that and within 2 s of it; numbers on screen stay, marked `stale`",
      async run(scene) {
        const reported = { kind: kindOf(status), status, requests: 1, later: true };
        await scene.open();
        await scene.answers({ ...asking(status, seconds), times: 1 });
        await scene.load();
        await scene.shows("error", reported);
        await asksFor(scene, seconds);
        await scene.rests(seconds * 1_000 - 2_000);
        await scene.mendsByItself(4_000);
        await scene.keeps();
        await scene.answers({ ...asking(status, seconds), times: 1 });
        await scene.refresh();
        await scene.shows("stale", reported);
        await scene.rests(seconds * 1_000 - 2_000);
        await scene.mendsByItself(4_000, { answer: AGAIN });
      },
    })),
    {
      fault: "A 429 with a date in 60 s for `Retry-After`",
      card: "Has that time in `retryAt`, by the page's clock, and by itself asks again then",
      async run(scene) {
        await scene.open();
        await scene.answers({ ...asking(429, dateIn(60)), times: 1 });
        await scene.load();
        await scene.shows("error", { kind: "throttled", status: 429, requests: 1, later: true });
        await asksFor(scene, 60);
        await scene.rests(57_000);
        await scene.mendsByItself(5_000);
      },
    },
    {
      fault: "Every answer is a 503 with `Retry-After: 30`",
      card: "Asks four times, 30 s apart, telling of each; then not again by itself",
      async run(scene) {
        await scene.open();
        await scene.answers(asking(503, 30));
        await scene.load();
        for (let times = 1; times < 4; times++) {
          await scene.shows("error", {
            kind: "server",
            status: 503,
            later: true,
            requests: times,
            loads: times,
          });
          await scene.rests(27_500);
          await scene.asks(times + 1, { within: 5_000 });
        }
        await scene.rests(600_000);
        await scene.mends();
      },
    },
    ...TOO_LONG.map(([status, seconds]) => ({
      fault: `A ${status} with \`Retry-After: ${seconds}\``,
      card: "Tells of the error and of `retryAt` at once, and does not ask again by itself",
      async run(scene) {
        const reported = { kind: kindOf(status), status, requests: 1, later: true };
        await scene.open();
        await scene.answers(asking(status, seconds));
        await scene.load();
        await scene.shows("error", reported);
        await asksFor(scene, seconds);
        await scene.rests((seconds + 60) * 1_000);
        await scene.mends();
        await scene.keeps();
        await scene.answers(asking(status, seconds));
        await scene.refresh();
        await scene.shows("stale", reported);
        await scene.mends(AGAIN);
      },
    })),
    {
      fault: "A 503 with more seconds in `Retry-After` than any calendar has",
      card: "Tells of the error at once, with the calendar's end for `retryAt`, and does not ask again by itself",
      async run(scene) {
        await scene.open();
        await scene.answers(asking(503, "99999999999999999999999"));
        await scene.load();
        const reported = { kind: "server", status: 503, requests: 1, later: true };
        await scene.shows("error", reported);
        assert.equal((await scene.look()).error.retryAt, "9999-12-31T23:59:59.000Z");
        await scene.rests(600_000);
        await scene.mends();
      },
    },
    ...IGNORED.map(([value, what = `\`Retry-After: ${value}\``]) => ({
      fault: `A 503 with ${what}`,
      card: "Ignores it, and asks again as without it",
      async run(scene) {
        await scene.open();
        await scene.answers({ ...asking(503, value), times: 1 }, MENDED);
        await scene.put();
        await scene.settles({ within: 2_000 });
        await scene.isWell({ machines: 8, requests: 2 });
        await scene.keeps();
        await scene.answers(asking(503, value));
        await scene.refresh();
        await scene.shows("stale", { kind: "server", status: 503, requests: 4 });
        await scene.mends(AGAIN);
      },
    })),
    {
      fault: "A 403 with `Retry-After: 30`",
      card: "Tells of `retryAt`, but does not ask again by itself: nothing would have changed",
      async run(scene) {
        await scene.open();
        await scene.answers(asking(403, 30));
        await scene.load();
        const reported = { kind: "forbidden", status: 403, retryable: false, later: true, requests: 1 };
        await scene.shows("error", reported);
        await scene.rests(600_000);
        await scene.mends();
      },
    },
    ...[30, 600].map((seconds) => ({
      fault: `The retry button is pressed before \`Retry-After: ${seconds}\` is over`,
      card: "Asks at once: a person may",
      async run(scene) {
        await scene.open();
        await scene.answers({ ...asking(503, seconds), times: 1 }, MENDED);
        await scene.load();
        await scene.press("retry-button");
        await scene.settles({ within: 0 });
        await scene.isWell({ machines: 8, requests: 2, quiet: false });
        await scene.rests(300_000);
      },
    })),
    {
      fault: "A `Retry-After: 5` that the other origin does not expose",
      card: "Cannot know of it, and asks again as without it; `retryAt` is `null`",
      async run(scene) {
        const later = answer(["Retry-After: 5"], Buffer.from("{}"), "503 Service Unavailable");
        const server = await startBareServer(later);
        try {
          await scene.open();
          await scene.load({ endpoint: server.origin });
          await scene.shows("error", { kind: "server", status: 503, requests: 0 });
          assert.equal(server.requested(), 4);
        } finally {
          await server.stop();
        }
      },
    },
    {
      fault: "A `Retry-After: 30` that the other origin exposes",
      card: "Has it in `retryAt`, and asks again then",
      options: { alone: true },
      async run(scene) {
        await scene.open({ site: scene.other });
        await scene.answers({ ...asking(503, 30), times: 1 });
        await scene.load({ endpoint: `${scene.console.http}/v2` });
        await scene.shows("error", { kind: "server", status: 503, requests: 1, later: true });
        await scene.rests(27_500);
        await scene.mendsByItself(5_000);
      },
    },
  ],
};
