// The WebAssembly: where it comes from, and failures to load it. See reliability/files.js, too.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { DIST } from "./support/environment.js";
import { CARD, fired, look, settles, suite } from "./support/suite.js";

const test = suite();

const WASM = "**/licensing-card_bg.wasm*";
const CONTENT =
  '<licensing-card id="card" tenant="2"><p id="own">The usage is on page 4.</p></licensing-card>';

test("a failed load speaks the card's language", async ({ page, open }) => {
  await page.route(WASM, (route) => route.fulfill({ status: 404, body: "" }));
  await open(CARD, { lang: "de-AT" });
  await settles(page, "error");
  assert.match((await look(page)).error.message, /konnte nicht geladen werden/);
});

for (const kind of ["string", "URL"]) {
  test(`configure() takes the WebAssembly from elsewhere, given as a ${kind}`, async ({
    page,
    open,
    portal,
  }) => {
    const wasm = await readFile(join(DIST, "licensing-card_bg.wasm"));
    portal.put("/elsewhere/card.wasm", wasm, { "Content-Type": "application/wasm" });
    const requested = [];
    page.on("request", (request) => requested.push(new URL(request.url()).pathname));
    await open("", { module: "" });
    await page.evaluate(async (kind) => {
      const { configure } = await import("/licensing-card.js");
      const wasmUrl = "/elsewhere/card.wasm";
      configure({ wasmUrl: kind === "URL" ? new URL(wasmUrl, location.href) : wasmUrl });
      await window.mount({ tenant: "2" });
    }, kind);
    await settles(page, "ready");
    assert.deepEqual(
      requested.filter((path) => path.endsWith(".wasm")),
      ["/elsewhere/card.wasm"],
    );
  });
}

test("configure() without anything to say changes nothing", async ({ page, open }) => {
  await open("");
  const state = await page.evaluate(async () => {
    const { configure } = await import("/licensing-card.js");
    configure();
    configure(null);
    configure({});
    configure({ wasmUrl: undefined });
    return (await window.mount({ tenant: "2" })).state;
  });
  assert.equal(state, "ready");
});

test("the WebAssembly may come under any content type", async ({ page, open }) => {
  const body = await readFile(join(DIST, "licensing-card_bg.wasm"));
  await page.route(WASM, (route) => route.fulfill({ contentType: "text/plain", body }));
  await open(CARD);
  await settles(page, "ready");
});

test("trying again gets past a cache that holds what failed", async ({ page, open, portal }) => {
  const wasm = "/cached/card.wasm";
  const kept = { "Content-Type": "application/wasm", "Cache-Control": "max-age=3600" };
  portal.put(wasm, "\0asm", kept);
  await open("", { module: "" });
  await page.evaluate(async (wasmUrl) => {
    const { configure } = await import("/licensing-card.js");
    configure({ wasmUrl });
    await window.mount({ tenant: "2" });
  }, wasm);
  assert.equal((await look(page)).error.kind, "load-failed");
  portal.put(wasm, await readFile(join(DIST, "licensing-card_bg.wasm")), kept);
  // The cache has it still.
  assert.equal(
    await page.evaluate(async (url) => (await (await fetch(url)).arrayBuffer()).byteLength, wasm),
    4,
  );
  await page.locator("[part=retry-button]").click();
  await settles(page, "ready");
});

test("a policy without 'wasm-unsafe-eval' is a load that failed", async ({ page, open }) => {
  await open(CONTENT, { headers: { "Content-Security-Policy": "script-src 'self'" } });
  await settles(page, "error");
  const { error } = await look(page);
  assert.equal(error.kind, "load-failed");
  assert.equal(await page.locator("#own").isVisible(), true);
  await page.locator("[part=retry-button]").click();
  await fired(page, "usage-error", 2);
  assert.equal((await look(page)).error.kind, "load-failed");
});

for (const [what, replacement] of [
  [
    "throws",
    () => {
      throw "no";
    },
  ],
  ["rejects with a string", () => Promise.reject("no")],
  ["resolves with something else", () => Promise.resolve({ ok: true })],
  ["gives nothing", () => {}],
]) {
  test(`where the page's own fetch ${what}, the load has failed`, async ({ page, open }) => {
    await page.addInitScript(`window.fetch = ${replacement}`);
    await open(CONTENT);
    await settles(page, "error");
    assert.equal((await look(page)).error.kind, "load-failed");
    assert.equal(await page.locator("#own").isVisible(), true);
  });
}

test("cards that try again together take changes that the page makes in between", async ({ page, open }) => {
  await page.addInitScript(() => {
    const { fetch } = window;
    window.fetch = (url, ...options) => {
      if (String(url).includes(".wasm")) {
        if (!window.answers) return Promise.reject(new TypeError());
        document.querySelector("licensing-card").heading = "Meanwhile";
      }
      return fetch(url, ...options);
    };
  });
  await open(CARD + CARD.replace('id="card"', 'id="other"'));
  const settle = (state) =>
    page.waitForFunction(
      (state) => [...document.querySelectorAll("licensing-card")].every((card) => card.state === state),
      state,
    );
  await settle("error");
  await page.evaluate(() => (window.answers = true));
  await page.locator("#card [part=retry-button]").click();
  await settle("ready");
  await page.evaluate(() => (document.querySelector("#other").heading = "Afterwards"));
  await page.getByText("Afterwards").waitFor();
  await page.getByText("Meanwhile").waitFor();
});

test("one failed load is one usage-error, whatever else the page asked of the card meanwhile", async ({
  page,
  open,
}) => {
  let answer;
  const held = new Promise((resolve) => (answer = resolve));
  await page.route("**/licensing-card_bg.wasm*", async (route) => {
    await held;
    await route.fulfill({ status: 404, body: "" });
  });
  await open(CARD);
  const [refreshed] = await page
    .evaluate(async () => {
      const card = document.querySelector("licensing-card");
      const refreshed = card.refresh().catch(({ kind }) => kind);
      for (const heading of ["One", "Two", "Three"]) {
        card.heading = heading;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      window.refreshed = refreshed;
    })
    .then(async () => {
      answer();
      return [await page.evaluate(() => window.refreshed)];
    });
  assert.equal(refreshed, "load-failed");
  await settles(page, "error");
  const errors = (await fired(page, "usage-error")).filter(({ name }) => name === "usage-error");
  assert.equal(errors.length, 1);
});

test("while it is loaded once more the card is loading, and says nothing of the failure", async ({
  page,
  open,
}) => {
  let answer;
  const held = new Promise((resolve) => (answer = resolve));
  let requested = 0;
  await page.route("**/licensing-card_bg.wasm*", async (route) => {
    if (++requested === 1) return route.fulfill({ status: 404, body: "" });
    await held;
    return route.continue();
  });
  await open(`${CARD}<licensing-card id="other" tenant="3">Its own content</licensing-card>`);
  await settles(page, "error", "#card");
  await settles(page, "error", "#other");
  await page.locator("#card [part=retry-button]").click();
  const seen = await page.evaluate(() =>
    ["#card", "#other"].map((id) => {
      const { state, error, notice } = window.look(document.querySelector(id));
      return { state, error, notice };
    }),
  );
  const loading = { state: "loading", error: null, notice: null };
  assert.deepEqual(seen, [loading, loading]);
  assert.equal(await page.locator("#other").innerText(), "Its own content");
  answer();
  await settles(page, "ready", "#card");
  await settles(page, "ready", "#other");
});
