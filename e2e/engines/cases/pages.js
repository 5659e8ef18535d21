// Pages and the element: policies, further tags, early properties, other documents.

import assert from "node:assert/strict";

import { failing } from "../../support/trap.js";
import { answer, card } from "../rows.js";

// No more than the documents ask for, and no text may become script or markup.
const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
  "connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

export function pages(test) {
  test("a strict policy is kept in every state", async (scene) => {
    const { open, run, until, settles, press, refresh, console, tenant } = scene;
    const [company, forbidden] = [tenant(), tenant()];
    await console.fault(company, [{ body: { rows: 4 }, times: 1 }, { status: 403 }]);
    await console.fault(forbidden, { status: 403 });
    await open(
      card(`id="card" tenant="${company}" limit="2"`) +
        card('id="empty" tenant="7"') +
        card(`id="failed" tenant="${forbidden}"`),
      { headers: { "Content-Security-Policy": STRICT }, before: [failing] },
    );
    await settles("ready", "#card");
    await settles("empty", "#empty");
    await settles("error", "#failed");
    await run(() =>
      Object.assign(document.querySelector("#card"), { theme: "dark", locale: "de" }),
    );
    await until(() => /Lizenznutzung/.test(window.part("heading").textContent));
    await press("export-button", "#card");
    await press("copy-button", "#card");
    await refresh("#card");
    await settles("stale", "#card");
    assert.deepEqual(await run(() => window.violations), []);
    // It was in force all the while.
    await run(() => document.body.setAttribute("style", "color: red"));
    await until(() => window.violations.length === 1);
  });

  test("a page whose address has a name and a password loads the card, and requests by its own origin", async (scene) => {
    const { open, run, settles, console, tenant } = scene;
    const company = tenant();
    await console.fault(company, answer(3));
    await open(card(`tenant="${company}"`), { user: "user:pass" });
    await settles("ready");
    assert.equal((await console.requests(company)).length, 1);
    // A file of the page's own choice is at the same origin.
    await open("", { user: "user:pass", module: null });
    const state = await run(async (company) => {
      const { configure } = await import("/licensing-card.js");
      configure({ wasmUrl: "/licensing-card_bg.wasm" });
      document.body.innerHTML = `<licensing-card tenant="${company}"></licensing-card>`;
      const [card] = document.body.children;
      await new Promise((ends) => ["usage-load", "usage-error"].forEach((type) => card.addEventListener(type, ends)));
      return card.state;
    }, company);
    assert.equal(state, "ready");
  });

  test("define() gives further tags, and says what is whose", async ({ open, run, settles }) => {
    await open('<usage-card tenant="2"></usage-card>');
    const logged = await run(() => {
      customElements.define("their-card", class extends HTMLElement {});
      const { define } = window.licensing;
      return ["licensing-card", "usage-card", "usage-card", "their-card"].map((tag) => define(tag));
    });
    assert.deepEqual(logged, [true, true, true, false]);
    await settles("ready", "usage-card");
    assert.equal(await run(() => window.logged.length), 1);
  });

  test("properties that were set before the definition count", async ({
    open,
    run,
    until,
    console,
    tenant,
  }) => {
    const company = tenant();
    await console.fault(company, answer(3));
    await open(card(), { module: "" });
    await run((tenant) => {
      const script = document.createElement("script");
      Object.assign(document.querySelector("licensing-card"), { tenant, token: "early", limit: 9 });
      Object.assign(script, { type: "module", src: "/licensing-card.js" });
      document.head.append(script);
    }, company);
    await until(() => document.querySelector("licensing-card").state === "ready");
    const [request] = await console.requests(company);
    assert.equal(request.headers.authorization, "Bearer early");
    const limit = () => document.querySelector("licensing-card").getAttribute("limit");
    assert.equal(await run(limit), "9");
  });

  test("attributes and properties are one; what is invalid reads as the default", async (scene) => {
    const { open, run } = scene;
    await open(card('tenant="2" timeout="soon" heading-level="3" credentials="omit"'));
    await run(() => new Promise((passed) => setTimeout(passed, 50)));
    const [read, logged] = await run(() => {
      const card = document.querySelector("licensing-card");
      const read = [card.timeout, card.headingLevel, card.credentials, card.api, card.limit];
      card.refreshInterval = 60;
      card.resource = "backupServerUsage";
      card.headingLevel = null;
      read.push(card.getAttribute("refresh-interval"), card.getAttribute("resource"));
      read.push(card.hasAttribute("heading-level"), card.headingLevel);
      return [read, window.logged.map(({ level, text }) => [level, /timeout/.test(text)])];
    });
    assert.deepEqual(read, [10, 3, "omit", "v2", null, "60", "backupServerUsage", false, 2]);
    assert.deepEqual(logged, [["warn", true]]);
  });

  test("moved into a frame's document, a card works there, with its looks", async (scene) => {
    const { open, run, until, settles, console, tenant } = scene;
    const company = tenant();
    await console.fault(company, [{ ...answer(3), times: 1 }, answer(4)]);
    await open(`${card(`tenant="${company}" theme="dark"`)}<iframe></iframe>`);
    await settles("ready");
    const ground = await run(() => {
      window.card = document.querySelector("licensing-card");
      const before = getComputedStyle(window.part("card")).backgroundColor;
      document.querySelector("iframe").contentDocument.body.append(window.card);
      return before;
    });
    await run(() => new Promise((passed) => setTimeout(passed, 100)));
    await until(() => window.card.state === "ready");
    await run(() => window.card.refresh());
    const [count, there, looks] = await run(() => [
      window.card.usage.totals.used.count,
      window.numbers(window.card).totals.used[0],
      window.card.ownerDocument.defaultView.getComputedStyle(window.part("card", window.card))
        .backgroundColor,
    ]);
    assert.deepEqual([count, there, looks], [4, "4", ground]);
  });

  test("cloned, a card is one of its own", async ({
    open,
    run,
    until,
    settles,
    console,
    tenant,
  }) => {
    const company = tenant();
    await console.fault(company, answer(3));
    await open(card(`id="card" tenant="${company}"`));
    await settles("ready");
    await run(() => {
      const clone = document.querySelector("#card").cloneNode(true);
      clone.id = "clone";
      document.querySelector("#card").remove();
      document.body.append(clone);
    });
    await settles("ready", "#clone");
    assert.equal((await console.requests(company)).length, 2);
    await until(() => window.numbers(document.querySelector("#clone")).totals.used[0] === "3");
  });

  test("names that the page's markup takes are no names to the card", async (scene) => {
    const { open, settles, numbers } = scene;
    const form = `<form><input name="lang">${card('tenant="2"')}</form>`;
    await open(`<img name="baseURI" alt="">${form}`);
    await settles("ready");
    assert.equal((await numbers()).totals.total[0], "11");
  });
}
