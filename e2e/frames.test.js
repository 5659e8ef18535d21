// Frames that may do little.

import assert from "node:assert/strict";

import { suite } from "./support/suite.js";

const test = suite();

for (const [what, body] of [
  [
    "a payload handed over",
    "card.data = [{ type: 'CC_VM_Backup', usedCount: 4, usedInstances: 4 }]",
  ],
  [
    "an answer",
    "card.tenant = '6'; card.endpoint = API; card.credentials = 'omit'; card.token = TOKEN",
  ],
]) {
  test(`in a sandboxed frame, without storage or an origin, the card shows ${what}`, async ({
    page,
    open,
    portal,
    other,
    console,
  }) => {
    const open_ = { "Access-Control-Allow-Origin": "*" };
    for (const name of ["licensing-card.js", "licensing-card_glue.js", "licensing-card_bg.wasm"]) {
      const file = await (await fetch(`${portal.origin}/${name}`)).arrayBuffer();
      portal.put(`/open/${name}`, Buffer.from(file), open_);
    }
    const answer = await (
      await fetch(`${portal.origin}/v2/tenants/2/licensing/cloudConnectUsage`)
    ).text();
    await page.route("**/sandboxed/**", (route) =>
      route.fulfill({
        status: route.request().method() === "OPTIONS" ? 204 : 200,
        headers: { ...open_, "Access-Control-Allow-Headers": "authorization" },
        body: answer,
      }),
    );
    const script = `
      const API = "${portal.origin}/sandboxed", TOKEN = "secret";
      const card = document.createElement("licensing-card");
      ${body};
      const said = () => parent.postMessage({
        origin: self.origin,
        storage: (() => { try { return !!localStorage } catch { return "throws" } })(),
        state: card.state,
        count: card.usage?.totals.total.count,
        error: card.error,
      }, "*");
      card.addEventListener("usage-load", said);
      card.addEventListener("usage-error", said);
      document.body.append(card);`;
    const frame = `<!doctype html><body><script type="module" src="/open/licensing-card.js"></script>
      <script type="module">${script}</script>`;
    portal.put("/frame.html", frame);
    await open("");
    const logged = await page.evaluate(
      () =>
        new Promise((resolve) => {
          addEventListener("message", ({ data }) => resolve(data), { once: true });
          const frame = document.createElement("iframe");
          frame.setAttribute("sandbox", "allow-scripts");
          frame.src = "/frame.html";
          document.body.append(frame);
        }),
    );
    assert.deepEqual(
      [logged.origin, logged.storage, logged.state, logged.error],
      ["null", "throws", "ready", null],
    );
    assert.ok(logged.count > 0);
  });
}
