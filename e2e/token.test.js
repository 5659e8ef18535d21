// Tokens: given once and for all, or asked for.

import assert from "node:assert/strict";

import { heard, look, settles, suite } from "./support/suite.js";

// Nothing stands between these pages and the console.
const test = suite({ session: false });

const CARD = '<licensing-card tenant="2"></licensing-card>';

const authorizations = async (console, tenant, earlier = 0) =>
  (await console.requests(tenant)).slice(earlier).map(({ headers }) => headers.authorization);

/** Puts a card up whose provider gives these tokens in turn; what it was asked is in `asked`. */
const provide = (page, tokens, attributes) =>
  page.evaluate(
    ([tokens, attributes]) => {
      window.asked = [];
      return window.mount(attributes, {
        tokenProvider: (reason) => {
          window.asked.push(reason);
          return tokens[window.asked.length - 1];
        },
      });
    },
    [tokens, attributes],
  );

const asked = (page) => page.evaluate(() => window.asked);

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
    window.asked = [];
    const tokenProvider = async (...reasons) => {
      window.asked.push(reasons);
      return "provided";
    };
    const card = window.put({ tenant }, { token: "given", tokenProvider });
    await window.outcome(card);
    await card.refresh();
    await card.refresh();
  }, company);
  assert.deepEqual(await asked(page), [["initial"]]);
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
    window.asked = [];
    const tokenProvider = (reason) => {
      window.asked.push(reason);
      return window.nextToken(reason);
    };
    return window.mount({ tenant: "2" }, { tokenProvider });
  });
  const earlier = (await console.requests("2")).length;
  await console.expireTokens();
  await page.evaluate(() => document.querySelector("licensing-card").refresh());
  assert.deepEqual(await asked(page), ["initial", "expired"]);
  assert.deepEqual(
    (await console.requests("2")).slice(earlier).map(({ status }) => status),
    [401, 200],
  );
  assert.deepEqual(
    await authorizations(console, "2", earlier),
    tokens.map((token) => `Bearer ${token}`),
  );
  assert.deepEqual(
    [...new Set((await heard(page, "usage-load", 2)).map(({ name }) => name))],
    ["usage-loadstart", "usage-load"],
  );
});

test("a second 401 is unauthorized: usage-error, then usage-auth-required", async ({
  page,
  open,
  console,
  tenant,
}) => {
  const company = tenant();
  await console.fault(company, { status: 401 });
  await open("");
  const { state, error, notice } = await provide(page, ["first", "second", "third"], {
    tenant: company,
  });
  assert.deepEqual([state, error.kind, error.status], ["error", "unauthorized", 401]);
  assert.ok(notice.includes(error.message));
  assert.deepEqual(await asked(page), ["initial", "expired"]);
  assert.deepEqual(await authorizations(console, company), ["Bearer first", "Bearer second"]);
  const events = await heard(page, "usage-auth-required");
  assert.deepEqual(
    events.map(({ name }) => name),
    ["usage-loadstart", "usage-error", "usage-auth-required"],
  );
  const required = events.at(-1);
  assert.deepEqual(required.detail, error);
  assert.deepEqual([required.bubbles, required.composed, required.cancelable], [true, true, true]);

  // The next load begins with another new token, which mends it.
  await console.mend(company);
  await console.fault(company, { body: { rows: 4 } });
  await page.evaluate(() => document.querySelector("licensing-card").refresh());
  assert.equal((await look(page)).state, "ready");
  assert.deepEqual(await asked(page), ["initial", "expired", "expired"]);
  assert.equal((await authorizations(console, company)).at(-1), "Bearer third");
});

test("without a provider a 401 is unauthorized at once", async ({
  page,
  open,
  console,
  tenant,
}) => {
  const company = tenant();
  await console.fault(company, { status: 401 });
  await open("");
  const { error } = await page.evaluate(
    (tenant) => window.mount({ tenant }, { token: "x" }),
    company,
  );
  assert.equal(error.kind, "unauthorized");
  await heard(page, "usage-auth-required");
  assert.equal((await console.requests(company)).length, 1);
});

test("cancelling usage-auth-required leaves the notice out and the state unchanged", async ({
  page,
  open,
}) => {
  await open("");
  await page.evaluate(() => {
    addEventListener("usage-auth-required", (event) => event.preventDefault());
    return window.mount({ tenant: "2" });
  });
  await page.waitForFunction(
    () => !document.querySelector("licensing-card").shadowRoot.querySelector("[part=notice]"),
  );
  const { state, error } = await look(page);
  assert.deepEqual([state, error.kind], ["error", "unauthorized"]);
});

