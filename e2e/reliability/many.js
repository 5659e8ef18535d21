// Many cards on one page.

import assert from "node:assert/strict";

import { MENDED } from "./scene.js";

const later = { status: 503, headers: { "Retry-After": "5" }, times: 1 };

/** Puts cards up, one for each of these attributes and with the same properties. */
const putAll = (scene, attributes, properties = "({})") =>
  scene.page.evaluate(
    ([attributes, properties]) => {
      const given = (0, eval)(properties);
      window.cards = attributes.map((each, index) =>
        window.put({ id: `c${index}`, ...each }, given),
      );
      window.card = window.cards[0];
    },
    [attributes, properties],
  );

/** The state, kind of error and machines of each card. */
const each = (scene) =>
  scene.page.evaluate(() =>
    window.cards.map(({ state, error, usage }) => [
      state,
      error?.kind ?? null,
      usage?.totals.used.count ?? null,
    ]),
  );

/** Lets time pass until all cards are like this. */
const allAre = async (scene, expected, pace) => {
  const count = await scene.page.evaluate(() => window.cards.length);
  const all = Array(count).fill(expected);
  const is = async () => JSON.stringify(await each(scene)) === JSON.stringify(all);
  await scene.until(is, { within: 60_000, what: String(expected), ...pace });
};

const same = (scene, count) => Array(count).fill({ tenant: scene.company });

/** How often each card has told of each thing. */
const reported = (scene) =>
  scene.page.evaluate(() =>
    window.cards.map(({ id }) =>
      window.fired.filter((event) => event.id === id).map(({ name }) => name),
    ),
  );

