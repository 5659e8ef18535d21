// A card's cost for its page, in numbers that do not depend on the machine: requests, bytes, nodes. How long
// it takes is measured by `cargo xtask bench`.

import assert from "node:assert/strict";
import { stat } from "node:fs/promises";
import { join } from "node:path";

import { DIST } from "./support/environment.js";
import { CARD, look, settles, suite } from "./support/suite.js";

const test = suite();

/** The paths that a page asks for, from now on. */
function requests(page) {
  const paths = [];
  page.on("request", (request) => paths.push(new URL(request.url()).pathname));
  return paths;
}

test("a page without a card loads the shell and nothing else", async ({ page, open }) => {
  const paths = requests(page);
  await open("<p>No card</p>");
  await page.evaluate(() => customElements.whenDefined("licensing-card"));
  await page.waitForLoadState("networkidle");
  assert.deepEqual(paths.slice(1), ["/licensing-card.js"]);
});

test("a first card makes three requests for code and one for numbers", async ({ page, open }) => {
  const paths = requests(page);
  await open(CARD);
  await settles(page, "ready");
  await page.waitForLoadState("networkidle");
  const files = ["/licensing-card.js", "/licensing-card_bg.wasm", "/licensing-card_glue.js"];
  const usage = "/v2/tenants/2/licensing/cloudConnectUsage";
  assert.deepEqual(paths.slice(1).sort(), [...files, usage]);
  // As they are served here, uncompressed; `cargo xtask dist` holds the compressed ones to a budget.
  let bytes = 0;
  for (const file of files) bytes += (await stat(join(DIST, file))).size;
  assert.ok(bytes < 320_000, `${bytes} bytes`);
});

test("a hundred cards of one company make one request, and the code is loaded once", async ({
  page,
  open,
}) => {
  const paths = requests(page);
  await open(CARD.replace(' id="card"', "").repeat(100));
  await page.waitForFunction(() => {
    const cards = [...document.querySelectorAll("licensing-card")];
    return cards.length === 100 && cards.every(({ state }) => state === "ready");
  }, null, { polling: 200, timeout: 45_000 });
  await page.waitForLoadState("networkidle");
  assert.equal(paths.length, 5, paths.join());
});

test("numbers that are at hand are drawn once, and no placeholders before them", async ({ page, open }) => {
  await open(CARD);
  await settles(page, "ready");
  const placeholders = await page.evaluate(async () => {
    const { setAttribute } = Element.prototype;
    let placeholders = 0;
    Element.prototype.setAttribute = function (name, value) {
      if (name === "inert") placeholders++;
      return setAttribute.call(this, name, value);
    };
    const card = document.createElement("licensing-card");
    card.data = [{ type: "CC_VM_Backup", usedCount: 3, usedInstances: 3 }];
    document.body.append(card);
    await new Promise((resolve) => card.addEventListener("usage-load", resolve));
    return placeholders;
  });
  assert.equal(placeholders, 0);
});

test("other numbers that are at hand are drawn once, too", async ({ page, open }) => {
  await open(CARD);
  await settles(page, "ready");
  const formatted = await page.evaluate(async () => {
    const { get } = Object.getOwnPropertyDescriptor(Intl.NumberFormat.prototype, "format");
    let count = 0;
    Object.defineProperty(Intl.NumberFormat.prototype, "format", {
      get() {
        count++;
        return get.call(this);
      },
    });
    const card = document.createElement("licensing-card");
    document.body.append(card);
    const counts = [];
    for (const used of [3, 4]) {
      count = 0;
      card.data = [{ type: "CC_VM_Backup", usedCount: used, usedInstances: used }];
      await new Promise((resolve) => card.addEventListener("usage-load", resolve, { once: true }));
      counts.push(count);
    }
    return counts;
  });
  assert.ok(formatted[0] > 5, `${formatted[0]} formatted`);
  assert.equal(formatted[1], formatted[0]);
});

test("a refresh is one request, and leaves every node in its place", async ({ page, open }) => {
  await open(CARD);
  await settles(page, "ready");
  const paths = requests(page);
  const kept = await page.evaluate(async () => {
    const card = document.querySelector("licensing-card");
    const before = [...card.shadowRoot.querySelectorAll("*")];
    await card.refresh();
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const after = new Set(card.shadowRoot.querySelectorAll("*"));
    return [before.length, before.filter((element) => after.has(element)).length, after.size];
  });
  assert.equal(paths.length, 1, paths.join());
  assert.ok(kept[0] > 30, `${kept[0]} elements`);
  assert.deepEqual(kept, [kept[0], kept[0], kept[0]]);
});

