// A card that is moved, removed or changed while something is under way.

import assert from "node:assert/strict";

import { AGAIN, GOOD, MENDED } from "./scene.js";

const later = { status: 503, headers: { "Retry-After": "5" }, times: 1 };
const HANGS = { hangs: true };

const remove = (scene) => scene.page.evaluate(() => window.card.remove());

const events = async (scene) => (await scene.look()).fired.map(({ name }) => name);

/** A move of the card while it waits, and how long it then takes. */
const moves = (what, answer, requests) => ({
  fault: `The card is moved while ${what}`,
  card: "Goes on as if nothing had happened",
  async run(scene) {
    await scene.open();
    await scene.answers(answer, MENDED);
    await scene.put({}, {}, HANGS);
    for (let move = 0; move < 5; move++) {
      await scene.page.evaluate(() => {
        const place = document.createElement("section");
        document.body.append(place);
        place.append(window.card);
      });
    }
    await scene.settles({ within: 6_000 });
    await scene.isWell({ machines: 8, requests });
    assert.deepEqual(await events(scene), ["usage-loadstart", "usage-load"]);
  },
});

/** A change of the card while it waits for a retry, which is then never made. */
const changes = (what, card, change, outcome) => ({
  fault: `${what} while a retry is awaited`,
  card,
  async run(scene) {
    await scene.open();
    await scene.answers(later, { status: 500 });
    await scene.put();
    await scene.isLoading();
    await change(scene);
    await scene.settles({ within: 2_000 });
    await outcome(scene);
    await scene.rests(60_000);
  },
});

