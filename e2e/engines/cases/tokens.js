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
    const { open, run, settles, until, console, portal, tenant } = scene;
    const company = tenant();
    await console.fault(company, { status: 401 });
    portal.hold();
    await open(card(`tenant="${company}"`));
    await run(() => addEventListener("usage-auth-required", (event) => event.preventDefault()));
    portal.release();
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

  test("no spelling of an endpoint takes a token to another origin", async (scene) => {
    const { open, run, console, tenant } = scene;
    const company = tenant();
    const host = new URL(console.http).host;
    await open("");
    const kinds = await run(
      async (tenant, host) => {
        const base = document.createElement("base");
        base.href = `http://${host}/`;
        document.head.append(base);
        const kinds = [];
        const slashes = ["//", "/\\", "\\\\", "\t//", "/\t/", " //", "http:\\\\", "http:", "http:/"];
        for (const slash of [...slashes, "https:\\\\", "http:///", "http://user:pass@"]) {
          const endpoint = `${slash}${host}/v2`;
          const { error } = await window.mount({ tenant, endpoint }, { token: "good" });
          kinds.push(error?.kind ?? `${JSON.stringify(endpoint)} loads`);
        }
        // The default is the page's own origin, whatever the base.
        kinds.push((await window.mount({ tenant: "2" })).state);
        return kinds;
      },
      company,
      host,
    );
    assert.deepEqual(kinds, [...Array(12).fill("config"), "ready"]);
    assert.deepEqual(await console.requests(company), []);
  });

  test("a server that writes the token down in its own way is not quoted", async (scene) => {
    const { open, run, console, tenant } = scene;
    const token = "Secret+of/the=page.0123456789";
    const base64 = btoa(token);
    await open("");
    for (const spelling of [
      token,
      encodeURIComponent(token),
      base64,
      base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=*$/, ""),
      [...token].reverse().join(""),
      token.toUpperCase(),
      token.slice(0, 12),
    ]) {
      const company = tenant();
      await console.fault(company, { status: 400, body: { json: { message: `No ${spelling}` } } });
      const look = await run((tenant, token) => window.mount({ tenant }, { token }), company, token);
      assert.deepEqual([look.error?.kind, look.error?.status], ["http", 400]);
      const run8 = spelling.slice(0, 8);
      assert.ok(!JSON.stringify(look).includes(run8), `${spelling}: ${JSON.stringify(look)}`);
    }
  });
}