for (const [what, ms, times] of [
  ["a fast refresh does not show that it is under way, nor does another one in its place", 190, 0],
  ["a slow refresh does", 210, 1],
]) {
  test(what, async ({ page, open, console, portal, tenant }) => {
    const company = tenant();
    await console.fault(company, [{ body: { rows: 4 }, times: 1 }, { body: { rows: 8 } }]);
    await page.clock.install();
    await open(`<licensing-card tenant="${company}"></licensing-card>`);
    await settles(page, "ready");
    await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 60_000);
    portal.hold();
    const sent = page.waitForRequest(/tenants/);
    await page.evaluate(() => {
      const card = document.querySelector("licensing-card");
      const { setAttribute } = Element.prototype;
      window.busy = 0;
      Element.prototype.setAttribute = function (name, value) {
        if (name === "aria-busy") window.busy++;
        return setAttribute.call(this, name, value);
      };
      window.refreshed = card.refresh();
      card.credentials = "include"; // which takes another request
    });
    await sent;
    await page.clock.runFor(ms);
    portal.release();
    const shown = await page.evaluate(async () => {
      await window.refreshed;
      return [window.busy, document.querySelector("licensing-card").usage.totals.used.count];
    });
    assert.deepEqual(shown, [times, 8]);
  });
}

test("a refresh is sent before anything is drawn", async ({ page, open }) => {
  await open(CARD);
  await settles(page, "ready");
  const drawn = await page.evaluate(async () => {
    const card = document.querySelector("licensing-card");
    await card.refresh(); // whose status goes when the next begins
    let changes = 0;
    const observer = new MutationObserver((records) => (changes += records.length));
    const seen = () => changes + observer.takeRecords().length;
    observer.observe(card.shadowRoot, { subtree: true, childList: true, attributes: true, characterData: true });
    const { fetch } = window;
    let drawn;
    window.fetch = (...request) => {
      drawn = seen();
      return fetch(...request);
    };
    await card.refresh();
    return [drawn, seen() > 0];
  });
  assert.deepEqual(drawn, [0, true]);
});

test("each type more is one row of the table, of no more than 40 nodes", async ({ page, open }) => {
  await open("");
  const counted = [];
  for (const types of [100, 200]) {
    const [rows, nodes] = await page.evaluate(async (types) => {
      document.querySelector("licensing-card")?.remove();
      const data = Array.from({ length: types }, (_, index) =>
        window.row(`Type_${index}`, { used: [1, 0.16], rental: [2, 0.33] }),
      );
      const card = window.put({}, { data });
      await window.outcome(card);
      const root = card.shadowRoot;
      const rows = () => root.querySelectorAll("tbody tr").length;
      root.querySelector("[data-rows]").click();
      for (let tries = 0; tries < 100 && rows() < types; tries++) {
        await new Promise((passed) => setTimeout(passed, 20));
      }
      const walker = document.createTreeWalker(root);
      let nodes = 0;
      while (walker.nextNode()) nodes++;
      return [rows(), nodes];
    }, types);
    assert.equal(rows, types);
    counted.push(nodes);
  }
  const [hundred, twoHundred] = counted;
  const each = (twoHundred - hundred) / 100;
  assert.ok(each > 5 && each <= 40, `${each} nodes a row`);
});

for (const [way, action] of [
  ["by data", () => window.mount({}, { data: window.payload })],
  ["from the console", (tenant) => window.mount({ tenant, timeout: "60" })],
]) {
  test(`100,000 rows ${way} are four rows on screen`, async ({ page, open, console, tenant }) => {
    const company = tenant();
    await console.fault(company, { body: { rows: 100_000 } });
    await open("");
    await page.evaluate(() => {
      const types = ["CC_VM_Backup", "CC_VM_Replica", "CC_Server_Backup", "CC_Workstation_Backup"];
      window.payload = Array.from({ length: 100_000 }, (_, index) =>
        window.row(types[index % 4], { used: [1, 0.33] }),
      );
    });
    await page.evaluate(action, company);
    const { state, usage } = await look(page);
    assert.equal(state, "ready");
    assert.equal(usage.totals.used.count, 100_000);
    assert.equal(usage.workloads.length, 4);
    assert.equal(await page.locator("tbody tr").count(), 4);
  });
}
