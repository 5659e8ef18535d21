// A page's policies: the strictest that a page can have are kept, whatever happens to the card.

import assert from "node:assert/strict";

import { CARD, look, settles, suite } from "./support/suite.js";
import { failing } from "./support/trap.js";

const test = suite();

// No more than README.md asks for, and no text may become script or markup.
const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
  "connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

test("a strict content security policy is kept in every state", async ({
  page,
  open,
  console,
  tenant,
}) => {
  await page.addInitScript(failing);
  const forbidden = tenant();
  await console.fault(forbidden, { status: 403 });
  await open(
    `${CARD}<licensing-card id="empty" tenant="7"></licensing-card>` +
      `<licensing-card id="failed" tenant="${forbidden}"></licensing-card>`,
    { headers: { "Content-Security-Policy": STRICT } },
  );
  await settles(page, "ready", "#card");
  await settles(page, "empty", "#empty");
  await settles(page, "error", "#failed");
  await page.evaluate(() => {
    const card = document.querySelector("#card");
    card.limit = 5;
    card.theme = "dark";
    card.locale = "de";
  });
  await page.locator("#card meter").waitFor();
  await page.locator("#card [part=card]:lang(de)").waitFor();
  const download = page.waitForEvent("download");
  await page.locator("#card [part=export-button]").click();
  await download;
  await console.fault("2", { status: 403, times: 1 });
  await page.evaluate(() =>
    document
      .querySelector("#card")
      .refresh()
      .catch(() => {}),
  );
  await settles(page, "stale", "#card");
  await page.evaluate(() => {
    window.failing = "getAttribute";
    document.querySelector("#card").shadowRoot.querySelector("[part=refresh-button]").click();
    window.failing = null;
  });
  // It starts again by itself.
  await settles(page, "ready", "#card");
  await assertKept(page);
});

test("a strict content security policy is kept where the WebAssembly is missing", async ({
  page,
  open,
}) => {
  await page.route("**/*.wasm", (route) => route.fulfill({ status: 404, body: "" }));
  await open(CARD, { headers: { "Content-Security-Policy": STRICT } });
  await settles(page, "error");
  assert.equal((await look(page)).error.kind, "load-failed");
  await page.unroute("**/*.wasm");
  await page.locator("[part=retry-button]").click();
  await settles(page, "ready");
  await assertKept(page);
});

/** Nothing has violated the policy, which was in force all the while. */
async function assertKept(page) {
  assert.deepEqual(await page.evaluate(() => window.violations), []);
  await page.evaluate(() => {
    document.body.setAttribute("style", "color: red");
    try {
      document.createElement("p").innerHTML = "<b>markup</b>";
    } catch {
      // As it should.
    }
  });
  await page.waitForFunction(() => window.violations.length === 2);
}

test("nothing is asked of any origin but the page's own and the endpoint's", async ({
  page,
  open,
  console,
  context,
  other,
}) => {
  const requested = [];
  context.on("request", (request) => requested.push(new URL(request.url())));
  await open(`<licensing-card endpoint="${console.http}/v2" tenant="2"></licensing-card>`, {
    site: other,
  });
  await page.evaluate(
    async ([token]) => {
      document.querySelector("licensing-card").token = token;
      await document.querySelector("licensing-card").refresh();
    },
    [await console.signIn()],
  );
  await settles(page, "ready");
  const own = requested.filter(({ origin }) => origin === other.origin).map(({ pathname }) => pathname);
  const files = own.filter((path) => !/^\/(test-\d+\.html|favicon\.ico)$/.test(path));
  assert.deepEqual(files.sort(), [
    "/licensing-card.js",
    "/licensing-card_bg.wasm",
    "/licensing-card_glue.js",
  ]);
  const others = requested.filter(({ origin }) => origin !== other.origin).map(String);
  const request = `${console.http}/v2/tenants/2/licensing/cloudConnectUsage`;
  assert.deepEqual([...new Set(others)], [request]);
});
