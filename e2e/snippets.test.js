// The documents' code that no other test runs, taken from there.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { blocks, read } from "./support/documents.js";
import { DIST, ROOT } from "./support/environment.js";
import { run } from "./support/package.js";
import { CARD, look, settles, suite } from "./support/suite.js";

const test = suite();

/** A block of a document, by its heading; of several, the one at a place. */
async function code(document, heading, at = 0) {
  return (await blocks(document, heading))[at].code;
}
/** The same for this site, which has the files at its root. */
const here = async (...where) =>
  (await code(...where)).replaceAll(/\/assets\/(licensing-card\/)?/g, "/");
/** The code of a page's script with it. */
const inPage = (page, text, before = "") => page.evaluate(`(async () => {${before}\n${text}})()`);

const SAMPLE = join(ROOT, "fixtures/2-documented-sample/cloudConnectUsage.json");
const THE_CARD = 'const card = document.querySelector("licensing-card");';

for (const [document, heading, at] of [
  ["README.md", "Embedding", 1],
  ["js/README.md", "licensing-card", 0],
  ["docs/embedding.md", "Embedding", 0],
]) {
  test(`${document}, ${heading}: the page has its card`, async ({ page, open, logged }) => {
    await open(await here(document, heading, at), { module: "" });
    await settles(page, "ready");
    assert.equal((await look(page)).usage.totals.total.count, 11);
    assert.deepEqual(logged, []);
  });
}

for (const [document, heading, at] of [
  ["README.md", "Embedding", 2],
  ["docs/embedding.md", "Content-Security-Policy", 0],
]) {
  test(`${document}, ${heading}: the policy is all that the card needs`, async ({ page, open }) => {
    const policy = `default-src 'none'; ${(await code(document, heading, at)).trim()}`;
    await open(CARD, { headers: { "Content-Security-Policy": policy } });
    await settles(page, "ready");
    assert.deepEqual(await page.evaluate(() => window.violations), []);
  });
}

test("docs/reference.md: the usage object and the head of the CSV are the card's", async ({
  page,
  open,
}) => {
  await open(CARD);
  await settles(page, "ready");
  const { usage } = await look(page);
  const shown = JSON.parse(await code("docs/reference.md", "The usage object"));
  assert.deepEqual({ ...usage, fetchedAt: shown.fetchedAt }, shown);
  const csv = await page.evaluate(() => document.querySelector("licensing-card").toCSV());
  assert.equal(csv.split("\r\n")[0], (await code("docs/reference.md", "CSV")).trim());
});

test("docs/embedding.md: the Yew application's dependency has that feature and version", async () => {
  const shown = await code("docs/embedding.md", "In a Yew application", 1);
  const [, version, feature] = shown.match(/^licensing-card = .*version = "(.*?)".*\["(.*)"\]/);
  const manifest = await read("Cargo.toml");
  assert.ok(manifest.includes(`\nversion = "${version}.`), version);
  assert.ok(manifest.includes(`\n${feature} = [`), feature);
  assert.ok((await read("examples/yew-portal/Cargo.toml")).includes(`["${feature}"]`), feature);
});

test("CONTRIBUTING.md: the mock console fails on request, and lists its requests", async ({ console }) => {
  const commands = await code("CONTRIBUTING.md", "The mock console");
  assert.ok(commands.includes("http://127.0.0.1:1282"));
  const script = commands
    .replaceAll("http://127.0.0.1:1282", console.http)
    .replaceAll("curl", "curl -sSf");
  const { stdout } = await run("sh", ["-e", "-c", script]);
  assert.ok(Array.isArray(JSON.parse(stdout)));
  const headers = { Authorization: `Bearer ${await console.signIn()}` };
  const statuses = [];
  for (let requested = 0; requested < 3; requested++) {
    const url = `${console.http}/v2/tenants/2/licensing/cloudConnectUsage`;
    statuses.push((await fetch(url, { headers })).status);
  }
  assert.deepEqual(statuses, [503, 503, 200]);
});

test("docs/embedding.md, Sizing: the space is held before the element is defined, and is what it takes then", async ({
  page,
  open,
}) => {
  await page.route("**/*.wasm", () => {});
  const rule = await code("docs/embedding.md", "Sizing");
  const height = async () => (await page.locator("licensing-card").boundingBox()).height;
  for (const [width, held] of [
    [1280, rule],
    [400, rule.replace("32rem", "40rem")],
  ]) {
    await page.setViewportSize({ width, height: 900 });
    await open(CARD, { module: "", head: `<style>${held}</style>` });
    const before = await height();
    await page.evaluate(() => import("/licensing-card.js"));
    const after = await height();
    assert.ok(Math.abs(after - before) <= 16, `${before} ${after}`);
  }
});

test("docs/embedding.md, Themes: the rules reach the card", async ({
  page,
  open,
  console,
  tenant,
}) => {
  const own = tenant();
  await console.fault(own, [{ body: { rows: 4 }, times: 1 }, { status: 403 }]);
  const head = `<style>${await code("docs/embedding.md", "Themes")}</style>`;
  await open(`<licensing-card tenant="${own}"></licensing-card>`, { head });
  await settles(page, "ready");
  const styles = () =>
    page.evaluate(() => {
      const card = document.querySelector("licensing-card");
      const within = (part) => getComputedStyle(card.shadowRoot.querySelector(`[part=${part}]`));
      return [
        within("card").borderRadius,
        within("card").fontFamily,
        within("heading").textTransform,
        getComputedStyle(card).outlineStyle,
      ];
    });
  assert.deepEqual(await styles(), ["0px", "Inter, sans-serif", "uppercase", "none"]);
  await inPage(page, "await card.refresh().catch(() => {});", THE_CARD);
  await settles(page, "stale");
  assert.equal((await styles())[3], "dashed");
});