test("a notice left out once is back for the next error", async ({
  page,
  open,
  console,
  tenant,
}) => {
  const company = tenant();
  await console.fault(company, [{ status: 401, times: 1 }, { status: 403 }]);
  await open("");
  await page.evaluate((tenant) => {
    addEventListener("usage-auth-required", (event) => event.preventDefault());
    return window.mount({ tenant });
  }, company);
  await page.evaluate(() =>
    document
      .querySelector("licensing-card")
      .refresh()
      .catch(() => {}),
  );
  await page.locator("[part=notice][data-kind=forbidden]").waitFor();
});

test("no other event can be cancelled", async ({ page, open }) => {
  await open("");
  await page.evaluate(() => window.mount({ tenant: "2" }));
  const events = await heard(page, "usage-auth-required");
  assert.deepEqual(
    events.map(({ name, cancelable }) => [name, cancelable]),
    [
      ["usage-loadstart", false],
      ["usage-error", false],
      ["usage-auth-required", true],
    ],
  );
});

const REFUSING = [
  ["throws", "() => { throw new Error('no') }"],
  ["throws what is no error", "() => { throw null }"],
  ["rejects", "() => Promise.reject(new Error('no'))"],
  ["rejects with nothing", "() => Promise.reject()"],
  ["returns a thenable that throws", "() => ({ then() { throw new Error('no') } })"],
];

test("a provider that gives no token is unauthorized, and nothing is sent", async ({
  t,
  page,
  open,
  console,
  tenant,
}) => {
  await open("");
  for (const [index, [what, provider]] of REFUSING.entries()) {
    await t.test(`one that ${what}`, async () => {
      const company = tenant();
      const { error } = await page.evaluate(
        ([tenant, provider]) => window.mount({ tenant }, { tokenProvider: (0, eval)(provider) }),
        [company, provider],
      );
      assert.deepEqual([error.kind, error.status], ["unauthorized", null]);
      await heard(page, "usage-auth-required", index + 1);
      assert.deepEqual(await console.requests(company), []);
    });
  }
});

test("a provider that takes over 10 s is unauthorized, and its late token is not used", async ({
  page,
  open,
  console,
  tenant,
}) => {
  const company = tenant();
  await page.clock.install();
  await open("");
  await page.evaluate((tenant) => {
    const token = new Promise((resolve) => (window.give = resolve));
    window.put({ tenant }, { tokenProvider: () => token });
  }, company);
  await heard(page, "usage-loadstart");
  await page.clock.runFor(9_000);
  assert.equal((await look(page)).state, "loading");
  await page.clock.runFor(2_000);
  await settles(page, "error");
  assert.equal((await look(page)).error.kind, "unauthorized");
  await page.evaluate(() => window.give("late"));
  await page.clock.runFor(1_000);
  assert.equal((await look(page)).state, "error");
  assert.deepEqual(await console.requests(company), []);
});

// What a provider gives, and the error that it makes, or none where no header is sent.
const GIVEN = [
  ["42", "config"],
  ["({ access_token: 'x' })", "config"],
  ["['x']", "config"],
  ["true", "config"],
  ["'line\\nbreak'", "config"],
  ["'schlüssel'", "config"],
  ["'a\\0b'", "config"],
  ["''", null],
  ["null", null],
  ["undefined", null],
  ["Promise.resolve('')", null],
];

for (const [from, values] of [
  ["provider", GIVEN],
  ["token", GIVEN.filter(([value]) => !value.startsWith("Promise"))],
]) {
  test(`what cannot be sent is a config error, and nothing sends no header: by ${from}`, async ({
    t,
    page,
    open,
    console,
    tenant,
  }) => {
    await open("");
    for (const [value, kind] of values) {
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
        assert.equal(error?.kind ?? null, kind);
        if (kind) assert.match(error.message, /token/);
        assert.deepEqual(await authorizations(console, company), kind ? [] : [undefined]);
      });
    }
  });
}

test("a new token after a refusal is tried at once", async ({ page, open, console }) => {
  await open(CARD);
  await settles(page, "error");
  const token = await console.signIn();
  await page.evaluate((token) => {
    document.querySelector("licensing-card").token = token;
  }, token);
  await settles(page, "ready");
});

test("a new provider after a refusal is tried at once", async ({ page, open, console }) => {
  await open("");
  await provide(page, ["wrong", "wrong"], { tenant: "2" });
  const token = await console.signIn();
  await page.evaluate((token) => {
    document.querySelector("licensing-card").tokenProvider = () => token;
  }, token);
  await settles(page, "ready");
});
