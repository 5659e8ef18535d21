// A page's policies: the strictest that a page can have are kept, whatever happens to the card.

import assert from "node:assert/strict";

import { CARD, settles, suite } from "./support/suite.js";
import { crash } from "./support/crash.js";

const test = suite();

const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

// Without any policy for trusted types, nothing can make one: texts never become markup or script.
test(
  "where trusted types are required, the card needs no policy of its own",
  { throws: true },
  async ({ page, open, console, tenant }) => {
    const failing = tenant();
    await console.fault(failing, { status: 403, body: { json: { message: "<b>No</b>" } } });
    const headers = { "Content-Security-Policy": STRICT };
    await page.route("**/licensing-card_bg.wasm*", (route) => route.abort());
    await open(CARD, { headers });
    await settles(page, "error", "#card");
    await page.unroute("**/licensing-card_bg.wasm*");
    await page.locator("#card [part=retry-button]").click();
    await settles(page, "ready", "#card");
    assert.deepEqual(await page.evaluate(() => window.violations), []);

    await open(
      `${CARD}<licensing-card id="empty" tenant="7"></licensing-card>` +
        `<licensing-card id="failed" tenant="${failing}"></licensing-card>`,
      { headers },
    );
    await settles(page, "ready", "#card");
    await settles(page, "empty", "#empty");
    await settles(page, "error", "#failed");
    await page.evaluate(() => {
      const card = document.querySelector("#card");
      Object.assign(card, { heading: "<b>H</b>", limit: 5, theme: "dark", locale: "de" });
      document.querySelector("#empty").data = [{ type: "<img src=x>", usedCount: 1 }];
    });
    await page.locator("#card meter").waitFor();
    await page.locator('#empty tr[data-type="<img src=x>"]').waitFor();
    const download = page.waitForEvent("download");
    await page.locator("#card [part=export-button]").click();
    await download;
    await page.evaluate(crash);
    await settles(page, "error", "#card");
    assert.equal(await page.evaluate(() => document.querySelector("#card").error.kind), "crashed");
    assert.deepEqual(await page.evaluate(() => window.violations), []);
    // The policy was in force all the while.
    const refused = await page.evaluate(() => {
      try {
        document.body.innerHTML = "<p>";
      } catch (error) {
        return error.name;
      }
    });
    assert.equal(refused, "TypeError");
  },
);

test("nothing is asked of any origin but the page's own and the endpoint's", async ({
  page,
  open,
  console,
  context,
  other,
}) => {
  const asked = [];
  context.on("request", (request) => asked.push(new URL(request.url())));
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
  const own = asked.filter(({ origin }) => origin === other.origin).map(({ pathname }) => pathname);
  const files = own.filter((path) => !/^\/(test-\d+\.html|favicon\.ico)$/.test(path));
  assert.deepEqual(files.sort(), [
    "/licensing-card.js",
    "/licensing-card_bg.wasm",
    "/licensing-card_glue.js",
  ]);
  const others = asked.filter(({ origin }) => origin !== other.origin).map(String);
  const request = `${console.http}/v2/tenants/2/licensing/cloudConnectUsage`;
  assert.deepEqual([...new Set(others)], [request]);
});
