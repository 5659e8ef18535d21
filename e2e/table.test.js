// The table in people's hands: sorted, switched between units, copied and printed.

import assert from "node:assert/strict";

import { settles, suite } from "./support/suite.js";

const test = suite();

const CARD = '<licensing-card tenant="3" tenant-name="Halden Ferries"></licensing-card>';

const OWN = ["VM_Backup", "VM_Replica", "Server_Backup", "Workstation_Backup"];

const onScreen = (page) =>
  page.locator("[part=table]").evaluate((table) => ({
    rows: [...table.tBodies[0].rows].map((row) => row.dataset.type.slice(3)),
    sorts: [...table.querySelectorAll("th[aria-sort]")].map((head) => [
      head.innerText.trim(),
      head.ariaSort,
    ]),
    csv: document
      .querySelector("licensing-card")
      .toCSV()
      .split("\r\n")
      .slice(1, -1)
      .map((line) => line.slice(3, line.indexOf(","))),
    usage: document.querySelector("licensing-card").usage.workloads.map(({ type }) => type.slice(3)),
  }));

test("the head of a column sorts by it, the other way, and not at all", async ({ page, open }) => {
  await open(CARD);
  await settles(page, "ready");
  const button = page.getByRole("button", { name: "New Machines" });
  // 3, 1, 2 and 15 machines are new.
  const descending = ["Workstation_Backup", "VM_Backup", "Server_Backup", "VM_Replica"];
  for (const [rows, sorts] of [
    [descending, [["Machines", "descending"]]],
    [descending.toReversed(), [["Machines", "ascending"]]],
    [OWN, []],
  ]) {
    await button.press("Enter");
    await page.waitForFunction(
      (first) =>
        document.querySelector("licensing-card").shadowRoot.querySelector("tbody tr").dataset
          .type === `CC_${first}`,
      rows[0],
    );
    const seen = await onScreen(page);
    assert.deepEqual(seen.rows, rows);
    assert.deepEqual(seen.csv, rows);
    assert.deepEqual(
      seen.sorts.map(([name, direction]) => [name.replace(/^New\s*/, ""), direction]),
      sorts,
    );
    assert.deepEqual(seen.usage, OWN);
    assert.ok(await button.evaluate((button) => button.getRootNode().activeElement === button));
  }
});

test("names are sorted in the reader's language, and a refresh leaves them so", async ({
  page,
  open,
}) => {
  await open(CARD);
  await settles(page, "ready");
  await page.getByRole("button", { name: "Workload" }).click();
  const sorted = ["Server_Backup", "VM_Backup", "VM_Replica", "Workstation_Backup"];
  await page.waitForFunction(
    () => document.querySelector("licensing-card").toCSV().indexOf("CC_Server") < 100,
  );
  assert.deepEqual((await onScreen(page)).rows, sorted);
  await page.evaluate(() => document.querySelector("licensing-card").refresh());
  assert.deepEqual((await onScreen(page)).rows, sorted);
});

test("a narrow card shows one unit at a time, and all of them in its sums", async ({
  page,
  open,
}) => {
  await page.setViewportSize({ width: 320, height: 900 });
  await open(CARD);
  await settles(page, "ready");
  const total = () =>
    page
      .locator("tfoot td[data-measure=total]:visible")
      .allInnerTexts()
      .then((texts) => texts.filter(Boolean));
  assert.deepEqual(await total(), ["99.03"]);
  await page.getByRole("button", { name: "Machines", exact: true }).click();
  await page.locator("table[data-shown=count]").waitFor();
  assert.deepEqual(await total(), ["250"]);
  await page.getByRole("button", { name: "In use Machines" }).click();
  await page.locator("[aria-sort=descending]").waitFor();
  // Where there is room for both, there is nothing to switch.
  await page.setViewportSize({ width: 1280, height: 900 });
  assert.deepEqual(await total(), ["250", "99.03"]);
  assert.equal(await page.locator("[part=unit-button]:visible").count(), 0);
});

const COPIED = [
  ["VM-Backup", "42", "42", "6", "6", "3", "3", "51", "51"],
  ["VM-Replikat", "12", "12", "0", "0", "1", "1", "13", "13"],
  ["Server-Backup", "25", "8,25", "4", "1,32", "2", "0,66", "31", "10,23"],
  ["Workstation-Backup", "130", "20,8", "10", "1,6", "15", "2,4", "155", "24,8"],
  ["Summe", "209", "83,05", "20", "8,92", "21", "7,06", "250", "99,03"],
];