export const lifecycle = {
  title: "Comings and goings",
  about: "Whatever a page does with the card, nothing of an earlier stay or wish shows up later.",
  cases: [
    {
      fault: "The card is removed while an answer is awaited",
      card: "Aborts the request; `refresh()` rejects with an `AbortError`; nothing is told afterwards",
      async run(scene) {
        await scene.open();
        await scene.loaded();
        await scene.answers({ connection: "hang" });
        const aborted = scene.page.waitForEvent("requestfailed");
        await scene.ask(HANGS);
        await remove(scene);
        assert.match((await aborted).failure().errorText, /ERR_ABORTED/);
        assert.equal(await scene.page.evaluate(() => window.refreshed), "AbortError");
        await scene.rests(60_000);
        assert.deepEqual(await events(scene), ["usage-loadstart"]);
      },
    },
    {
      fault: "The card is removed while a retry is awaited",
      card: "Is not asked for again; `refresh()` rejects with an `AbortError`; nothing is told afterwards",
      async run(scene) {
        await scene.open();
        await scene.loaded();
        await scene.answers(later, MENDED);
        await scene.ask();
        // A card does not show at once that it loads.
        await scene.pass(200);
        await scene.isBusy();
        await remove(scene);
        assert.equal(await scene.page.evaluate(() => window.refreshed), "AbortError");
        await scene.rests(60_000);
        assert.deepEqual(await events(scene), ["usage-loadstart"]);
      },
    },
    {
      fault: "The card is removed while a retry is awaited, and put back",
      card: "Starts anew at once: one request, and the numbers",
      async run(scene) {
        await scene.open();
        await scene.answers(later, MENDED);
        await scene.put();
        await remove(scene);
        await scene.now();
        await scene.page.evaluate(() => document.body.append(window.card));
        await scene.settles({ within: 0 });
        await scene.isWell({ machines: 8, requests: 2 });
        await scene.rests(60_000);
        assert.deepEqual(await events(scene), ["usage-loadstart", "usage-loadstart", "usage-load"]);
      },
    },
    {
      fault: "A card with an error is removed and put back",
      card: "Starts anew: `loading`, without the error of before",
      async run(scene) {
        await scene.open();
        await scene.answers({ status: 403, times: 1 }, MENDED);
        await scene.load();
        await remove(scene);
        await scene.now();
        const gone = await scene.look();
        assert.deepEqual([gone.state, gone.error, gone.usage], ["idle", null, null]);
        const back = await scene.page.evaluate(() => {
          const { card } = window;
          document.body.append(card);
          window.awaitOutcome();
          return [card.state, card.error, card.shadowRoot.querySelector("[part=notice]")];
        });
        assert.deepEqual(back, ["loading", null, null]);
        await scene.settles({ within: 0 });
        await scene.isWell({ machines: 8, requests: 2, quiet: false });
      },
    },
    moves("an answer is awaited", { ...GOOD, body: { rows: 8 }, delayMs: 200, times: 1 }, 1),
    moves("a retry is awaited", later, 2),
    changes(
      "Another company is asked for",
      "Asks for that one at once, and never again for the one before",
      async (scene) => {
        scene.other = scene.tenant();
        await scene.console.fault(scene.other, MENDED);
        await scene.change({ tenant: scene.other });
      },
      async (scene) => {
        await scene.isWell({ machines: 8, requests: 1 });
        assert.equal((await scene.console.requests(scene.other)).length, 1);
      },
    ),
    changes(
      "Another token is set",
      "Asks at once with that one, and no more with the one before",
      async (scene) => {
        await scene.answers(MENDED);
        await scene.change({ token: "another" });
      },
      async (scene) => {
        await scene.isWell({ machines: 8, requests: 2 });
        assert.equal((await scene.requests())[1].headers.authorization, "Bearer another");
      },
    ),
    changes(
      "`data` is handed over",
      "Shows that, and asks no more",
      (scene) => scene.change({ data: [{ type: "a", usedCount: 3, usedInstances: 3 }] }),
      (scene) => scene.isWell({ machines: 3, rows: 1, requests: 1 }),
    ),
    changes(
      "The endpoint becomes one that cannot be asked",
      "Shows `config`, and asks no more",
      (scene) => scene.change({ endpoint: "ftp://127.0.0.1/v2" }),
      async (scene) => {
        const { state, error } = await scene.look();
        assert.deepEqual([state, error.kind], ["error", "config"]);
      },
    ),
    {
      fault: "The heading, limit and language change while a retry is awaited",
      card: "Draws them, and goes on waiting",
      async run(scene) {
        await scene.open();
        await scene.answers(later, MENDED);
        await scene.put();
        await scene.change({ heading: "Anew", limit: 5, locale: "de", theme: "dark" });
        await scene.rests(4_900);
        await scene.isLoading();
        await scene.settles({ within: 2_000 });
        await scene.isWell({ machines: 8, requests: 2 });
      },
    },
    {
      fault: "`refresh()` is called while a retry is awaited",
      card: "Asks no sooner for it; the promise settles with the retry",
      async run(scene) {
        await scene.open();
        await scene.answers(later, MENDED);
        await scene.put();
        await scene.ask();
        await scene.rests(4_900);
        await scene.settles({ within: 2_000 });
        assert.equal(await scene.page.evaluate(() => window.refreshed), "well");
        await scene.isWell({ machines: 8, requests: 2 });
      },
    },
    {
      fault: "`refresh()` fails after all retries",
      card: "Its promise rejects once, with the error that the card shows",
      async run(scene) {
        await scene.open();
        await scene.loaded();
        await scene.answers({ status: 502 });
        await scene.refresh();
        assert.equal(await scene.page.evaluate(() => window.refreshed), "server");
        await scene.shows("stale", { kind: "server", status: 502, requests: 4 });
        await scene.mends();
      },
    },
    {
      fault: "The company changes to one whose numbers are not to be had",
      card: "Takes the old numbers away at once: they are never seen under another company's name",
      async run(scene) {
        await scene.open();
        const other = scene.tenant();
        await scene.console.fault(other, { status: 403 });
        await scene.loaded();
        await scene.change({ tenant: other });
        const reported = { kind: "forbidden", status: 403, retryable: false, requests: 0 };
        await scene.shows("error", reported);
        await scene.console.fault(other, AGAIN);
        await scene.refresh();
        await scene.isWell({ machines: 12, quiet: false });
      },
    },
    ...[
      ["An error", { status: 403, times: 1 }],
      ["An error after all retries", { status: 503, times: 4 }],
    ].map(([what, answer]) => ({
      fault: `${what}, with a \`refresh-interval\``,
      card: "Is mended by the next refresh that succeeds, and old numbers likewise",
      async run(scene) {
        await scene.open();
        await scene.answers(answer);
        const pace = { within: 90_000, step: 5_000 };
        await scene.load({ "refresh-interval": "60" });
        assert.equal((await scene.look()).state, "error");
        await scene.mendsByItself(65_000, { pace });
        await scene.answers(answer);
        await scene.until(async () => (await scene.look()).state === "stale", pace);
        await scene.mendsByItself(65_000, { answer: AGAIN, pace });
      },
    })),
    {
      fault: "A listener for `usage-error` that throws",
      card: "Shows the error all the same, and is mended by the next success",
      options: { alone: true, throws: true },
      async run(scene) {
        await scene.open();
        await scene.answers({ status: 403 });
        await scene.put();
        await scene.page.evaluate(() => {
          for (const name of ["usage-loadstart", "usage-load", "usage-error"]) {
            window.card.addEventListener(name, () => {
              throw new Error("a page's own");
            });
          }
        });
        await scene.settles();
        await scene.ask();
        await scene.settles();
        const { state, error, notice } = await scene.look();
        assert.deepEqual([state, error.kind, notice.kind], ["error", "forbidden", "forbidden"]);
        await scene.mends();
      },
    },
    {
      fault: "The page is left while an answer and a retry are awaited",
      card: "Throws nothing at it",
      options: { alone: true },
      async run(scene) {
        await scene.open();
        await scene.answers(later, MENDED);
        await scene.put();
        const hanging = scene.tenant();
        await scene.console.fault(hanging, { connection: "hang" });
        const sent = scene.page.waitForRequest((request) => request.url().includes(`/${hanging}/`));
        await scene.page.evaluate((tenant) => void window.put({ tenant }), hanging);
        await sent;
        await scene.page.goto("about:blank");
        await scene.wait(200).catch(() => {});
        assert.equal((await scene.requests()).length, 1);
      },
    },
  ],
};
