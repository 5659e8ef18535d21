// Tokens: given, asked for, expired, missing, and kept to themselves.

import assert from "node:assert/strict";

import { answer, card } from "../rows.js";

const authorizations = async (console, company) =>
  (await console.requests(company)).map(({ headers }) => headers.authorization);

export function tokens(test) {
  test("a 401 is mended by a new token of the provider's", async ({
    open,
    run,
    fired,
    console,
    tenant,
  }) => {
    const company = tenant();
    await console.fault(company, [{ status: 401, times: 1 }, answer(3)]);
    await open("");
    const requested = await run(async (tenant) => {
      const requested = [];
      const tokenProvider = async (reason) => {
        requested.push(reason);
        return `token-${requested.length}`;
      };
      await window.mount({ tenant }, { tokenProvider });
      return requested;
    }, company);
    assert.deepEqual(requested, ["initial", "expired"]);
    assert.deepEqual(await authorizations(console, company), ["Bearer token-1", "Bearer token-2"]);
    assert.deepEqual(await fired(), ["usage-loadstart", "usage-load"]);
  });

  test("a 401 without a provider asks the page for a token, which mends it", async (scene) => {
    const { open, run, settles, fired, notice, console, tenant } = scene;
    const company = tenant();
    await console.fault(company, [{ status: 401, times: 1 }, answer(3)]);
    await open(card(`tenant="${company}"`));
    await settles("error");
    assert.deepEqual(await fired(), ["usage-loadstart", "usage-error", "usage-auth-required"]);
    const detail = await run(() => {
      const { bubbles, composed, cancelable, detail } = window.fired.at(-1);
      return [bubbles, composed, cancelable, detail.kind, detail.status];
    });
    assert.deepEqual(detail, [true, true, true, "unauthorized", 401]);
    assert.deepEqual(await notice(), { role: "alert", kind: "unauthorized" });
    await run(() => (document.querySelector("licensing-card").token = "mended"));
    await settles("ready");
    assert.equal((await authorizations(console, company)).at(-1), "Bearer mended");
  });

  test("a page that takes the matter on itself gets no notice", async (scene) => {
    const { open, run, settles, until, console, tenant } = scene;
    const company = tenant();
    await console.fault(company, { status: 401, delayMs: 100 });
    await open(card(`tenant="${company}"`));
    await run(() => addEventListener("usage-auth-required", (event) => event.preventDefault()));
    await settles("error");
    await until(() => window.fired.some(({ name }) => name === "usage-auth-required"));
    await run(() => new Promise((passed) => setTimeout(passed, 50)));
    assert.equal(await run(() => window.notice()), null);
  });

  test("a provider that fails is unauthorized; what it gives that is no token, config", async (scene) => {
    const { open, run } = scene;
    await open("");
    const kinds = await run(async () => {
      const kinds = [];
      for (const tokenProvider of [
        () => Promise.reject(new Error("no")),
        () => {
          throw new Error("no");
        },
        () => 7,
        () => "two\nlines",
      ]) {
        kinds.push((await window.mount({ tenant: "2" }, { tokenProvider })).error.kind);
      }
      return kinds;
    });
    assert.deepEqual(kinds, ["unauthorized", "unauthorized", "config", "config"]);
  });

  test("a token reads back as null; as an attribute it is taken out and never sent", async (scene) => {
    const { open, run, settles, console, tenant } = scene;
    const company = tenant();
    await console.fault(company, answer(3));
    await open(card(`id="c" tenant="${company}" token="secret-of-the-page"`));
    await settles("ready");
    const [attribute, token, logged] = await run(() => {
      const card = document.querySelector("#c");
      return [card.hasAttribute("token"), card.token, window.logged];
    });
    assert.deepEqual([attribute, token, logged.length], [false, null, 1]);
    assert.ok(!JSON.stringify(logged).includes("secret-of-the-page"));
    const sent = JSON.stringify(await console.requests(company));
    assert.ok(!sent.includes("secret-of-the-page"));
  });
}
