// Pages that replace, break or remove the browser's functions.

import assert from "node:assert/strict";

import { MENDED } from "./scene.js";

/** Replaces something of the page's for as long as a case goes on. */
const replace = (scene, target, name, value) =>
  scene.page.evaluate(
    ([target, name, value]) => {
      const object = (0, eval)(target);
      const original = Object.getOwnPropertyDescriptor(object, name);
      Object.defineProperty(object, name, {
        value: (0, eval)(value),
        configurable: true,
        writable: true,
        enumerable: original?.enumerable ?? false,
      });
      window.restore = () => {
        if (original) Object.defineProperty(object, name, original);
        else delete object[name];
      };
    },
    [target, name, value],
  );

const restore = (scene) => scene.page.evaluate(() => window.restore());

const FETCHES = [
  ["throws", "() => { throw new Error('no') }"],
  ["throws `null`", "() => { throw null }"],
  ["rejects with nothing", "() => Promise.reject()"],
  ["rejects with a text", "() => Promise.reject('no')"],
  ["returns nothing", "() => undefined"],
  ["returns a number", "() => 5"],
  ["gives nothing", "() => Promise.resolve()"],
  ["gives an object of its own", "async () => ({ ok: true, status: 200, json: async () => [] })"],
  ["gives a network error", "async () => Response.error()"],
  ["is gone", "undefined"],
  [
    "has read the answer already",
    "async () => { const answer = new Response('[]'); await answer.text(); return answer }",
  ],
  [
    "goes on reading the answer itself",
    "async () => { const answer = new Response('[]'); answer.body.getReader(); return answer }",
  ],
  [
    "gives an answer that breaks off",
    "async () => new Response(new ReadableStream({ start: (stream) => stream.error(new Error('no')) }))",
  ],
];

const ENDLESS = [
  ["never ends, also when it is aborted", "() => new Promise(() => {})"],
  ["never ends, as a thenable", "() => ({ then() {} })"],
  ["gives an answer without an end", "async () => new Response(new ReadableStream())"],
];

/** Functions that the page has replaced, and the card does without. */
const HARMLESS = [
  ["`Math.random` gives `NaN`", "Math", "random", "() => NaN"],
  ["`Math.random` gives a text", "Math", "random", "() => 'x'"],
  ["`Math.random` gives 10¹²", "Math", "random", "() => 1e12"],
  ["`JSON.parse` throws", "JSON", "parse", "() => { throw new Error('no') }"],
  ["`JSON.stringify` throws", "JSON", "stringify", "() => { throw new Error('no') }"],
  ["`Object.prototype` has a `toJSON`", "Object.prototype", "toJSON", "() => 'no'"],
  ["`Array.prototype.map` returns nothing", "Array.prototype", "map", "() => undefined"],
  [
    "`document.createElement` makes `div`s alone",
    "Document.prototype",
    "createElement",
    "(original => function (name) { return original.call(this, name === 'table' ? 'div' : name) })(Document.prototype.createElement)",
  ],
  [
    "`Promise.prototype.then` is wrapped",
    "Promise.prototype",
    "then",
    "(original => function (...given) { return original.apply(this, given) })(Promise.prototype.then)",
  ],
  [
    "`setTimeout` is wrapped, as by zones",
    "window",
    "setTimeout",
    "(original => (run, wait) => original(() => run(), wait))(window.setTimeout)",
  ],
];

export const pages = {
  title: "Pages",
  about:
    "A page may have replaced what the browser offers. No page's idea of it brings the card down.",
  cases: [
    ...FETCHES.map(([what, fake]) => ({
      fault: `A \`fetch\` of the page's own that ${what}`,
      card: "Tries four times, then shows `unreachable`; numbers on screen stay, marked `stale`. The browser's own mends it",
      async run(scene) {
        await scene.open();
        await replace(scene, "window", "fetch", fake);
        await scene.load();
        await scene.shows("error", { kind: "unreachable", requests: 0 });
        await restore(scene);
        await scene.mends();
        await scene.keeps();
        await replace(scene, "window", "fetch", fake);
        await scene.refresh();
        await scene.shows("stale", { kind: "unreachable", requests: 0 });
        await restore(scene);
        await scene.mends();
      },
    })),
    ...ENDLESS.map(([what, fake]) => ({
      fault: `A \`fetch\` of the page's own that ${what}`,
      card: "Tries four times, then shows `timeout`; the browser's own mends it",
      async run(scene) {
        await scene.open();
        await replace(scene, "window", "fetch", fake);
        await scene.load();
        await scene.shows("error", { kind: "timeout", requests: 0 });
        await restore(scene);
        await scene.mends();
      },
    })),
    {
      fault: "A `fetch` of the page's own that answers after its time, though it was aborted",
      card: "Does not show that answer, but the one to the retry",
      async run(scene) {
        await scene.open();
        await scene.answers(MENDED);
        await replace(
          scene,
          "window",
          "fetch",
          `(original => (...given) => {
            window.fetch = original;
            return new Promise((answer) => (window.answer = () => answer(new Response("[]"))));
          })(window.fetch)`,
        );
        await scene.load();
        await scene.isWell({ machines: 8, requests: 1 });
        await scene.page.evaluate(() => window.answer());
        await scene.pass(1_000);
        await scene.isWell({ machines: 8, requests: 1 });
      },
    },
    ...HARMLESS.map(([fault, target, name, value]) => ({
      fault,
      card: "Asks, tries again after a 503, and shows the numbers as ever",
      async run(scene) {
        await scene.open();
        await scene.answers({ status: 503, times: 1 }, MENDED);
        await replace(scene, target, name, value);
        await scene.put();
        await scene.asks(2, { within: 3_000 });
        await restore(scene);
        await scene.isWell({ machines: 8, requests: 2 });
        await scene.mends();
      },
    })),
  ],
};
