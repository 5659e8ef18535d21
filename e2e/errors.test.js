// Every kind of error, with what the page and the person are told.

import assert from "node:assert/strict";

import { heard, look, settles, suite } from "./support/suite.js";

const test = suite();

// The server asks not to be asked again soon, so what may be tried again is not tried by itself.
const LATER = { "Retry-After": "600" };

const ANSWERS = [
  ["401", { status: 401 }, "unauthorized", 401, true],
  ["403", { status: 403 }, "forbidden", 403, false],
  ["404", { status: 404 }, "not-found", 404, false],
  ["429", { status: 429, headers: LATER }, "throttled", 429, true],
  ["500", { status: 500, headers: LATER }, "server", 500, true],
  ["501", { status: 501, headers: LATER }, "server", 501, true],
  ["502", { status: 502, headers: LATER }, "server", 502, true],
  ["503", { status: 503, headers: LATER }, "server", 503, true],
  ["504", { status: 504, headers: LATER }, "server", 504, true],
  ["520", { status: 520, headers: LATER }, "server", 520, true],
  ["599", { status: 599, headers: LATER }, "server", 599, true],
  ["400", { status: 400 }, "http", 400, false],
  ["405", { status: 405 }, "http", 405, false],
  ["408", { status: 408, headers: LATER }, "http", 408, true],
  ["418", { status: 418 }, "http", 418, false],
  ["425", { status: 425, headers: LATER }, "http", 425, true],
  ["a 201 with usage in it", { status: 201, body: { rows: 4 } }, "http", 201, false],
  ["a 204", { status: 204 }, "http", 204, false],
  ["a 206 with usage in it", { status: 206, body: { rows: 4 } }, "http", 206, false],
  ["a redirect", { status: 302, headers: { Location: "/sign-in" } }, "unauthorized", null, true],
  [
    "a permanent redirect",
    { status: 308, headers: { Location: "/v3/" } },
    "unauthorized",
    null,
    true,
  ],
  ["a sign-in page", { body: "signIn" }, "invalid-response", 200, true],
  ["no body", { body: { text: "" } }, "invalid-response", 200, true],
  [
    "half of the JSON",
    { body: { text: '[{"type":"CC_VM_Backup"' } },
    "invalid-response",
    200,
    true,
  ],
  ["JSON that is no usage", { body: { json: { message: "no" } } }, "invalid-response", 200, true],
  ["a text", { body: { json: "no" } }, "invalid-response", 200, true],
  ["an impossible number", { body: { json: [{ usedCount: -1 }] } }, "invalid-response", 200, true],
  ["17 MiB", { body: { bytes: 17 << 20 } }, "invalid-response", 200, true],
  [
    "17 MiB of unknown length",
    { body: { bytes: 17 << 20 }, chunked: true },
    "invalid-response",
    200,
    true,
  ],
];

test("each answer is an error of its kind, and the sentence is the one on screen", async ({
  t,
  page,
  open,
  console,
  tenant,
}) => {
  await open("");
  for (const [what, fault, kind, status, retryable] of ANSWERS) {
    await t.test(what, async () => {
      const company = tenant();
      await console.fault(company, fault);
      const { state, usage, error, notice } = await page.evaluate(
        (tenant) => window.mount({ tenant }),
        company,
      );
      assert.deepEqual([state, usage], ["error", null]);
      assert.deepEqual(Object.keys(error).sort(), [
        "kind",
        "message",
        "retryAt",
        "retryable",
        "status",
      ]);
      assert.deepEqual([error.kind, error.status, error.retryable], [kind, status, retryable]);
      assert.equal(error.retryAt !== null, "Retry-After" in (fault.headers ?? {}));
      assert.ok(error.message.length > 20 && notice.includes(error.message), notice);
      const card = page.locator("licensing-card").last();
      const shown = card.locator("[part=notice]");
      assert.deepEqual(
        [await shown.getAttribute("role"), await shown.getAttribute("data-kind")],
        ["alert", kind],
      );
      assert.equal(await card.locator("[part=retry-button]").count(), retryable ? 1 : 0);
      const { detail } = (await heard(page, "usage-error")).findLast(
        ({ name }) => name === "usage-error",
      );
      assert.deepEqual(detail, error);
    });
  }
});

// Later, these are tried again by themselves before they are told; so they are asked for as they
// come out in the end.
const BREAKS = [
  ["a connection that closes without an answer", { connection: "close" }, "unreachable"],
  ["a connection that is reset", { connection: "reset" }, "unreachable"],
  ["an answer that breaks off", { body: { rows: 400 }, truncateAt: 500 }, "unreachable"],
  ["a server that never answers", { connection: "hang" }, "timeout"],
  ["an answer that drips for too long", { body: { rows: 400 }, dripMs: 5000 }, "timeout"],
];

