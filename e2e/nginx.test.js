// The deployment that docs/deployment.md describes, with nginx itself: each user sees their company's
// numbers, nobody another's, and the provider's token stays on the server.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

import { launch } from "./support/browser.js";
import { startConsole } from "./support/console.js";
import { DIST } from "./support/environment.js";
import { instrument } from "./support/instrument.js";
import { startNginx, VERSION } from "./support/nginx.js";
import { startPortal } from "./support/portal.js";
import { everything, telling } from "./support/search.js";
import { html, look, settles } from "./support/suite.js";

const CARD = '<licensing-card tenant="2">License usage is loading.</licensing-card>';
const PAGE = html(CARD, { module: `${VERSION}/licensing-card.js` });
const USAGE = "/licensing/cloudConnectUsage";

let browser, console, nginx, portal, token;

before(async () => {
  console = await startConsole();
  portal = await startPortal(PAGE);
  nginx = await startNginx({ portal, console });
  token = await nginx.renew();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await nginx?.stop();
  await Promise.all([portal?.stop(), console?.stop()]);
});

const as = (user, headers = {}) => ({ headers: { Cookie: `session=${user}`, ...headers } });

/** The portal in a browser that `user` has signed in with, and all that this browser gets and says. */
async function visit(user) {
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  if (user) await context.addCookies([{ name: "session", value: user, url: nginx.origin }]);
  const page = await context.newPage();
  const seen = [];
  const problems = [];
  context.on("request", async (request) => {
    seen.push(`${request.url()} ${JSON.stringify(await request.allHeaders())}`);
  });
  context.on("response", async (response) => {
    seen.push(JSON.stringify(await response.allHeaders()), await response.text().catch(() => ""));
  });
  page.on("console", (message) => {
    seen.push(message.text());
    // A browser tells of every 4xx and 5xx by itself.
    if (!message.text().startsWith("Failed to load resource")) problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(String(error)));
  await page.addInitScript(instrument);
  await page.goto(nginx.origin);
  return { context, page, seen, problems };
}

/** How the card ends that asks for a company. */
async function shown(page, company) {
  const load = page.evaluate((company) => {
    const card = document.querySelector("licensing-card");
    const outcome = window.outcome(card);
    if (card.tenant === company) card.refresh().catch(() => {});
    else card.tenant = company;
    return outcome;
  }, company);
  const { state, error } = await load;
  return { state, kind: error?.kind, status: error?.status };
}

test("a user sees the numbers of their company, under the strict policy", async (t) => {
  const { context, page, problems } = await visit("anna");
  t.after(() => context.close());
  await settles(page, "ready");
  const { usage } = await look(page);
  assert.equal(usage.totals.total.count, 11);
  assert.equal(usage.totals.total.instances, 1.93);
  await page.evaluate(() => (document.querySelector("licensing-card").locale = "de"));
  await page.locator("[part=card]:lang(de)").waitFor();
  assert.deepEqual(await page.evaluate(() => window.violations), []);
  assert.deepEqual(problems, []);
  // The policy was in force all the while.
  await page.evaluate(() => document.body.setAttribute("style", "color: red"));
  await page.waitForFunction(() => window.violations.length === 1);
});

test("the provider's token and cookies never reach the browser", async (t) => {
  await console.fault("2", { headers: { "Set-Cookie": "console=provider" }, times: 1 });
  const { context, page, seen } = await visit("anna");
  t.after(() => context.close());
  await settles(page, "ready");
  await shown(page, "3");
  const { headers, status } = (await console.requests("2")).at(-1);
  assert.equal(status, 200);
  assert.equal(headers.authorization, `Bearer ${token}`);
  seen.push(...(await page.evaluate(everything)));
  const answers = await Promise.all(
    ["/", "/authorization.conf", "/licensing/granted", "/licensing/session"].map(nginx.ask),
  );
  seen.push(...answers.map(({ headers, body }) => JSON.stringify(headers) + body));
  assert.deepEqual(telling([...seen, await nginx.logs()], token), []);
  assert.deepEqual(telling(seen, "console=provider"), []);
  assert.ok(telling([...seen, token], token).length, "it would be found");
});

test("nothing of the browser's request but its company reaches the console", async () => {
  const more = { Authorization: "Bearer browser", "X-Forwarded-User": "admin" };
  const { status } = await nginx.ask(`/v2/tenants/2${USAGE}?select=all`, as("anna", more));
  assert.equal(status, 200);
  const { headers, query, path } = (await console.requests("2")).at(-1);
  assert.deepEqual([path, query], [`/v2/tenants/2${USAGE}`, null]);
  assert.deepEqual(Object.keys(headers).sort(), ["accept", "authorization", "host"]);
  assert.equal(headers.authorization, `Bearer ${token}`);
});

/** All requests that have reached the console. */
const reached = async () => (await fetch(`${console.http}/console/requests`)).json();

const UID = "0f2a6c1e-5b7d-4e39-9c48-d1a3b5e7f902";

test("nobody sees another's company, however the URL is written", async () => {
  for (const [user, path, expected] of [
    ["anna", `/v2/tenants/2${USAGE}`, 200],
    ["ben", `/v2/tenants/3${USAGE}`, 200],
    ["ben", `/v2/tenants/9${USAGE}`, 200],
    ["anna", `/v2/tenants/3${USAGE}`, 403],
    ["anna", `/v2/tenants/22${USAGE}`, 403],
    ["anna", `/v2/tenants/02${USAGE}`, 403],
    ["anna", `/v2/tenants/${UID}${USAGE}/byVCCTenantUid`, 403],
    ["anna", `/v2/tenants/2/../3${USAGE}`, 403],
    ["anna", `/v2/tenants/2/%2e%2e/3${USAGE}`, 403],
    ["anna", `//v2//tenants/3${USAGE}`, 403],
    ["anna", `/v2/tenants/3${USAGE}?tenant=2`, 403],
    ["anna", `/v2/tenants/2%203${USAGE}`, 404],
    ["anna", `/v2/tenants/.*${USAGE}`, 404],
    ["ben", `/v2/tenants/2${USAGE}`, 403],
    ["clara", `/v2/tenants/2${USAGE}`, 403],
    ["dora", `/v2/tenants/2${USAGE}`, 403],
    ["dora", `/v2/tenants/12${USAGE}`, 200],
    ["nobody", `/v2/tenants/2${USAGE}`, 401],
  ]) {
    const asked = (await reached()).length;
    const { status, body } = await nginx.ask(path, as(user));
    assert.equal(status, expected, `${user}: ${path}`);
    assert.equal(/Instances/.test(body), status === 200, `${user}: ${path}`);
    const forwarded = (await reached()).length - asked;
    assert.equal(forwarded, status === 200 ? 1 : 0, `${user}: ${path}`);
  }
});

test("a user is whom the cookie says and not whom a header does", async () => {
  for (const [name, value] of [
    ["X-Licensing-Companies", "3"],
    ["X-Original-URI", `/v2/tenants/3${USAGE}`],
    ["Authorization", `Bearer ${token}`],
  ]) {
    const { status } = await nginx.ask(`/v2/tenants/3${USAGE}`, as("anna", { [name]: value }));
    assert.equal(status, 403, name);
  }
});

test("the card says what the gateway refuses", async (t) => {
  const { context, page, problems } = await visit("anna");
  t.after(() => context.close());
  await settles(page, "ready");
  assert.deepEqual(await shown(page, "3"), { state: "error", kind: "forbidden", status: 403 });
  await context.clearCookies();
  assert.deepEqual(await shown(page, "2"), { state: "error", kind: "unauthorized", status: 401 });
  assert.deepEqual(problems, []);
});

test("nothing but GET of the licensing resources is forwarded", async () => {
  const path = `/v2/tenants/2${USAGE}`;
  for (const [method, at, expected] of [
    ["POST", path, 405],
    ["PUT", path, 405],
    ["DELETE", path, 405],
    ["PATCH", path, 405],
    ["OPTIONS", path, 405],
    ["HEAD", path, 405],
    ["GET", "/v2/tenants", 404],
    ["GET", "/v2/tenants/2", 404],
    ["GET", "/v2/tenants/2/licensing", 404],
    ["GET", "/v2/tenants/2/licensing/other", 404],
    ["GET", `${path}/more`, 404],
    ["GET", "/v2/accounts", 404],
    ["POST", "/v2/accounts/logout", 404],
    ["GET", "/licensing/granted", 404],
    ["GET", "/licensing/session", 404],
  ]) {
    const { status } = await nginx.ask(at, { method, ...as("anna") });
    assert.equal(status, expected, `${method} ${at}`);
  }
});

test("files are sent compressed, by their types, and are kept by the version", async () => {
  const immutable = "public, max-age=31536000, immutable";
  const unpack = { br: brotliDecompressSync, gzip: gunzipSync, identity: (bytes) => bytes };
  const hash = (bytes) => createHash("sha256").update(bytes).digest("hex");
  for (const [name, type] of [
    ["licensing-card.js", "text/javascript"],
    ["licensing-card_glue.js", "text/javascript"],
    ["licensing-card_de.js", "text/javascript"],
    ["licensing-card_bg.wasm", "application/wasm"],
  ]) {
    const original = hash(await readFile(join(DIST, name)));
    for (const [accepted, coding] of [
      ["br, gzip", "br"],
      ["gzip", "gzip"],
      ["identity", "identity"],
    ]) {
      const { status, headers, body } = await nginx.ask(`${VERSION}/${name}`, {
        headers: { "Accept-Encoding": accepted },
      });
      assert.equal(status, 200, name);
      assert.equal(headers["content-type"], type, name);
      assert.equal(headers["content-encoding"] ?? "identity", coding, name);
      assert.equal(hash(unpack[coding](body)), original, `${name}, ${coding}`);
      assert.equal(headers["cache-control"], immutable, name);
      assert.equal(headers["x-content-type-options"], "nosniff", name);
      assert.equal(headers.vary, "Accept-Encoding", `${name}, ${coding}`);
    }
  }
  const current = "/assets/licensing-card/current/licensing-card.js";
  const { headers } = await nginx.ask(current);
  assert.equal(headers["cache-control"], "no-cache");
  const again = await nginx.ask(current, { headers: { "If-None-Match": headers.etag } });
  assert.equal(again.status, 304);
  const missing = await nginx.ask(`${VERSION}/licensing-card_xx.js`);
  assert.deepEqual([missing.status, missing.headers["cache-control"]], [404, undefined]);
});

test("pages have the strict headers, and answers of the API are nobody else's", async () => {
  const kept = await readFile(
    new URL("../examples/nginx/security-headers.conf", import.meta.url),
    "utf8",
  );
  const { headers } = await nginx.ask("/");
  for (const [, name, value] of kept.matchAll(/^add_header (\S+) "?(.*?)"? always;$/gm)) {
    assert.equal(headers[name.toLowerCase()], value, name);
  }
  assert.match(headers["content-security-policy"], /default-src 'none'.*trusted-types 'none'/);
  for (const [user, status] of [
    ["anna", 200],
    ["anna", 503],
  ]) {
    if (status === 503) await console.fault("2", { status, times: 1 });
    const answer = await nginx.ask(`/v2/tenants/2${USAGE}`, as(user));
    assert.equal(answer.status, status);
    assert.equal(answer.headers["cache-control"], "private, no-store");
  }
});

test("a token that is over is the gateway's affair, until it is renewed", async (t) => {
  const { context, page } = await visit("anna");
  t.after(() => context.close());
  await settles(page, "ready");
  await console.expireTokens();
  const path = `/v2/tenants/2${USAGE}`;
  assert.equal((await nginx.ask(path, as("anna"))).status, 502);
  const old = token;
  token = await nginx.renew();
  assert.notEqual(token, old);
  await page.evaluate(() => document.querySelector("licensing-card").refresh());
  assert.equal((await look(page)).state, "ready");
});

test("a console with another certificate is not spoken to", async (t) => {
  const other = await startConsole();
  t.after(() => other.stop());
  const { context, page } = await visit("ben");
  t.after(() => context.close());
  await settles(page, "error");
  await nginx.trust(other);
  const asked = (await reached()).length;
  // The card tries again by itself before it says so.
  assert.deepEqual(await shown(page, "3"), { state: "error", kind: "server", status: 502 });
  assert.equal((await reached()).length, asked);
  assert.match(await nginx.logs(), /upstream SSL certificate verify error/);
  await nginx.trust(console);
  await page.locator("[part=retry-button]").click();
  await settles(page, "ready");
});

test("a renewal that fails leaves the token as it is", async () => {
  await console.stop();
  await assert.rejects(nginx.renew(), /curl/);
  console = undefined;
  const written = await readFile(join(nginx.folder, "licensing-card/authorization.conf"), "utf8");
  assert.ok(written.includes(token));
});
