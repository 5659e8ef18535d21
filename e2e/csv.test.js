// The numbers as a file.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { html, settles, suite } from "./support/suite.js";

const test = suite();

const HEADER = "type,rentalCount,newCount,usedCount,rentalInstances,newInstances,usedInstances\r\n";

const csv = (page) => page.evaluate(() => document.querySelector("licensing-card").toCSV());

test("toCSV() gives the rows on screen in their order", async ({ page, open }) => {
  await open('<licensing-card tenant="3"></licensing-card>');
  await settles(page, "ready");
  assert.equal(
    await csv(page),
    `${HEADER}CC_VM_Backup,6,3,42,6,3,42\r\nCC_VM_Replica,0,1,12,0,1,12\r\n` +
      "CC_Server_Backup,4,2,25,1.32,0.66,8.25\r\nCC_Workstation_Backup,10,15,130,1.6,2.4,20.8\r\n",
  );
});

test("numbers are exact, with a dot, ungrouped, in any language", async ({ page, open }) => {
  await open("");
  const text = await page.evaluate(async () => {
    const data = [
      window.row("a", { rental: [1234567, 1234567.891], used: [1, 0.333333], fresh: [0, 10.5] }),
    ];
    await window.mount({ locale: "de" }, { data });
    return document.querySelector("licensing-card").toCSV();
  });
  assert.equal(text, `${HEADER}a,1234567,0,1,1234567.891,10.5,0.333333\r\n`);
});

test("without numbers there is the header alone", async ({ page, open }) => {
  await open("");
  const states = await page.evaluate(async () => {
    const card = window.put({ tenant: "7" });
    const idle = document.createElement("licensing-card").toCSV();
    const loading = card.toCSV();
    await window.outcome(card);
    const failed = await window.mount({}).then(() => document.body.lastChild.toCSV());
    return [idle, loading, card.toCSV(), failed];
  });
  assert.deepEqual([...new Set(states)], [HEADER]);
});

test("no type is a formula, and every name survives", async ({ page, open }) => {
  await open("");
  for (const [type, written] of [
    ["plain", "plain"],
    ["=SUM(A1)", "'=SUM(A1)"],
    ["+1", "'+1"],
    ["-2+3", "'-2+3"],
    ["@now", "'@now"],
    ["\t=1", '"\'\t=1"'],
    ["a;=1", '"a;=1"'],
    ["a\tb", '"a\tb"'],
    ["\u200b=1", "'\u200b=1"],
    ["＝1+1", "'＝1+1"],
    ["\r=1", '"\'\r=1"'],
    ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
    ["a,b", '"a,b"'],
    ['a"b', '"a""b"'],
    ["two\nlines", '"two\nlines"'],
    ["two\r\nlines", '"two\r\nlines"'],
    ["🦊 ünï", "🦊 ünï"],
    ["a=b", "a=b"],
  ]) {
    const text = await page.evaluate(async (type) => {
      await window.mount({}, { data: [window.row(type, { used: [1, 1] })] });
      return document.body.lastChild.toCSV();
    }, type);
    assert.equal(text, `${HEADER}${written},0,0,1,0,0,1\r\n`);
  }
});

test("the export button downloads what toCSV() gives, as UTF-8 with a byte order mark", async ({ page, open }) => {
  for (const tenant of ["8", "9"]) {
    await open(`<licensing-card tenant="${tenant}"></licensing-card>`);
    await settles(page, "ready");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download CSV" }).click(),
    ]);
    const day = await page.evaluate(
      () => document.querySelector("licensing-card").usage.fetchedAt.split("T")[0],
    );
    assert.equal(download.suggestedFilename(), `cloudConnectUsage-${tenant}-${day}.csv`);
    assert.deepEqual(await readFile(await download.path()), Buffer.from(`\ufeff${await csv(page)}`, "utf8"));
  }
});

test("stale numbers can be exported, and none cannot", async ({ page, open, console, tenant }) => {
  const company = tenant();
  await console.fault(company, [{ body: { rows: 4 }, times: 1 }, { status: 403 }]);
  await open(
    `<licensing-card tenant="${company}"></licensing-card>` +
      '<licensing-card id="empty" tenant="7"></licensing-card><licensing-card id="failed"></licensing-card>',
  );
  await settles(page, "ready");
  await page.evaluate(() =>
    document
      .querySelector("licensing-card")
      .refresh()
      .catch(() => {}),
  );
  await settles(page, "stale");
  await settles(page, "empty", "#empty");
  await settles(page, "error", "#failed");
  assert.equal(await page.locator("[part=export-button]").count(), 1);
  assert.equal(await page.locator("[part=export-button]").getAttribute("aria-disabled"), null);
});

const SENTENCE = "If no file appears, this page does not allow downloads. Copy the table instead.";

test("in a frame that may not allow downloads the card says so", async ({ page, open, portal }) => {
  const inner = portal.put(
    "/framed.html",
    html('<licensing-card id="card" endpoint="/v2" tenant="3"></licensing-card>'),
  );
  for (const [sandbox, says] of [
    ["allow-scripts allow-same-origin", true],
    ["allow-scripts allow-same-origin allow-downloads", false],
    [null, false],
  ]) {
    const attribute = sandbox === null ? "" : `sandbox="${sandbox}"`;
    await open(`<iframe ${attribute} src="${inner}" width="800" height="800"></iframe>`);
    const frame = page.frameLocator("iframe");
    const button = frame.locator("[part=export-button]");
    const download = says ? null : page.waitForEvent("download");
    await button.click();
    await download;
    await page.evaluate(() => new Promise(requestAnimationFrame));
    if (says) await frame.getByText(SENTENCE).waitFor();
    else assert.equal(await frame.getByText(SENTENCE).count(), 0);
  }
});