test("what breaks off is unreachable, what takes too long a timeout", async ({
  t,
  page,
  open,
  console,
  tenant,
}) => {
  await open("");
  // Side by side, so that the timeouts pass together.
  const outcomes = BREAKS.map(async ([what, fault, kind]) => {
    const company = tenant();
    await console.fault(company, fault);
    const seen = await page.evaluate((tenant) => window.mount({ tenant, timeout: "1" }), company);
    return { what, kind, seen };
  });
  for (const { what, kind, seen } of await Promise.all(outcomes)) {
    await t.test(what, () => {
      const { state, error, notice } = seen;
      assert.deepEqual([state, error.kind, error.status], ["error", kind, null]);
      assert.deepEqual([error.retryable, error.retryAt], [true, null]);
      assert.ok(notice.includes(error.message));
    });
  }
});

test("a timed-out request is aborted", async ({ page, open, console, tenant }) => {
  const company = tenant();
  await console.fault(company, { connection: "hang" });
  const aborted = page.waitForEvent("requestfailed");
  await open(`<licensing-card tenant="${company}" timeout="1"></licensing-card>`);
  await settles(page, "error");
  assert.match((await aborted).failure().errorText, /ERR_ABORTED/);
});

const FINE = [
  ["JSON under another content type", { body: { rows: 4 }, contentType: "text/html" }],
  [
    "JSON with a byte order mark",
    { body: { text: '\ufeff[{"type":"CC_VM_Backup","usedCount":1}]' } },
  ],
  ["16 MiB", { body: { bytes: 16 << 20 } }],
  ["an answer of unknown length", { body: { rows: 400 }, chunked: true }],
  ["an answer that drips in time", { body: { rows: 400 }, dripMs: 500 }],
];

test("what is usage is taken however it comes", async ({ t, page, open, console, tenant }) => {
  await open("");
  for (const [what, fault] of FINE) {
    await t.test(what, async () => {
      const company = tenant();
      await console.fault(company, fault);
      const { state, error } = await page.evaluate((tenant) => window.mount({ tenant }), company);
      assert.deepEqual([state, error], ["ready", null]);
    });
  }
});

test("retryAt is when the server asks to be asked again", async ({
  t,
  page,
  open,
  console,
  tenant,
}) => {
  await open("");
  const date = new Date(Math.ceil(Date.now() / 1000) * 1000 + 900_000);
  for (const [header, expected] of [
    ["600", 600],
    [date.toUTCString(), date],
    ["Sun, 06 Nov 1994 08:49:37 GMT", null],
    ["soon", null],
    ["-5", null],
    ["1.5", null],
    ["", null],
  ]) {
    await t.test(header || "nothing", async () => {
      const company = tenant();
      // A 403 is not tried again by itself, whatever the header says.
      await console.fault(company, { status: 403, headers: { "Retry-After": header } });
      const from = Date.now();
      const { error } = await page.evaluate((tenant) => window.mount({ tenant }), company);
      const to = Date.now();
      if (expected === null) {
        assert.equal(error.retryAt, null);
        return;
      }
      const at = Date.parse(error.retryAt);
      assert.equal(new Date(at).toISOString(), error.retryAt);
      if (expected instanceof Date) {
        assert.equal(at, expected.getTime());
      } else {
        assert.ok(from + expected * 1000 <= at && at <= to + expected * 1000, error.retryAt);
      }
    });
  }
});

test("a server's own words are shown as text, and never a raw body", async ({
  t,
  page,
  open,
  console,
  tenant,
}) => {
  const markup = "<h1>Oops</h1><img src=x onerror='window.pwned = true'>";
  await open("");
  for (const [what, body, contentType] of [
    ["an HTML page", { text: markup }, "text/html"],
    ["an HTML page that says it is JSON", { text: markup }, "application/json"],
    ["markup in a message", { json: { message: markup } }, "application/json"],
    ["markup in a bare text", { json: markup }, "application/json"],
    ["a plain text", { text: "Oops at OrderService.java:57" }, "text/plain"],
  ]) {
    await t.test(what, async () => {
      const company = tenant();
      await console.fault(company, { status: 400, body, contentType });
      const { error } = await page.evaluate((tenant) => window.mount({ tenant }), company);
      assert.equal(error.kind, "http");
      assert.doesNotMatch(JSON.stringify(error), /Oops|</);
      const card = page.locator("licensing-card").last();
      assert.equal(await card.locator("h1, img").count(), 0);
      assert.equal(await page.evaluate(() => "pwned" in window), false);
      assert.doesNotMatch(await card.locator("[part=notice]").innerText(), /<|java/);
    });
  }
});

test("errors are told in the card's language", async ({ page, open, console, tenant }) => {
  const company = tenant();
  await console.fault(company, { status: 403 });
  await open(`<licensing-card tenant="${company}"></licensing-card>`, { lang: "de" });
  await settles(page, "error");
  const { error, notice } = await look(page);
  assert.match(error.message, /Konto/);
  assert.ok(notice.includes(error.message));
  // The sentence changes with the language, and the property with the sentence.
  await page.evaluate(() => document.documentElement.setAttribute("lang", "en"));
  await page.locator("[part=notice]", { hasText: "account" }).waitFor();
  assert.match((await look(page)).error.message, /account/);
});
