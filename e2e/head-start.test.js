// The first request goes out while the WebAssembly is on its way, if it is one that needs no token and
// stays on the page's own origin.

import assert from "node:assert/strict";

import { fired, settles, suite } from "./support/suite.js";

const test = suite();

const UUID = "c963cfe0-afae-4a3b-b909-6a04e7d80068";
const ROWS = [{ type: "CC_VM_Backup", usedCount: 3, usedInstances: 3 }];

/** Holds the WebAssembly back until the function that it returns is called. */
async function hold(page) {
  let go;
  const held = new Promise((resolve) => (go = resolve));
  await page.route("**/licensing-card_bg.wasm*", async (route) => {
    await held;
    await route.continue();
  });
  return go;
}

/** The requests to the API, as they go out; answered with `body`. */
async function requests(page, body = ROWS, delay = 0) {
  const sent = [];
  await page.route(/\/(v2|api\/v3|elsewhere)\//, async (route) => {
    sent.push(route.request());
    await new Promise((resolve) => setTimeout(resolve, delay));
    await route.fulfill({ json: body }).catch(() => {});
  });
  return sent;
}

const later = (page) => page.waitForTimeout(300);

for (const [what, attributes, path] of [
  ["v2", 'tenant="2"', "/v2/tenants/2/licensing/cloudConnectUsage"],
  [
    "another resource of v2, by a UUID",
    `tenant="${UUID}" endpoint="/v2/" resource="backupServerUsage" credentials="omit"`,
    `/v2/tenants/${UUID}/licensing/backupServerUsage/byVCCTenantUid`,
  ],
  [
    "v3",
    `tenant="${UUID}" api="v3" resource="availabilityConsoleUsage"`,
    `/api/v3/licensing/usage/organizations?organizationUid=${UUID}&serverType=VSPC&limit=500&offset=0`,
  ],
]) {
  test(`a request of ${what} leaves before the WebAssembly is there, and is the only one`, async ({
    page,
    open,
  }) => {
    const [go, sent] = [await hold(page), await requests(page, what === "v3" ? [] : ROWS)];
    await open(`<licensing-card ${attributes}></licensing-card>`);
    await later(page);
    assert.deepEqual(
      sent.map((request) => new URL(request.url())).map(({ pathname, search }) => pathname + search),
      [path],
    );
    go();
    await settles(page, what === "v3" ? "empty" : "ready");
    await later(page);
    assert.equal(sent.length, 1);
    const events = await fired(page, "usage-load");
    assert.deepEqual(
      events.map(({ name }) => name),
      ["usage-loadstart", "usage-load"],
    );
  });
}

test("cards with the same request share one that was sent ahead", async ({ page, open }) => {
  const [go, sent] = [await hold(page), await requests(page, ROWS, 500)];
  await open('<licensing-card tenant="2"></licensing-card>'.repeat(3));
  await later(page);
  // One of them goes; the others keep the request.
  await page.evaluate(() => document.querySelector("licensing-card").remove());
  go();
  await fired(page, "usage-load", 2);
  assert.equal(sent.length, 1);
});

for (const [what, attributes, set] of [
  ["an endpoint of another origin", 'endpoint="https://console.example/v2" tenant="2"', ""],
  ["no tenant", 'endpoint="/v2"', ""],
  ["a token", 'tenant="2"', "card.token = 'secret'"],
  ["a provider", 'tenant="2"', "card.tokenProvider = () => 'secret'"],
  ["data", 'tenant="2"', "card.data = []"],
  ["data that is none", 'tenant="2"', "card.data = false"],
]) {
  test(`nothing is sent ahead with ${what}, though it is set in a later script`, async ({
    page,
    open,
  }) => {
    await hold(page);
    const sent = await requests(page);
    await page.route("https://console.example/**", (route) => sent.push(route.request()));
    await open(
      `<licensing-card ${attributes}></licensing-card>
      <script type="module">const card = document.querySelector("licensing-card"); ${set}</script>`,
    );
    await later(page);
    assert.deepEqual(sent, []);
  });
}

test("a request that was sent ahead ends with its card", async ({ page, open }) => {
  await hold(page);
  await requests(page, ROWS, 5_000);
  const failed = page.waitForEvent("requestfailed");
  await open('<licensing-card tenant="2"></licensing-card>');
  await later(page);
  await page.evaluate(() => document.querySelector("licensing-card").remove());
  assert.match((await failed).failure().errorText, /ERR_ABORTED/);
});

for (const [what, change] of [
  ["another company", (card) => (card.tenant = "3")],
  ["a token", (card) => (card.token = "secret")],
  ["other credentials", (card) => (card.credentials = "include")],
]) {
  test(`a request that was sent ahead is given up for ${what}`, async ({ page, open }) => {
    const [go, sent] = [await hold(page), await requests(page)];
    await open('<licensing-card tenant="2"></licensing-card>');
    await later(page);
    await page.evaluate(`(${change})(document.querySelector("licensing-card"))`);
    go();
    await settles(page, "ready");
    assert.equal(sent.length, 2);
    assert.equal((await sent[0].allHeaders()).authorization, undefined);
  });
}
