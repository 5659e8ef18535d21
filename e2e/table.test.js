// The table in people's hands: sorted, shown whole, copied and printed.

import assert from "node:assert/strict";

import { settles, suite } from "./support/suite.js";

const test = suite();

const CARD = '<licensing-card tenant="3" tenant-name="Halden Ferries"></licensing-card>';

// Fifty-seven types.
const LONG = '<licensing-card tenant="9"></licensing-card>';

const onScreen = (page) =>
  page.locator("[part=table]").evaluate((table) => ({
    rows: [...table.tBodies[0].rows].map((row) => row.dataset.type).filter(Boolean),
    sorts: [...table.querySelectorAll("th[aria-sort]")].map((head) => [
      head.innerText.trim(),
      head.ariaSort,
    ]),
    csv: document
      .querySelector("licensing-card")
      .toCSV()
      .split("\r\n")
      .slice(1, -1)
      .map((line) => line.slice(0, line.indexOf(","))),
    usage: document.querySelector("licensing-card").usage.workloads.map(({ type }) => type),
  }));

test("the head of a column sorts by it, the other way, and not at all", async ({ page, open }) => {
  await open(LONG);
  await settles(page, "ready");
  const own = (await onScreen(page)).usage;
  const button = page.getByRole("button", { name: "New", exact: true });
  const amounts = () =>
    page
      .locator("tbody tr[data-type] [data-measure=new][data-unit=instances]")
      .evaluateAll((cells) => cells.map(({ textContent }) => Number(textContent.replace(",", ""))));
  for (const direction of ["descending", "ascending", null]) {
    await button.press("Enter");
    await page.waitForFunction(
      (direction) =>
        document
          .querySelector("licensing-card")
          .shadowRoot.querySelector("th[data-fill=new]")
          .getAttribute("aria-sort") === direction,
      direction,
    );
    const seen = await onScreen(page);
    const shown = await amounts();
    const sorted = shown.toSorted((one, other) => one - other);
    if (direction === "descending") sorted.reverse();
    if (direction) assert.deepEqual(shown, sorted);
    else assert.deepEqual(seen.csv, own);
    // The file has all rows in the same order.
    const known = new Set(seen.rows);
    assert.deepEqual(
      seen.csv.filter((type) => known.has(type)),
      seen.rows,
    );
    assert.deepEqual(seen.sorts, direction ? [["New", direction]] : []);
    assert.deepEqual(seen.usage, own);
    assert.ok(await button.evaluate((button) => button.getRootNode().activeElement === button));
  }
});

test("names are sorted in the reader's language, and a refresh leaves them so", async ({
  page,
  open,
}) => {
  await open(LONG);
  await settles(page, "ready");
  await page.getByRole("button", { name: "Workload" }).click();
  const sorted = page.locator("th[aria-sort=ascending]");
  await sorted.waitFor();
  const names = () =>
    page.locator("tbody tr[data-type] th").evaluateAll((heads) =>
      heads.map(({ firstChild }) => firstChild.data),
    );
  const before = await names();
  const { compare } = new Intl.Collator("en", { numeric: true });
  assert.deepEqual(before, before.toSorted(compare));
  await page.evaluate(() => document.querySelector("licensing-card").refresh());
  assert.deepEqual(await names(), before);
});

test("of fifty-seven types the fifty largest are shown, one row adds up the others, and a button shows all", async ({
  page,
  open,
}) => {
  await open(LONG);
  await settles(page, "ready");
  const sums = () =>
    page.locator("[part=table]").evaluate((table) => {
      const number = (row) =>
        Number(row.querySelector("[data-measure=total][data-unit=count]").textContent.replace(",", ""));
      const rows = [...table.tBodies[0].rows];
      return [rows.length, rows.reduce((sum, row) => sum + number(row), 0), number(table.tFoot.rows[0])];
    });
  const [rows, sum, total] = await sums();
  assert.deepEqual([rows, sum], [51, total]);
  const button = page.getByRole("button", { name: "Show all 57" });
  await button.press("Enter");
  await page.locator("tbody tr").nth(56).waitFor();
  assert.deepEqual(await sums(), [57, total, total]);
  // The focus stays on the button, which now does the opposite.
  await page.keyboard.press("Enter");
  await button.waitFor();
  assert.equal((await sums())[0], 51);
  const lines = await page.evaluate(() => document.querySelector("licensing-card").toCSV());
  assert.equal(lines.trim().split("\r\n").length, 58);
});

test("a page that prints by itself prints all fifty-seven types", async ({ page, open }) => {
  await open(LONG);
  await settles(page, "ready");
  await page.emulateMedia({ media: "print" });
  // Firefox copies the page as soon as the event is over, so its listeners cannot wait.
  const printed = () => {
    const table = document.querySelector("licensing-card").shadowRoot.querySelector("table");
    dispatchEvent(new Event("beforeprint"));
    const bodies = [...table.tBodies].map((body) => [...body.rows].filter((row) => row.checkVisibility()));
    dispatchEvent(new Event("afterprint"));
    return [...bodies.map((rows) => rows.length), table.tBodies.length].join();
  };
  await page.waitForFunction(`(${printed})() === "0,57,1"`);
  // And again with other numbers.
  await page.evaluate((type) => {
    const rows = Array.from({ length: 70 }, (_, at) => window.row(`${type} ${at}`, { used: [1, 1] }));
    document.querySelector("licensing-card").data = rows;
  }, "Type");
  await page.waitForFunction(`(${printed})() === "0,70,1"`);
});

test("a narrow card has the same four columns, and a row's name and bar above its numbers", async ({
  page,
  open,
}) => {
  await open(CARD);
  await settles(page, "ready");
  const seen = () =>
    page.locator("tbody tr").first().evaluate((row) => {
      const [head, ...cells] = [...row.cells].map((cell) => cell.getBoundingClientRect());
      return [
        [...row.querySelectorAll("td [data-measure]")].map(({ textContent }) => textContent),
        cells.every(({ top }) => top >= head.bottom - 1),
      ];
    });
  const numbers = ["42", "42", "6", "6", "3", "3", "51", "51"];
  for (const [width, above] of [
    [1280, false],
    [768, false],
    [320, true],
    [240, true],
  ]) {
    await page.setViewportSize({ width, height: 900 });
    assert.deepEqual(await seen(), [numbers, above], `${width} px`);
  }
});

const COPIED = [
  ["VM-Backup", "42", "42", "6", "6", "3", "3", "51", "51", "51,5", "1"],
  ["VM-Replikat", "12", "12", "0", "0", "1", "1", "13", "13", "13,1", "1"],
  ["Server-Backup", "25", "8,25", "4", "1,32", "2", "0,66", "31", "10,23", "10,3", "0,33"],
  ["Workstation-Backup", "130", "20,8", "10", "1,6", "15", "2,4", "155", "24,8", "25", "0,16"],
  ["Summe", "209", "83,05", "20", "8,92", "21", "7,06", "250", "99,03", "100", "0,39612"],
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
    await page.getByText("Tabelle kopiert.").waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const rows = copied.split(/\r?\n/).map((line) => line.split("\t"));
    assert.equal(rows[0].length, 11);
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
  await page.getByText("Your browser blocked copying.").waitFor();
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
      amounts: count("td [data-unit=instances]"),
      machines: count("td [data-unit=count]"),
      tools: count(".tool, [part=retry-button]"),
      wide: card.scrollWidth - card.clientWidth,
    };
  });
  assert.deepEqual(seen, { amounts: 20, machines: 20, tools: 0, wide: 0 });
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
      return [...root.querySelectorAll("tbody [data-measure=used][data-unit=instances]")].map(
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
