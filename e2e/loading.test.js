// The WebAssembly: where it comes from. What happens where it does not is in reliability/files.js.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { DIST } from "./support/environment.js";
import { CARD, look, settles, suite } from "./support/suite.js";

const test = suite();

const WASM = "**/licensing-card_bg.wasm*";

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
    const asked = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await open("", { module: "" });
    await page.evaluate(async (kind) => {
      const { configure } = await import("/licensing-card.js");
      const wasmUrl = "/elsewhere/card.wasm";
      configure({ wasmUrl: kind === "URL" ? new URL(wasmUrl, location.href) : wasmUrl });
      await window.mount({ tenant: "2" });
    }, kind);
    await settles(page, "ready");
    assert.deepEqual(
      asked.filter((path) => path.endsWith(".wasm")),
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