test("docs/embedding.md, Languages: the words are under way once, and used", async ({
  page,
  open,
  logged,
}) => {
  const requested = [];
  page.on("request", (request) => requested.push(request.url()));
  await open(CARD, { lang: "de", head: await here("docs/embedding.md", "Languages") });
  await page.locator("[part=card]:lang(de)").waitFor();
  assert.equal(requested.filter((url) => url.endsWith("/licensing-card_de.js")).length, 1);
  assert.deepEqual(logged, []);
});

test("docs/embedding.md, Tokens: the provider is asked first, and after a 401", async ({
  page,
  open,
  console,
  other,
}) => {
  const methods = [];
  await page.route("**/session/token", async (route) => {
    methods.push(route.request().method());
    await route.fulfill({ json: { token: await console.signIn() } });
  });
  await open("", { site: other });
  await page.evaluate((endpoint) => {
    const card = document.createElement("licensing-card");
    card.endpoint = endpoint;
    card.tenant = "2";
    document.body.append(card);
  }, `${console.http}/v2`);
  await inPage(page, await code("docs/embedding.md", "Tokens"));
  await settles(page, "ready");
  await console.expireTokens();
  await inPage(page, "await card.refresh();", THE_CARD);
  assert.deepEqual(methods, ["GET", "POST"]);
});

test("docs/embedding.md, Events: the page hears of numbers and errors", async ({
  page,
  open,
  console,
  tenant,
  logged,
}) => {
  const own = tenant();
  await console.fault(own, [{ body: { rows: 4 }, times: 1 }, { status: 401 }]);
  await open("");
  const made = `const card = document.createElement("licensing-card"); card.tenant = "${own}";
    window.reported = [];
    const report = (...given) => window.reported.push(given);
    const showSignIn = () => window.reported.push("sign-in");`;
  await inPage(
    page,
    `${await code("docs/embedding.md", "Events")}; document.body.append(card);`,
    made,
  );
  await settles(page, "ready");
  assert.ok(logged.some(({ text }) => text.endsWith(" instances")));
  await inPage(page, "await card.refresh().catch(() => {});", THE_CARD);
  await page.waitForFunction(() => window.reported.length === 2);
  assert.deepEqual(await page.evaluate(() => window.reported), [["unauthorized", 401], "sign-in"]);
});

test("docs/embedding.md, Numbers: what the page has is drawn", async ({ page, open }) => {
  const rows = await readFile(SAMPLE, "utf8");
  await page.route("**/api/licensing", (route) => route.fulfill({ json: JSON.parse(rows) }));
  await open("<licensing-card></licensing-card>");
  await inPage(
    page,
    await code("docs/embedding.md", "Numbers that the page has already"),
    THE_CARD,
  );
  await settles(page, "ready");
  assert.equal((await look(page)).usage.totals.total.count, 11);
});

test("docs/embedding.md, Installing it: the package is packed and installed", async () => {
  const folder = await mkdtemp(join(tmpdir(), "licensing-card-npm-"));
  try {
    const [build, pack, install] = (await code("docs/embedding.md", "Installing it")).split("\n");
    assert.match(build, /^cargo xtask dist\b/);
    assert.ok(pack.includes("./dist") && install.includes("/path/to"));
    await mkdir(join(folder, "portal"));
    // Without it npm would look for a project further up.
    await writeFile(join(folder, "portal/package.json"), "{}");
    const script = [
      `cd ${folder}`,
      pack.replace("./dist", DIST),
      `cd portal`,
      install.replace("/path/to", folder),
    ];
    const quiet = {
      npm_config_offline: "true",
      npm_config_audit: "false",
      npm_config_fund: "false",
    };
    await run("sh", ["-e", "-c", script.join("\n")], { env: { ...process.env, ...quiet } });
    const installed = join(folder, "portal/node_modules/licensing-card/licensing-card.js");
    assert.deepEqual(await readFile(installed), await readFile(join(DIST, "licensing-card.js")));
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("docs/deployment.md, Without a gateway: these headers let the page in", async ({
  t,
  page,
  open,
  portal,
}) => {
  const lines = (await code("docs/deployment.md", "Without a gateway")).trim().split("\n");
  const headers = Object.fromEntries(lines.map((line) => line.split(": ")));
  headers["Access-Control-Allow-Origin"] = portal.origin;
  const rows = await readFile(SAMPLE);
  const methods = [];
  const api = createServer((request, response) => {
    methods.push(request.method);
    const known = request.headers.authorization === "Bearer mine";
    if (request.method === "OPTIONS") response.writeHead(204, headers).end();
    else response.writeHead(known ? 200 : 401, headers).end(rows);
  });
  api.listen(0, "127.0.0.1");
  await once(api, "listening");
  t.after(() => api.close());
  await open("");
  const endpoint = `http://127.0.0.1:${api.address().port}/v2`;
  await page.evaluate(
    (endpoint) => window.mount({ endpoint, tenant: "2" }, { token: "mine" }),
    endpoint,
  );
  await settles(page, "ready");
  assert.deepEqual(methods, ["OPTIONS", "GET"]);
});

test("docs/reliability.md: the command runs one row", { timeout: 120_000 }, async () => {
  const command = await code("docs/reliability.md", "Reliability");
  const { NODE_TEST_CONTEXT, ...environment } = process.env;
  const script = command.replace("--test ", "--test --test-reporter=tap ");
  const { stdout } = await run("sh", ["-e", "-c", script], { cwd: ROOT, env: environment });
  assert.match(stdout, /^# pass 1$/m, stdout);
});
