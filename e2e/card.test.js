// Inside the shadow root: the parts that pages style, and the texts.

import assert from "node:assert/strict";

import { settles, suite } from "./support/suite.js";

const test = suite();

const FULL =
  '<licensing-card tenant="3" tenant-name="Halden Ferries" limit="100"></licensing-card>';

test("a loaded card has every part that the contract names, in an open shadow root", async ({
  page,
  open,
}) => {
  await open(FULL);
  await settles(page, "ready");
  const parts = await page.evaluate(() =>
    [...document.querySelector("licensing-card").shadowRoot.querySelectorAll("[part]")].flatMap(
      (element) => [...element.part],
    ),
  );
  assert.deepEqual([...new Set(parts)].toSorted(), [
    ...["bar", "card", "copy-button", "export-button", "heading", "meaning", "meter"],
    ...["print-button", "refresh-button", "summary", "table", "tenant", "updated"],
  ]);
});

test("the other parts are there where they can do something", async ({ page, open }) => {
  await open(
    '<licensing-card tenant="9"></licensing-card><licensing-card id="failed" tenant="99"></licensing-card>',
  );
  await settles(page, "ready");
  await settles(page, "error", "#failed");
  assert.equal(await page.locator("licensing-card:first-child [part=sort-button]").count(), 5);
  const parts = await page.evaluate(() =>
    [...document.querySelector("#failed").shadowRoot.querySelectorAll("[part]")].map(
      (element) => element.part.value,
    ),
  );
  assert.deepEqual(parts, ["card", "heading", "notice", "refresh-button"]);
});

test("the table is a table: caption, headers with their scope, a row per workload, totals", async ({
  page,
  open,
}) => {
  await open(FULL);
  await settles(page, "ready");
  const table = await page.locator("[part=table]").evaluate((table) => ({
    name: table.localName,
    caption: table.caption?.textContent,
    scopes: [
      ...new Set([...table.querySelectorAll("th")].map((header) => header.getAttribute("scope"))),
    ],
    types: [...table.tBodies[0].rows].map((row) => row.dataset.type),
    rowHeaders: [...table.querySelectorAll("tbody tr, tfoot tr")].map((row) => row.cells[0].scope),
    totals: table.tFoot.rows.length,
    columns: table.tHead.rows[0].cells.length,
    numbers: [...table.tFoot.querySelectorAll("td [data-measure]")].map(
      ({ dataset, textContent }) => `${dataset.measure} ${dataset.unit} ${textContent}`,
    ),
    bars: table.querySelectorAll("tbody th [part=bar]").length,
  }));
  assert.equal(table.name, "table");
  assert.ok(table.caption.length > 10);
  assert.deepEqual(table.scopes.toSorted(), ["col", "row"]);
  assert.deepEqual(table.types, [
    "CC_VM_Backup",
    "CC_VM_Replica",
    "CC_Server_Backup",
    "CC_Workstation_Backup",
  ]);
  assert.deepEqual([...new Set(table.rowHeaders)], ["row"]);
  assert.equal(table.totals, 1);
  assert.equal(table.columns, 5);
  assert.equal(table.bars, 4);
  assert.deepEqual(table.numbers, [
    ...["used instances 83.05", "used count 209", "rental instances 8.92", "rental count 20"],
    ...["new instances 7.06", "new count 21", "total instances 99.03", "total count 250"],
  ]);
});

test("screen readers get a table at every width", async ({ t, page, open, context }) => {
  await open(FULL);
  await settles(page, "ready");
  const devtools = await context.newCDPSession(page);
  for (const width of [320, 600, 1280]) {
    await t.test(`${width} px`, async () => {
      await page.setViewportSize({ width, height: 900 });
      const { nodes } = await devtools.send("Accessibility.getFullAXTree");
      const roles = nodes.filter(({ ignored }) => !ignored).map(({ role }) => role?.value);
      const count = (role) => roles.filter((each) => each === role).length;
      assert.equal(count("table"), 1);
      assert.equal(count("rowheader"), 5);
      assert.equal(count("columnheader"), 5);
      assert.equal(count("cell"), 5 * 4);
    });
  }
});

test("there is no notice while loading, nor with numbers", async ({
  page,
  open,
  portal,
}) => {
  portal.hold();
  await open('<licensing-card tenant="2"></licensing-card>');
  await page.locator("[part=card] [aria-busy=true]").waitFor();
  assert.equal(await page.locator("[part=notice]").count(), 0);
  portal.release();
  await settles(page, "ready");
  assert.equal(await page.locator("[part=notice]").count(), 0);
});

test("an empty card says so in a status", async ({ page, open }) => {
  await open('<licensing-card tenant="7"></licensing-card>');
  await settles(page, "empty");
  const notice = page.locator("[part=notice]");
  assert.deepEqual(
    [
      await notice.getAttribute("role"),
      await notice.getAttribute("data-kind"),
      await notice.getAttribute("data-cause"),
    ],
    ["status", "empty", null],
  );
  assert.ok((await notice.innerText()).length > 20);
  assert.equal(await page.locator("table").count(), 0);
});