export const many = {
  title: "Many cards",
  about:
    "Cards with the same request share it, its retries and its end; others do not disturb one another.",
  cases: [
    {
      fault: "Five cards ask for the same, and the server is well",
      card: "One request; all show its numbers",
      async run(scene) {
        await scene.open();
        await scene.answers(MENDED);
        await putAll(scene, same(scene, 5));
        await allAre(scene, ["ready", null, 8]);
        assert.equal((await scene.requests()).length, 1);
        assert.deepEqual(await reported(scene), Array(5).fill(["usage-loadstart", "usage-load"]));
      },
    },
    {
      fault: "Five cards ask for the same, and the answer is a 503, once",
      card: "Two requests; all show the numbers, and none tells of an error",
      async run(scene) {
        await scene.open();
        await scene.answers({ status: 503, times: 1 }, MENDED);
        await putAll(scene, same(scene, 5));
        await allAre(scene, ["ready", null, 8]);
        assert.equal((await scene.requests()).length, 2);
        assert.deepEqual(await reported(scene), Array(5).fill(["usage-loadstart", "usage-load"]));
      },
    },
    {
      fault: "Five cards ask for the same, and the answer is a 503 that goes on",
      card: "Four requests in all; each shows the error and tells of it once",
      async run(scene) {
        await scene.open();
        await scene.answers({ status: 503 });
        await putAll(scene, same(scene, 5));
        await allAre(scene, ["error", "server", null]);
        assert.equal((await scene.requests()).length, 4);
        assert.deepEqual(await reported(scene), Array(5).fill(["usage-loadstart", "usage-error"]));
        await scene.mends();
      },
    },
    {
      fault: "The card that asked first is removed while an answer is awaited",
      card: "The others get the answer to the same request",
      async run(scene) {
        await scene.open();
        await scene.answers({ ...MENDED, delayMs: 200 });
        await putAll(scene, same(scene, 3));
        await scene.now({ hangs: true });
        await scene.page.evaluate(() => window.cards.shift().remove());
        await allAre(scene, ["ready", null, 8]);
        assert.deepEqual(
          (await scene.requests()).map(({ status }) => status),
          [200],
        );
      },
    },
    {
      fault: "The card that asked first is removed while a retry is awaited",
      card: "The others get the answer to the retry",
      async run(scene) {
        await scene.open();
        await scene.answers(later, MENDED);
        await putAll(scene, same(scene, 3));
        await scene.now();
        await scene.page.evaluate(() => window.cards.shift().remove());
        await allAre(scene, ["ready", null, 8]);
        assert.equal((await scene.requests()).length, 2);
      },
    },
    {
      fault: "All cards that wait for an answer are removed",
      card: "The request is aborted with the last of them, and not tried again",
      async run(scene) {
        await scene.open();
        await scene.answers({ connection: "hang" });
        await putAll(scene, same(scene, 3));
        await scene.now({ hangs: true });
        const aborted = scene.page.waitForEvent("requestfailed");
        await scene.page.evaluate(() => window.cards.forEach((card) => card.remove()));
        assert.match((await aborted).failure().errorText, /ERR_ABORTED/);
        await scene.rests(60_000);
      },
    },
    {
      fault: "A card comes while others wait for a retry of the same",
      card: "Waits with them, and makes no request of its own",
      async run(scene) {
        await scene.open();
        await scene.answers(later, MENDED);
        await putAll(scene, same(scene, 2));
        await scene.now();
        await scene.page.evaluate(
          (tenant) => window.cards.push(window.put({ tenant })),
          scene.company,
        );
        await scene.rests(4_900);
        await allAre(scene, ["ready", null, 8]);
        assert.equal((await scene.requests()).length, 2);
      },
    },
    {
      fault: "One company's server fails, another's is well",
      card: "The other card shows its numbers meanwhile, and tells of nothing",
      async run(scene) {
        await scene.open();
        const other = scene.tenant();
        await scene.console.fault(other, MENDED);
        await scene.answers({ connection: "hang" });
        await putAll(scene, [{ tenant: scene.company }, { tenant: other }]);
        await scene.until(async () => (await each(scene))[1][0] === "ready", {
          within: 5_000,
          step: 50,
          hangs: true,
        });
        assert.deepEqual(await each(scene), [
          ["loading", null, null],
          ["ready", null, 8],
        ]);
        assert.deepEqual((await reported(scene))[1], ["usage-loadstart", "usage-load"]);
      },
    },
    {
      fault: "One card's token is refused, another's is not",
      card: "The other card shows the company's numbers: with another token it is another request",
      async run(scene) {
        await scene.open();
        const token = await scene.console.signIn();
        await scene.page.evaluate((token) => {
          window.cards = ["refused", token].map((token) => window.put({ tenant: "2" }, { token }));
        }, token);
        await scene.until(async () => (await each(scene)).every(([state]) => state !== "loading"));
        assert.deepEqual(await each(scene), [
          ["error", "unauthorized", null],
          ["ready", null, 0],
        ]);
      },
    },
    {
      fault: "Three companies' cards share a `tokenProvider`, and their token has expired",
      card: "It is asked once for the first token and once for the next; each card sends its request once more",
      async run(scene) {
        await scene.open();
        const companies = [scene.tenant(), scene.tenant(), scene.tenant()];
        for (const company of companies) {
          await scene.console.fault(company, [{ status: 401, times: 1 }, MENDED]);
        }
        await scene.page.evaluate(() => (window.reasons = []));
        await putAll(
          scene,
          companies.map((tenant) => ({ tenant })),
          "({ tokenProvider: async (reason) => (window.reasons.push(reason), reason) })",
        );
        await allAre(scene, ["ready", null, 8]);
        assert.deepEqual(await scene.page.evaluate(() => window.reasons), ["initial", "expired"]);
        for (const company of companies) {
          const requests = await scene.console.requests(company);
          assert.deepEqual(
            requests.map(({ headers }) => headers.authorization),
            ["Bearer initial", "Bearer expired"],
          );
        }
      },
    },
    ...[
      ["rejects in the end", "(_, refuse) => setTimeout(refuse, 100)"],
      ["takes over 10 s", "() => {}"],
    ].map(([what, settle]) => ({
      fault: `Three cards share a \`tokenProvider\` that ${what}`,
      card: "It is asked once; each card shows `unauthorized`",
      async run(scene) {
        await scene.open();
        await scene.page.evaluate(() => (window.reasons = 0));
        const cards = [0, 1, 2].map(() => ({ tenant: scene.tenant() }));
        const provider = `() => (window.reasons++, new Promise(${settle}))`;
        await putAll(scene, cards, `({ tokenProvider: ${provider} })`);
        await allAre(scene, ["error", "unauthorized", null], { within: 11_000 });
        assert.equal(await scene.page.evaluate(() => window.reasons), 1);
        for (const { tenant } of cards) assert.deepEqual(await scene.console.requests(tenant), []);
      },
    })),
    {
      fault: "Twenty cards with the same request and a `refresh-interval`",
      card: "One request for each interval, not twenty",
      async run(scene) {
        await scene.open();
        await scene.answers(MENDED);
        await putAll(
          scene,
          same(scene, 20).map((attributes) => ({ ...attributes, "refresh-interval": "30" })),
        );
        await allAre(scene, ["ready", null, 8]);
        for (let times = 2; times <= 3; times++) {
          await scene.rests(28_000);
          await scene.asks(times, { within: 4_000 });
        }
      },
    },
    {
      fault: "Twenty cards with the same request are offline, and the network returns",
      card: "One request within 2 s; all show its numbers",
      async run(scene) {
        await scene.open();
        await scene.answers(MENDED);
        await scene.network(false);
        await putAll(scene, same(scene, 20));
        await allAre(scene, ["error", "offline", null]);
        await scene.network(true);
        await allAre(scene, ["ready", null, 8], { within: 2_000 });
        assert.equal((await scene.requests()).length, 1);
      },
    },
    {
      fault: "One card's listener throws",
      card: "The others hear and show the same answer all the same",
      options: { alone: true, throws: true },
      async run(scene) {
        await scene.open();
        await scene.answers({ ...MENDED, delayMs: 100 });
        await putAll(scene, same(scene, 3));
        await scene.page.evaluate(() => {
          for (const name of ["usage-loadstart", "usage-load"]) {
            window.cards[0].addEventListener(name, () => {
              throw new Error("a page's own");
            });
          }
        });
        await allAre(scene, ["ready", null, 8]);
        assert.deepEqual(await reported(scene), Array(3).fill(["usage-loadstart", "usage-load"]));
      },
    },
  ],
};
