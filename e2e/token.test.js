// Tokens: given once and for all, or asked for.

import assert from "node:assert/strict";

import { fired, settles, suite } from "./support/suite.js";

// Nothing stands between these pages and the console.
const test = suite({ session: false });

const authorizations = async (console, tenant, earlier = 0) =>
  (await console.requests(tenant)).slice(earlier).map(({ headers }) => headers.authorization);

const requested = (page) => page.evaluate(() => window.requested);

test("a token is sent, reads back as null, and another one replaces it", async ({
  page,
  open,
  console,
  tenant,
}) => {
  const company = tenant();
  await console.fault(company, { body: { rows: 4 } });
  await open("");
  const read = await page.evaluate(async (tenant) => {
    const card = window.put({ tenant }, { token: "first" });
    const read = [card.token];
    await window.outcome(card);
    for (const token of ["second", null]) {
      card.token = token;
      await window.outcome(card);
      read.push(card.token);
    }
    return read;
  }, company);
  assert.deepEqual(read, [null, null, null]);
  const sent = ["Bearer first", "Bearer second", undefined];
  assert.deepEqual(await authorizations(console, company), sent);
});

test("a provider is asked once, before the first request, and takes precedence over the token", async ({
  page,
  open,
  console,
  tenant,
}) => {
  const company = tenant();
  await console.fault(company, { body: { rows: 4 } });
  await open("");
  await page.evaluate(async (tenant) => {
    window.requested = [];
    const tokenProvider = async (...reasons) => {
      window.requested.push(reasons);
      return "provided";
    };
    const card = window.put({ tenant }, { token: "given", tokenProvider });
    await window.outcome(card);
    await card.refresh();
    await card.refresh();
  }, company);
  assert.deepEqual(await requested(page), [["initial"]]);
  assert.deepEqual(await authorizations(console, company), Array(3).fill("Bearer provided"));
  assert.equal(
    await page.evaluate(() => typeof document.querySelector("licensing-card").tokenProvider),
    "function",
  );
});

test("after a 401 the provider is asked once more, and the request replayed once", async ({
  page,
  open,
  console,
}) => {
  await open("");
  const old = await console.signIn();
  const tokens = [old];
  await page.exposeFunction("nextToken", async (reason) => {
    if (reason === "expired") tokens.push(await console.signIn());
    return tokens.at(-1);
  });
  await page.evaluate(() => {
    window.requested = [];
    const tokenProvider = (reason) => {
      window.requested.push(reason);
      return window.nextToken(reason);
    };
    return window.mount({ tenant: "2" }, { tokenProvider });
  });
  const earlier = (await console.requests("2")).length;
  await console.expireTokens();
  await page.evaluate(() => document.querySelector("licensing-card").refresh());
  assert.deepEqual(await requested(page), ["initial", "expired"]);
  assert.deepEqual(
    (await console.requests("2")).slice(earlier).map(({ status }) => status),
    [401, 200],
  );
  assert.deepEqual(
    await authorizations(console, "2", earlier),
    tokens.map((token) => `Bearer ${token}`),
  );
  assert.deepEqual(
    [...new Set((await fired(page, "usage-load", 2)).map(({ name }) => name))],
    ["usage-loadstart", "usage-load"],
  );
});

test("a notice that the page has left out stays out while the next load is under way", async ({
  page,
  open,
  console,
  portal,
  tenant,
}) => {
  const company = tenant();
  const rows = { body: { rows: 4 } };
  await console.fault(company, [{ ...rows, times: 1 }, { status: 401, times: 1 }, rows]);
  await open(`<licensing-card tenant="${company}"></licensing-card>`);
  await settles(page, "ready");
  await page.evaluate(async () => {
    const card = document.querySelector("licensing-card");
    card.addEventListener("usage-auth-required", (event) => event.preventDefault());
    await card.refresh().catch(() => {});
  });
  portal.hold();
  await page.evaluate(() => void document.querySelector("licensing-card").refresh());
  await page.locator("[part=card] [aria-busy=true]").waitFor();
  assert.deepEqual(
    await page.evaluate(() => [
      document.querySelector("licensing-card").state,
      document.querySelector("licensing-card").shadowRoot.querySelector("[part=notice]"),
    ]),
    ["stale", null],
  );
  portal.release();
  await settles(page, "ready");
});

test("no other event can be cancelled", async ({ page, open }) => {
  await open("");
  await page.evaluate(() => window.mount({ tenant: "2" }));
  const events = await fired(page, "usage-auth-required");
  assert.deepEqual(
    events.map(({ name, cancelable }) => [name, cancelable]),
    [
      ["usage-loadstart", false],
      ["usage-error", false],
      ["usage-auth-required", true],
    ],
  );
});

// Values of a provider or the page that send no header.
const NOTHING = ["''", "null", "undefined", "Promise.resolve('')"];

for (const [from, values] of [
  ["provider", NOTHING],
  ["token", NOTHING.slice(0, 3)],
]) {
  test(`nothing sends no header: by ${from}`, async ({ t, page, open, console, tenant }) => {
    await open("");
    for (const value of values) {
      await t.test(value, async () => {
        const company = tenant();
        await console.fault(company, { body: { rows: 4 } });
        const { error } = await page.evaluate(
          ([tenant, value, from]) => {
            const given = (0, eval)(value);
            const token = { token: given };
            const provider = { token: "x", tokenProvider: () => given };
            return window.mount({ tenant }, from === "token" ? token : provider);
          },
          [company, value, from],
        );
        assert.equal(error, null);
        assert.deepEqual(await authorizations(console, company), [undefined]);
      });
    }
  });
}
