// Each kind of error that a server, a network or a page can bring about.

import assert from "node:assert/strict";

import { answer, card } from "../rows.js";

const LATER = { "Retry-After": "600" };

// The console's fault, the kind of error, and the status.
const ANSWERS = [
  [{ status: 403 }, "forbidden", 403],
  [{ status: 404 }, "not-found", 404],
  [{ status: 418 }, "http", 418],
  [{ status: 204 }, "http", 204],
  [{ status: 429, headers: LATER }, "throttled", 429],
  [{ status: 500, headers: LATER }, "server", 500],
  [{ status: 503, headers: LATER }, "server", 503],
  [{ body: { text: "<h1>Sign in</h1>" } }, "invalid-response", 200],
  [{ body: { json: { numbers: [] } } }, "invalid-response", 200],
  [{ status: 302, headers: { Location: "/sign-in" } }, "unauthorized", null],
];

/** Retries come as soon as they may. */
const atOnce = () => {
  Math.random = () => 0;
};

export function errors(test) {
  test("each answer that is none has its kind, its sentence and its alert", async (scene) => {
    const { open, settles, look, notice, console, tenant } = scene;
    const companies = ANSWERS.map(tenant);
    await Promise.all(companies.map((company, at) => console.fault(company, ANSWERS[at][0])));
    await open(companies.map((company) => card(`id="c${company}" tenant="${company}"`)).join(""));
    for (const [at, company] of companies.entries()) {
      const [fault, kind, status] = ANSWERS[at];
      await settles("error", `#c${company}`);
      const { error, notice: words } = await look(`#c${company}`);
      assert.deepEqual([error.kind, error.status], [kind, status], JSON.stringify(fault));
      assert.ok(words.includes(error.message), words);
      assert.deepEqual(await notice(`#c${company}`), { role: "alert", kind });
      assert.equal(error.retryAt !== null, fault.headers === LATER);
    }
  });

  test("config: without a company there is nothing to ask for", async ({ open, settles, look }) => {
    await open(card() + card('id="far" tenant="2" endpoint="//elsewhere/v2"'));
    await settles("error");
    await settles("error", "#far");
    for (const selector of ["licensing-card", "#far"]) {
      const { error } = await look(selector);
      assert.deepEqual([error.kind, error.status, error.retryable], ["config", null, false]);
    }
  });

  test("unreachable: an answer that breaks off, and none at all", async (scene) => {
    const { open, settles, look, console, tenant } = scene;
    const [broken, none] = [tenant(), tenant()];
    await console.fault(broken, { ...answer(3), truncateAt: 20 });
    await console.fault(none, { connection: "reset" });
    await open(card(`tenant="${broken}"`) + card(`id="none" tenant="${none}"`), {
      before: [atOnce],
    });
    for (const selector of ["licensing-card", "#none"]) {
      await settles("error", selector);
      const { error } = await look(selector);
      assert.deepEqual([error.kind, error.status], ["unreachable", null], selector);
    }
  });

  test("timeout: an answer that does not come, nor end, in time", async (scene) => {
    const { open, settles, look, console, tenant } = scene;
    const [hanging, dripping] = [tenant(), tenant()];
    await console.fault(hanging, { connection: "hang" });
    await console.fault(dripping, { ...answer(3), dripMs: 5_000 });
    await open(
      card(`timeout="1" tenant="${hanging}"`) + card(`id="drips" timeout="1" tenant="${dripping}"`),
      { before: [atOnce] },
    );
    for (const selector of ["licensing-card", "#drips"]) {
      await settles("error", selector);
      const { error } = await look(selector);
      assert.deepEqual([error.kind, error.status], ["timeout", null], selector);
    }
  });

  test("load-failed: the content between the tags is shown, and a retry mends it", async (scene) => {
    const { open, run, settles, look, press, portal } = scene;
    portal.put("/elsewhere.wasm", "no", { "Content-Type": "text/plain" });
    await open("<main></main>");
    await run((markup) => {
      window.licensing.configure({ wasmUrl: "/elsewhere.wasm" });
      document.querySelector("main").innerHTML = markup;
    }, card('tenant="2"', '<p id="own">On page 4.</p>'));
    await settles("error");
    const { error } = await look();
    assert.equal(error.kind, "load-failed");
    assert.ok(await run(() => document.querySelector("#own").getClientRects().length));
    const wasm = await fetch(`${portal.origin}/licensing-card_bg.wasm`);
    const type = { "Content-Type": "application/wasm" };
    portal.put("/elsewhere.wasm", Buffer.from(await wasm.arrayBuffer()), type);
    await press("retry-button");
    await settles("ready");
  });

  test("a page that may not run WebAssembly gets the content between the tags", async (scene) => {
    const { open, run, settles, look } = scene;
    const headers = { "Content-Security-Policy": "script-src 'self'" };
    await open(card('tenant="2"', '<p id="own">On page 4.</p>'), { headers });
    await settles("error");
    assert.equal((await look()).error.kind, "load-failed");
    assert.ok(await run(() => document.querySelector("#own").getClientRects().length));
  });

  test("a 200 that is no usage is no number", async (scene) => {
    const { open, run } = scene;
    await open("");
    const kinds = await run(async () => {
      const kinds = [];
      for (const data of [
        [{ Type: "CC_VM_Backup", UsedCount: 3 }],
        [{ type: "CC_VM_Backup", used_count: 3 }],
        [{ errorCode: 7, message: "Session expired" }],
        [{}],
        [{ id: 1, name: "A" }],
        { data: null, errors: [{ message: "License is not installed" }] },
        { data: [{ usedCount: 1 }], meta: { pagingInfo: { total: 2 } } },
        { data: [{ usedCount: 1 }], nextLink: "/v2?page=2" },
        { data: [{ usedCount: 1 }], "@odata.nextLink": "/v2?page=2" },
      ]) {
        kinds.push((await window.mount({ tenant: "2" }, { data })).error?.kind);
      }
      return kinds;
    });
    assert.deepEqual(kinds, Array(9).fill("invalid-response"));
  });
}