for (const [how, prepare] of [
  ["by the clipboard", () => {}],
  ["where a frame may not use it", () => (navigator.clipboard.writeText = () => Promise.reject())],
]) {
  test(`the table is copied ${how}, for a spreadsheet`, async ({ page, open, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await open(CARD.replace(" ", ' locale="de" '));
    await settles(page, "ready");
    await page.evaluate(prepare);
    await page.getByRole("button", { name: "Als Tabelle kopieren" }).click();
    await page.getByText("Die Tabelle ist kopiert.").waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const rows = copied.split(/\r?\n/).map((line) => line.split("\t"));
    assert.equal(rows[0].length, 9);
    assert.deepEqual(rows.slice(1), COPIED);
  });
}

test("it is said where the table cannot be copied", async ({ page, open }) => {
  await open(CARD);
  await settles(page, "ready");
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject();
    document.execCommand = () => false;
  });
  await page.getByRole("button", { name: "Copy as table" }).click();
  await page.getByText("The browser does not let the table be copied.").waitFor();
});

test("the print button prints, and what is printed has all numbers and no buttons", async ({
  page,
  open,
}) => {
  await open(CARD);
  await settles(page, "ready");
  await page.evaluate(() => {
    window.printed = 0;
    window.print = () => window.printed++;
  });
  await page.getByRole("button", { name: "Print" }).click();
  assert.equal(await page.evaluate(() => window.printed), 1);
  // A4 at 96 dpi, with the usual margins.
  await page.setViewportSize({ width: 718, height: 1000 });
  await page.emulateMedia({ media: "print" });
  const seen = await page.locator("[part=card]").evaluate((card) => {
    const visible = (element) => element.checkVisibility() && element.offsetWidth > 1;
    const count = (selector) => [...card.querySelectorAll(selector)].filter(visible).length;
    return {
      amounts: count("td[data-unit=instances]"),
      machines: count("td[data-unit=count]"),
      tools: count(".tool, .units, [part=retry-button]"),
      wide: card.scrollWidth - card.clientWidth,
    };
  });
  assert.deepEqual(seen, { amounts: 20, machines: 20, tools: 0, wide: 0 });
});

test("where rounding would make a total look wrong, all amounts are shown in full", async ({
  page,
  open,
}) => {
  await open("");
  const shown = await page.evaluate(async () => {
    const row = (type) => window.row(type, { used: [1, 0.333333] });
    await window.mount({}, { data: [row("A"), row("B"), row("C")] });
    const root = document.body.lastChild.shadowRoot;
    return [...root.querySelectorAll("td[data-measure=used][data-unit=instances]")].map(
      ({ innerText }) => innerText,
    );
  });
  assert.deepEqual(shown, ["0.333333", "0.333333", "0.333333", "0.999999"]);
});

test("the figures of a column stand one below the other at their decimal sign", async ({
  page,
  open,
}) => {
  for (const [width, locale, dir] of [
    [1280, "en", "ltr"],
    [320, "en", "ltr"],
    [1280, "de", "ltr"],
    [1280, "ar-EG", "rtl"],
  ]) {
    await page.setViewportSize({ width, height: 900 });
    await open(`<div dir="${dir}">${CARD.replace(" ", ` locale="${locale}" `)}</div>`);
    await settles(page, "ready");
    const units = await page.evaluate(() => {
      const root = document.querySelector("licensing-card").shadowRoot;
      // Where the last digit of the whole number ends.
      return [...root.querySelectorAll("tbody td[data-measure=used][data-unit=instances]")].map(
        (cell) => {
          const text = cell.firstChild;
          const end = text.data.search(/[.,٫]/);
          const range = document.createRange();
          range.setStart(text, 0);
          range.setEnd(text, end < 0 ? text.length : end);
          return range.getBoundingClientRect().right;
        },
      );
    });
    const off = Math.max(...units) - Math.min(...units);
    // Decimal signs are not all as wide as the card takes them to be.
    assert.ok(off < 2.5, `${width} px, ${locale}: ${units}`);
  }
});
