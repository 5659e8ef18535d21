// No network, or one that comes and goes.

import { MENDED } from "./scene.js";

const OFFLINE = { kind: "offline" };
const HOUR = 3_600_000;

// Chance puts things off as long as it may.
const lateAsMayBe = (scene) => scene.page.evaluate(() => (window.chance = 0.999));

const later = (seconds) => ({ status: 503, headers: { "Retry-After": String(seconds) }, times: 1 });

export const offline = {
  title: "Offline",
  about:
    "Without a network nothing is asked; what is due by then follows within two seconds of its return.",
  cases: [
    {
      fault: "No network at the first load",
      card: "Asks nobody and shows `offline`; within 2 s of the network's return it loads by itself",
      async run(scene) {
        await scene.open();
        await scene.network(false);
        await scene.load();
        await scene.shows("error", { ...OFFLINE, requests: 0 });
        await scene.rests(HOUR);
        await lateAsMayBe(scene);
        await scene.mendsByItself(2_000, { what: () => scene.network(true) });
      },
    },
    {
      fault: "No network at a refresh",
      card: "Asks nobody, keeps the numbers and marks them `stale`, the cause `offline`; within 2 s of the network's return it renews them by itself",
      async run(scene) {
        await scene.open();
        await scene.loaded();
        await scene.network(false);
        await scene.refresh();
        await scene.shows("stale", { ...OFFLINE, requests: 0 });
        await lateAsMayBe(scene);
        await scene.mendsByItself(2_000, { what: () => scene.network(true) });
      },
    },
    ...[false, true].map((hasNumbers) => ({
      fault: `The network goes while a retry is awaited, ${hasNumbers ? "with" : "without"} numbers on screen`,
      card: `Says \`offline\` at once${hasNumbers ? ", in a `stale` notice" : ""}; within 2 s of the network's return it loads by itself`,
      async run(scene) {
        await scene.open();
        if (hasNumbers) await scene.loaded();
        await scene.answers(later(8));
        await (hasNumbers ? scene.ask() : scene.put());
        await scene.network(false);
        await scene.settles({ within: 0 });
        await scene.shows(hasNumbers ? "stale" : "error", { ...OFFLINE, requests: 1 });
        await scene.rests(HOUR);
        await scene.mendsByItself(2_000, { what: () => scene.network(true) });
      },
    })),
    {
      fault: "The network goes while an answer is awaited",
      card: "Shows `offline`, and does not try again until the network is back; then within 2 s",
      async run(scene) {
        await scene.open();
        await scene.answers({ connection: "hang" });
        await scene.put({}, {}, { hangs: true });
        await scene.network(false);
        await scene.settles({ hangs: true });
        await scene.shows("error", { ...OFFLINE, requests: 1 });
        await scene.rests(HOUR);
        await scene.mendsByItself(2_000, { what: () => scene.network(true) });
      },
    },
    {
      fault: "No network for an hour, with a `refresh-interval`",
      card: "Asks nobody and keeps its numbers; on the network's return it renews them once",
      async run(scene) {
        await scene.open();
        await scene.loaded({ "refresh-interval": "30" });
        await scene.network(false);
        await scene.rests(HOUR);
        await scene.answers(MENDED);
        await scene.network(true);
        await scene.asks(1, { within: 2_000 });
        await scene.isWell({ machines: 8 });
      },
    },
    {
      fault: "A browser that says it is offline, and is not",
      card: "Believes it: shows `offline` without asking, and loads once the browser says otherwise",
      async run(scene) {
        const says = (online) =>
          scene.page.evaluate((online) => {
            Object.defineProperty(navigator, "onLine", { value: online, configurable: true });
            dispatchEvent(new Event(online ? "online" : "offline"));
          }, online);
        await scene.open();
        await scene.loaded();
        await says(false);
        await scene.refresh();
        await scene.shows("stale", { ...OFFLINE, requests: 0 });
        await scene.mendsByItself(2_000, { what: () => says(true) });
      },
    },
    {
      fault: "A network that comes and goes every 100 ms, and a server that is away",
      card: "Asks no more often than four times a minute; then it asks again by itself",
      async run(scene) {
        await scene.open();
        await scene.answers({ connection: "close" });
        await scene.load();
        await scene.shows("error", { kind: "unreachable", requests: 4 });
        for (let turn = 0; turn < 20; turn++) {
          for (const name of ["offline", "online"]) {
            await scene.page.evaluate((name) => dispatchEvent(new Event(name)), name);
            await scene.rests(50);
          }
        }
        await scene.rests(50_000);
        await scene.mendsByItself(20_000);
      },
    },
  ],
};
