// The card's own files: WebAssembly that does not come, or comes late.

import assert from "node:assert/strict";

import { CARD, fired, look, settles } from "../support/suite.js";

const WASM = "**/licensing-card_bg.wasm*";
const GLUE = "**/licensing-card_glue.js*";
const CONTENT =
  '<licensing-card id="card" tenant="2"><p id="own">The usage is on page 4.</p></licensing-card>';

const MISSING = [
  ["A 404 for the WebAssembly", WASM, { status: 404, body: "" }],
  ["A 503 for the WebAssembly", WASM, { status: 503, body: "" }],
  ["A page in place of the WebAssembly", WASM, { contentType: "text/html", body: "<h1>Hi</h1>" }],
  ["Half of the WebAssembly", WASM, { contentType: "application/wasm", body: "\0asm" }],
  ["A 404 for the glue", GLUE, { status: 404, body: "" }],
  ["A page in place of the glue", GLUE, { contentType: "text/html", body: "<h1>Hi</h1>" }],
];

const ABORTED = [
  ["A connection that closes in place of the WebAssembly", WASM],
  ["A connection that closes in place of the glue", GLUE],
];

const missing = (fault, url, answer) => ({
  fault,
  card: "Shows the page's own content, and `load-failed` with a retry button, which helps once the file is there",
  options: { alone: true },
  async run({ page, visit }) {
    await page.route(url, answer);
    await visit(CONTENT);
    await settles(page, "error");
    const { error, notice } = await look(page);
    const { message, ...rest } = error;
    const reported = {
      kind: "load-failed",
      status: null,
      retryable: true,
      retryAt: null,
      detail: null,
    };
    assert.deepEqual(rest, reported);
    assert.ok(notice.includes(message) && message.length > 20);
    const shown = page.locator("[part=notice]");
    assert.equal(await shown.getAttribute("data-kind"), "load-failed");
    assert.equal(await shown.getAttribute("role"), "alert");
    assert.equal(await page.locator("#own").isVisible(), true);
    const [event] = await fired(page, "usage-error");
    assert.deepEqual([event.name, event.detail], ["usage-error", error]);

    await page.unroute(url);
    await page.locator("[part=retry-button]").click();
    await settles(page, "ready");
    assert.equal((await look(page)).error, null);
    assert.equal(await page.locator("#own").isVisible(), false);
  },
});

export const files = {
  title: "The card's own files",
  about: "Without its WebAssembly the element says so itself.",
  cases: [
    ...MISSING.map(([fault, url, answer]) => missing(fault, url, (route) => route.fulfill(answer))),
    ...ABORTED.map(([fault, url]) => missing(fault, url, (route) => route.abort())),
    {
      fault: "`refresh()` while the WebAssembly is missing",
      card: "Tries to load it again, and rejects with `load-failed`",
      options: { alone: true },
      async run({ page, visit }) {
        await page.route(WASM, (route) => route.fulfill({ status: 404, body: "" }));
        await visit(CARD);
        await settles(page, "error");
        const [thrown, error] = await page.evaluate(async () => {
          const card = document.querySelector("licensing-card");
          const thrown = await card.refresh().catch((error) => error);
          return [thrown, card.error];
        });
        assert.equal(thrown.kind, "load-failed");
        assert.deepEqual(thrown, error);
      },
    },
    {
      fault: "The WebAssembly is missing for two cards",
      card: "One retry button brings both back",
      options: { alone: true },
      async run({ page, visit }) {
        await page.route(WASM, (route) => route.fulfill({ status: 404, body: "" }));
        await visit(`${CARD}<licensing-card id="other" tenant="3"></licensing-card>`);
        await settles(page, "error", "#card");
        await settles(page, "error", "#other");
        await page.unroute(WASM);
        await page.locator("#card [part=retry-button]").click();
        await settles(page, "ready", "#card");
        await settles(page, "ready", "#other");
      },
    },
    {
      fault: "The WebAssembly comes late",
      card: "Is `loading`, with the page's own content, and then as ever",
      options: { alone: true },
      async run({ page, visit }) {
        let come;
        const late = new Promise((resolve) => (come = resolve));
        await page.route(WASM, async (route) => {
          await late;
          await route.continue();
        });
        await visit(CONTENT);
        const { state, error, notice } = await look(page);
        assert.deepEqual([state, error, notice], ["loading", null, null]);
        assert.equal(await page.locator("#own").isVisible(), true);
        come();
        await settles(page, "ready");
        assert.equal(await page.locator("#own").isVisible(), false);
      },
    },
    {
      fault: "The card is removed while the WebAssembly is on its way",
      card: "Aborts a request that went out ahead, and tells of nothing; put back, it loads",
      options: { alone: true },
      async run({ page, visit, console, portal, tenant }) {
        const company = tenant();
        await console.fault(company, { body: { rows: 4 } });
        portal.hold();
        const sent = [];
        page.on("request", (request) => request.url().includes(company) && sent.push(request));
        let come;
        const late = new Promise((resolve) => (come = resolve));
        await page.route(WASM, async (route) => {
          await late;
          await route.continue();
        });
        await visit(`<licensing-card tenant="${company}"></licensing-card>`);
        await page.evaluate(() => {
          window.card = document.querySelector("licensing-card");
          window.card.remove();
        });
        come();
        await page.evaluate(() => window.mount({}, { data: [] }));
        const reported = (await fired(page, "usage-load")).map(({ name }) => name);
        assert.deepEqual(reported, ["usage-load"]);
        const ahead = sent.length;
        assert.ok(ahead <= 1 && sent.every((request) => request.failure()), "not aborted");
        portal.release();
        await page.evaluate(() => {
          document.querySelector("licensing-card").remove();
          document.body.append(window.card);
        });
        await settles(page, "ready");
        assert.equal(sent.length, ahead + 1);
      },
    },
  ],
};