test("the meter says in words whether the use is within, near or over the limit", async ({
  page,
  open,
}) => {
  // 83.05 instances are in use.
  await open('<licensing-card tenant="3"></licensing-card>');
  await settles(page, "ready");
  assert.equal(await page.locator("[part=meter]").count(), 0);
  for (const [limit, word] of [
    [1000, "Within"],
    [103.82, "Within"],
    [103.8125, "Near"],
    [90, "Near"],
    [83.05, "Near"],
    [83.04, "Over"],
    [0.01, "Over"],
  ]) {
    await page.evaluate((limit) => {
      document.querySelector("licensing-card").limit = limit;
    }, limit);
    const number = limit.toLocaleString("en", { maximumFractionDigits: 2 });
    // The words that people see, and those that screen readers say.
    await page.getByText(`${word} the limit: 83.05 of ${number} instances`).first().waitFor();
    const logged = await page.locator("[part=meter]").getAttribute("aria-valuetext");
    assert.match(logged, new RegExp(`^${word} the limit: 83\\.05 of`));
  }
});

test("the meter's limit is held against what is in use alone", async ({ page, open }) => {
  await open('<licensing-card tenant="2" limit="1"></licensing-card>');
  await settles(page, "ready");
  await page.getByText("Within the limit: 0 of 1 instance").first().waitFor();
});

test("`updated` holds the time of the last successful fetch", async ({
  page,
  open,
  console,
  tenant,
}) => {
  const company = tenant();
  await console.fault(company, [{ body: { rows: 4 }, times: 1 }, { status: 403 }]);
  await open(`<licensing-card tenant="${company}"></licensing-card>`);
  await settles(page, "ready");
  const time = page.locator("[part=updated] time");
  const at = await page.evaluate(() => document.querySelector("licensing-card").usage.fetchedAt);
  assert.equal(await time.getAttribute("datetime"), at);
  const shown = await page.evaluate(
    (at) => new Date(at).toLocaleTimeString("en", { timeStyle: "short" }),
    at,
  );
  assert.ok((await time.innerText()).includes(shown));
  await page.evaluate(() =>
    document
      .querySelector("licensing-card")
      .refresh()
      .catch(() => {}),
  );
  assert.equal(await time.getAttribute("datetime"), at);
});

test("names from the server and the page are text, never markup", async ({ page, open }) => {
  const ran = [];
  page.on("dialog", async (dialog) => {
    ran.push(dialog.message());
    await dialog.dismiss();
  });
  page.on("request", (request) => {
    if (request.url().endsWith("/x")) ran.push(request.url());
  });
  await open(
    '<licensing-card tenant="8" heading="<b>H</b>" tenant-name="<img src=x onerror=alert(1)>"></licensing-card>',
  );
  await settles(page, "ready");
  assert.equal(
    await page.locator("licensing-card img, licensing-card b b, [part=heading] b").count(),
    0,
  );
  assert.equal(await page.locator("[part=tenant]").innerText(), "<img src=x onerror=alert(1)>");
  const row = page.locator('tr[data-type="<img src=x onerror=alert(1)>"]');
  assert.equal(await row.locator("th").innerText(), "<img src=x onerror=alert(1)>");
  // An image that is markup has been asked for by the next frame.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  assert.deepEqual(ran, []);
});

test("slots: controls after the card's own, content at the end, in every state", async ({
  page,
  open,
}) => {
  const slotted = (id, more) =>
    `<licensing-card id="${id}" ${more}><button slot="actions" id="${id}-action">Order</button>` +
    `<a slot="footer" id="${id}-foot" href="#">Terms</a><p id="${id}-own">Own</p></licensing-card>`;
  await open(
    slotted("ready", 'tenant="3"') + slotted("empty", 'tenant="7"') + slotted("error", ""),
  );
  for (const state of ["ready", "empty", "error"]) {
    await settles(page, state, `#${state}`);
    assert.equal(await page.locator(`#${state}-action`).isVisible(), true);
    assert.equal(await page.locator(`#${state}-foot`).isVisible(), true);
    // The default slot is for when there is no card.
    assert.equal(await page.locator(`#${state}-own`).isVisible(), false);
  }
  const box = (selector) => page.locator(selector).boundingBox();
  const [action, print, foot, table] = await Promise.all(
    ["#ready-action", "#ready [part=print-button]", "#ready-foot", "#ready table"].map(box),
  );
  assert.ok(action.x >= print.x + print.width && action.y >= table.y + table.height);
  assert.ok(foot.y >= action.y + action.height);
});

test("the buttons are reached by keyboard, in order, and work", async ({ page, open }) => {
  await open(FULL);
  await settles(page, "ready");
  const focused = () =>
    page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.getAttribute("part"));
  await page.keyboard.press("Tab"); // the meaning of the numbers
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "refresh-button");
  const again = page.waitForResponse(/tenants/);
  await page.keyboard.press("Enter");
  await again;
  await page.waitForFunction(
    () => window.fired.filter(({ name }) => name === "usage-load").length === 2,
  );
  // Focus stays where it was.
  assert.equal(await focused(), "refresh-button");
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "copy-button");
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "export-button");
  // The tooltip of a control that has the focus is on screen, too.
  const tip = await page
    .locator("[part=export-button]")
    .evaluate((button) => getComputedStyle(button, "::after").content);
  assert.match(tip, /Download CSV/);
  const download = page.waitForEvent("download");
  await page.keyboard.press("Space");
  await download;
});
