// Tokens: none to be had, none that can be sent, and none that the server takes.

import assert from "node:assert/strict";

import { AGAIN, MENDED } from "./scene.js";
import { reported } from "./variants.js";

const REFUSING = [
  [
    "throws",
    () => {
      throw new Error("no");
    },
  ],
  [
    "throws `null`",
    () => {
      throw null;
    },
  ],
  ["rejects", () => Promise.reject(new Error("no"))],
  ["rejects with nothing", () => Promise.reject()],
  [
    "returns a thenable that throws",
    () => ({
      then() {
        throw new Error("no");
      },
    }),
  ],
];

const UNSENDABLE = [
  ["a number", () => 42],
  ["`true`", () => true],
  ["an object", () => ({ access_token: "x" })],
  ["an array", () => ["x"]],
  ["a function", () => () => "x"],
  ["a text with a line break", () => "line\nbreak"],
  ["a text beyond ASCII", () => "schlüssel"],
  ["a text with a NUL", () => "a\0b"],
];

/** Each request's token. */
const sent = async (scene) =>
  (await scene.requests()).map(({ headers }) => headers.authorization?.replace("Bearer ", ""));

/** Gives first, second, third and so on, and records the reasons. */
function counting(reason) {
  window.requested = [...(window.requested ?? []), reason];
  return ["first", "second", "third", "fourth", "fifth"][window.requested.length - 1];
}

const requested = (scene) => scene.page.evaluate(() => window.requested.splice(0));

/** A card with a counting provider, and the reasons so far. */
const provided = ({ fault, card, answers, requests, tokens, shows }) => ({
  fault,
  card,
  async run(scene) {
    await scene.open();
    await scene.page.evaluate(() => (window.requested = []));
    await scene.answers(...answers);
    await scene.load({}, { tokenProvider: counting });
    if (shows) await scene.shows("error", { ...shows, requests });
    else await scene.isWell({ machines: 8, requests });
    assert.deepEqual(await sent(scene), tokens);
    const expired = new Set(tokens).size - 1;
    assert.deepEqual(await requested(scene), ["initial", ...Array(expired).fill("expired")]);
    if (!shows) return;
    await scene.mends(AGAIN);
    // A token that was refused is not sent again.
    assert.deepEqual(await requested(scene), shows.status === 401 ? ["expired"] : []);
  },
});

const UNAUTHORIZED = { kind: "unauthorized", status: 401 };

