// The released card on a portal's page behind both doors, with v3: each user sees their company's
// numbers, and the provider's key stays on the server.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cp, readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

import { launch } from "../support/browser.js";
import { KEY, startConsole } from "../support/console.js";
import { DIST, ROOT } from "../support/environment.js";
import { instrument } from "../support/instrument.js";
import { everything, telling } from "../support/search.js";
import { html, look, settles } from "../support/suite.js";
import { startGateway } from "./support/doors.js";
import { startPortal } from "./support/portal.js";

const VERSION = "/assets/licensing-card/0.1.0";
// Two companies of the mock console.
const FIRST = "c963cfe0-afae-4a3b-b909-6a04e7d80068";
const SECOND = "26b563b1-e794-4e14-a145-4c40c439f34a";
const CARD = `<licensing-card api="v3" tenant="${FIRST}">License usage is loading.</licensing-card>`;

let browser, console, gateway, portal;

before(async () => {
  console = await startConsole();
  portal = await startPortal(html(CARD, { module: `${VERSION}/licensing-card.js` }));
  portal.users.anna = [FIRST];
  const address = new URL(console.v3).host;
  gateway = await startGateway({ portal, address, name: "localhost", key: KEY });
  const { place } = gateway;
  for (const folder of ["0.1.0", "current"]) {
    await cp(DIST, place.path(`/srv/licensing-card/${folder}`), { recursive: true });
  }
  // The outer door answers to its name alone.
  browser = await launch({ flags: ["--host-resolver-rules=MAP portal.example 127.0.0.1"] });
});

after(async () => {
  await browser?.close();
  await gateway?.stop();
  await Promise.all([portal?.stop(), console?.stop()]);
});

/** The portal in a browser that `user` has signed in with, and all that this browser gets and says. */
async function visit(user) {
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  const { origin } = gateway;
  if (user) await context.addCookies([{ name: "session", value: user, url: origin }]);
  const page = await context.newPage();
  const [seen, problems] = [[], []];
  context.on("request", async (request) => {
    seen.push(`${request.url()} ${JSON.stringify(await request.allHeaders())}`);
  });
  context.on("response", async (response) => {
    seen.push(JSON.stringify(await response.allHeaders()), await response.text().catch(() => ""));
  });
  page.on("console", (message) => {
    seen.push(message.text());
    // A browser reports every 4xx and 5xx by itself.
    if (!message.text().startsWith("Failed to load resource")) problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(String(error)));
  await page.addInitScript(instrument);
  await page.goto(origin);
  return { context, page, seen, problems };
}

/** How the card ends that shows a company. */
async function shown(page, company) {
  const { state, error } = await page.evaluate((company) => {
    const card = document.querySelector("licensing-card");
    const outcome = window.outcome(card);
    if (card.tenant === company) card.refresh().catch(() => {});
    else card.tenant = company;
    return outcome;
  }, company);
  return { state, kind: error?.kind, status: error?.status };
}

test("a user sees the numbers of their company, under the strict policy", async (t) => {
  const { context, page, problems } = await visit("anna");
  t.after(() => context.close());
  await settles(page, "ready");
  const { usage } = await look(page);
  assert.equal(usage.totals.total.count, 11);
  assert.equal(usage.totals.total.instances, 1.93);
  assert.deepEqual(await page.evaluate(() => window.violations), []);
  assert.deepEqual(problems, []);
  // The policy was in force all the while.
  await page.evaluate(() => document.body.setAttribute("style", "color: red"));
  await page.waitForFunction(() => window.violations.length === 1);
});

test("the provider's token and cookies never reach the browser", async (t) => {
  await console.fault(FIRST, { headers: { "Set-Cookie": "console=provider" }, times: 1 });
  const { context, page, seen } = await visit("anna");
  t.after(() => context.close());
  await settles(page, "ready");
  await shown(page, SECOND);
  const answered = (await (await fetch(`${console.http}/console/requests`)).json()).at(-1);
  assert.equal(answered.status, 200);
  assert.equal(answered.headers.authorization, `Bearer ${KEY}`);
  seen.push(...(await page.evaluate(everything)));
  const paths = ["/", "/console", "/licensing/session", "/v2/", "/etc/licensing-card/api-key"];
  const answers = await Promise.all(paths.map((path) => gateway.as("anna", path)));
  seen.push(...answers.map(({ headers, body }) => JSON.stringify(headers) + body));
  assert.deepEqual(telling([...seen, await gateway.logs()], KEY), []);
  assert.deepEqual(telling(seen, "console=provider"), []);
  assert.ok(telling([...seen, KEY], KEY).length, "it would be found");
});

test("the card says what the gateway refuses", async (t) => {
  const { context, page, problems } = await visit("anna");
  t.after(() => context.close());
  await settles(page, "ready");
  assert.deepEqual(await shown(page, SECOND), { state: "error", kind: "forbidden", status: 403 });
  await context.clearCookies();
  assert.deepEqual(await shown(page, FIRST), { state: "error", kind: "unauthorized", status: 401 });
  assert.deepEqual(problems, []);
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
      const { status, headers, bytes } = await gateway.ask(`${VERSION}/${name}`, {
        headers: { "Accept-Encoding": accepted },
      });
      assert.equal(status, 200, name);
      assert.equal(headers["content-type"], type, name);
      assert.equal(headers["content-encoding"] ?? "identity", coding, name);
      assert.equal(hash(unpack[coding](bytes)), original, `${name}, ${coding}`);
      assert.equal(headers["cache-control"], immutable, name);
      assert.equal(headers["x-content-type-options"], "nosniff", name);
      assert.equal(headers.vary, "Accept-Encoding", `${name}, ${coding}`);
    }
  }
  const current = "/assets/licensing-card/current/licensing-card.js";
  const { headers } = await gateway.ask(current);
  assert.equal(headers["cache-control"], "no-cache");
  const again = await gateway.ask(current, { headers: { "If-None-Match": headers.etag } });
  assert.equal(again.status, 304);
  const missing = await gateway.ask(`${VERSION}/licensing-card_xx.js`);
  assert.deepEqual([missing.status, missing.headers["cache-control"]], [404, undefined]);
});

test("pages have the headers that are kept for them", async () => {
  const kept = await readFile(`${ROOT}examples/nginx/outer/security-headers.conf`, "utf8");
  const { headers } = await gateway.ask("/");
  const lines = [...kept.matchAll(/^add_header (\S+) "?(.*?)"? always;$/gm)];
  assert.ok(lines.length >= 5);
  for (const [, name, value] of lines) assert.equal(headers[name.toLowerCase()], value, name);
  assert.match(headers["content-security-policy"], /default-src 'none'.*trusted-types 'none'/);
});