export const tokens = {
  title: "Tokens",
  about:
    "A 401 is answered with one other token, where there is one to be had; and never with a loop.",
  cases: [
    ...REFUSING.map(([what, tokenProvider]) => ({
      fault: `A \`tokenProvider\` that ${what}`,
      card: "Asks the server nothing, and shows `unauthorized`; another provider is tried at once",
      async run(scene) {
        await scene.open();
        await scene.answers(MENDED);
        await scene.load({}, { tokenProvider });
        await scene.shows("error", { kind: "unauthorized", requests: 0 });
        await scene.change({ tokenProvider: () => "good" });
        await scene.settles();
        await scene.isWell({ machines: 8, requests: 1, quiet: false });
      },
    })),
    ...REFUSING.slice(0, 3).map(([what, refuse]) => ({
      fault: `A \`tokenProvider\` that ${what} once its first token has expired`,
      card: "Asks the server once, keeps the numbers and marks them `stale`, the cause `unauthorized`. A provider that is well again mends it",
      async run(scene) {
        await scene.open();
        await scene.page.evaluate((refuse) => {
          window.provide = () => "first";
          window.refuse = (0, eval)(refuse);
        }, String(refuse));
        await scene.loaded({}, { tokenProvider: (reason) => window.provide(reason) });
        await scene.answers({ status: 401, times: 1 }, MENDED);
        await scene.page.evaluate(() => (window.provide = window.refuse));
        await scene.refresh();
        await scene.shows("stale", { kind: "unauthorized", requests: 1 });
        await scene.page.evaluate(() => (window.provide = (reason) => reason));
        await scene.mends();
        assert.deepEqual(await sent(scene), ["expired"]);
      },
    })),
    {
      fault: "A `tokenProvider` that takes over 10 s",
      card: "Is `loading` for 10 s, then shows `unauthorized`; a token that comes later is not used",
      async run(scene) {
        await scene.open();
        await scene.answers(MENDED);
        await scene.put(
          {},
          { tokenProvider: () => new Promise((resolve) => (window.give = resolve)) },
        );
        await scene.pass(9_900);
        await scene.isLoading();
        await scene.pass(200);
        await scene.shows("error", { kind: "unauthorized", requests: 0 });
        await scene.page.evaluate(() => window.give("late"));
        await scene.rests(60_000);
        await scene.shows("error", { kind: "unauthorized", requests: 0 });
      },
    },
    ...UNSENDABLE.flatMap(([what, give]) => [
      {
        fault: `A \`tokenProvider\` that gives ${what}`,
        card: "Asks the server nothing, and shows `config` without a retry button; another provider is tried at once",
        async run(scene) {
          await scene.open();
          await scene.answers(MENDED);
          await scene.load({}, { tokenProvider: give });
          const { fired, error } = await scene.look();
          // The provider was asked, so there was a load.
          assert.deepEqual(
            fired.map(({ name }) => name),
            ["usage-loadstart", "usage-error"],
          );
          assert.deepEqual([error.kind, error.retryable, error.status], ["config", false, null]);
          assert.match(error.message, /token/);
          assert.deepEqual(await scene.requests(), []);
          await scene.change({ tokenProvider: () => "good" });
          await scene.settles();
          await scene.isWell({ machines: 8, requests: 1, quiet: false });
        },
      },
      {
        fault: `A \`token\` that is ${what}`,
        card: "Asks the server nothing, and shows `config` without a retry button; another token is tried at once",
        async run(scene) {
          await scene.open();
          await scene.answers(MENDED);
          await scene.put();
          await scene.settles();
          await scene.keeps();
          await scene.page.evaluate((give) => {
            window.awaitOutcome();
            window.card.token = (0, eval)(give)();
          }, String(give));
          await scene.settles();
          await scene.shows("stale", { kind: "config", retryable: false, requests: 0 });
          assert.match((await scene.look()).error.message, /token/);
          await scene.change({ token: "good" });
          await scene.settles();
          await scene.isWell({ machines: 8, requests: 1, quiet: false });
        },
      },
    ]),
    reported(
      "A 401 with a fixed `token`",
      { status: 401 },
      {
        ...UNAUTHORIZED,
        properties: { token: "old" },
      },
    ),
    {
      fault: "A 401 with a fixed `token`, and the page sets another one",
      card: "Asks again at once, with the new one",
      async run(scene) {
        await scene.open();
        await scene.answers({ status: 401, times: 1 }, MENDED);
        await scene.load({}, { token: "old" });
        await scene.shows("error", { ...UNAUTHORIZED, requests: 1 });
        await scene.change({ token: "new" });
        await scene.settles();
        await scene.isWell({ machines: 8, requests: 2, quiet: false });
        assert.deepEqual(await sent(scene), ["old", "new"]);
      },
    },
    provided({
      fault: "A 401, once, with a `tokenProvider`",
      card: "Asks it for another token, sends that, and shows the numbers; no error is told",
      answers: [{ status: 401, times: 1 }, MENDED],
      requests: 2,
      tokens: ["first", "second"],
    }),
    provided({
      fault: "A 401 to every token of a `tokenProvider`",
      card: "Asks for one other token, sends that once, and shows `unauthorized`",
      answers: [{ status: 401 }],
      requests: 2,
      tokens: ["first", "second"],
      shows: UNAUTHORIZED,
    }),
    provided({
      fault: "A 503, once, after the new token",
      card: "Tries again with the new token; no error is told",
      answers: [{ status: 401, times: 1 }, { status: 503, times: 1 }, MENDED],
      requests: 3,
      tokens: ["first", "second", "second"],
    }),
    provided({
      fault: "A 401 in answer to a retry",
      card: "Asks for another token, and sends that; no error is told",
      answers: [{ status: 503, times: 1 }, { status: 401, times: 1 }, MENDED],
      requests: 3,
      tokens: ["first", "first", "second"],
    }),
    provided({
      fault: "A 401, then two 503, then another 401",
      card: "Asks for one other token in all, and shows `unauthorized`",
      answers: [{ status: 401, times: 1 }, { status: 503, times: 2 }, { status: 401 }],
      requests: 4,
      tokens: ["first", "second", "second", "second"],
      shows: UNAUTHORIZED,
    }),
    provided({
      fault: "A 403 with a `tokenProvider`",
      card: "Does not ask for another token: the account is known, and not allowed",
      answers: [{ status: 403 }],
      requests: 1,
      tokens: ["first"],
      shows: { kind: "forbidden", status: 403, retryable: false },
    }),
    {
      fault: "A `tokenProvider` that gives the refused token once more",
      card: "Sends it once more, and shows `unauthorized`",
      async run(scene) {
        await scene.open();
        await scene.answers({ status: 401 });
        await scene.load({}, { tokenProvider: () => "same" });
        await scene.shows("error", { ...UNAUTHORIZED, requests: 2 });
        assert.deepEqual(await sent(scene), ["same", "same"]);
        await scene.mends();
      },
    },
    {
      fault: "`usage-auth-required` is cancelled",
      card: "Leaves its notice out, its state unchanged; the next error has one again",
      async run(scene) {
        await scene.open();
        await scene.answers({ status: 401, times: 1 }, { status: 403, times: 1 }, MENDED);
        await scene.put();
        await scene.page.evaluate(() => {
          const cancel = (event) => event.preventDefault();
          window.card.addEventListener("usage-auth-required", cancel);
        });
        await scene.settles();
        await scene.refresh();
        await scene.page.evaluate(() => window.card.refresh());
        await scene.isWell({ machines: 8, requests: 3, quiet: false });
        await scene.keeps();
        await scene.answers({ status: 401, times: 1 }, { status: 403, times: 1 }, MENDED);
        await scene.refresh();
        const { state, error, notice, usage } = await scene.look();
        assert.deepEqual([state, error.kind, notice], ["stale", "unauthorized", null]);
        assert.deepEqual(usage, scene.before);
        await scene.refresh();
        assert.equal((await scene.look()).notice.cause, "forbidden");
        await scene.refresh();
        await scene.isWell({ machines: 8, requests: 3, quiet: false });
      },
    },
  ],
};
