// Paper: the card as a PDF, read as text.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";

import { settles, suite } from "./support/suite.js";

const test = suite();

const FULL = '<licensing-card tenant="3" tenant-name="Halden Ferries" limit="90"></licensing-card>';
const FORMATS = [
  { format: "A4" },
  { format: "Letter" },
  { format: "A4", landscape: true },
  { format: "A5" },
];
const MARGIN = { top: "15mm", right: "15mm", bottom: "15mm", left: "15mm" };

/** The text of each page, its lines from top to bottom. */
async function pages(page, options) {
  const pdf = await page.pdf({ margin: MARGIN, ...options });
  const { stdout, status } = spawnSync("pdftotext", ["-layout", "-", "-"], { input: pdf });
  assert.equal(status, 0);
  // Every page ends with a form feed.
  return stdout.toString("utf8").split("\f").slice(0, -1).map((text) => text.replace(/ +/g, " "));
}

for (const theme of ["light", "dark"]) {
  test(`a card of four types is printed on one page, complete, in the ${theme} theme`, async ({
    page,
    open,
  }) => {
    await open(`<p>Before</p>${FULL.replace(" ", ` theme="${theme}" `)}`);
    await settles(page, "ready");
    for (const options of FORMATS) {
      const texts = await pages(page, options);
      assert.equal(texts.length, 1, JSON.stringify(options));
      const [text] = texts;
      for (const words of [
        ...["Before", "Cloud Connect license usage", "Halden Ferries", "83.05 instances"],
        ...["209 machines", "Near the limit", "92.2% of 90 instances", "Protected"],
        ...["VM backup", "VM replica", "Server backup", "Workstation", "99.03", "Updated"],
      ]) {
        assert.ok(text.includes(words), `${words} in ${text}`);
      }
      assert.ok(!/Copy as table|What these numbers mean/.test(text), text);
    }
  });
}

test("what is printed is black on white", async ({ page, open }) => {
  await open(FULL.replace(" ", ' theme="dark" '));
  await settles(page, "ready");
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const [ground, inks] = await page.locator("[part=card]").evaluate((card) => {
    const seen = [...card.querySelectorAll("*")].filter(
      (element) => element.checkVisibility() && /\S/.test(element.innerText ?? ""),
    );
    return [
      getComputedStyle(card).backgroundColor,
      [...new Set([card, ...seen].map((element) => getComputedStyle(element).color))],
    ];
  });
  assert.equal(ground, "rgb(255, 255, 255)");
  assert.deepEqual(inks, ["rgb(0, 0, 0)"]);
});

test("a long table has all its rows, heads on each page and the total once", async ({
  page,
  open,
}) => {
  await open("<p>Before</p>");
  await page.evaluate(async () => {
    const types = Array.from({ length: 200 }, (_, at) => `Type ${String(at).padStart(3, "0")} end`);
    await window.mount({}, { data: types.map((type) => window.row(type, { used: [1, 1.5] })) });
  });
  for (const options of FORMATS) {
    const texts = await pages(page, options);
    assert.ok(texts.length > 2, `${texts.length} pages`);
    // It begins where it stands.
    assert.match(texts[0], /Before[^]*Type 000 end/);
    const all = texts.join("\n");
    assert.equal(all.match(/Type \d{3} end/g)?.length, 200, JSON.stringify(options));
    assert.equal(all.match(/^\s*Total\b/gm)?.length, 1);
    const rows = texts.filter((text) => text.includes("Type "));
    for (const text of rows) assert.match(text, /Protected/, text);
    // On screen there are fifty again, and the sum of the others.
    await page.waitForFunction(
      () =>
        document.querySelector("licensing-card").shadowRoot.querySelectorAll("tbody tr").length === 51,
    );
  }
});

test("the page may print in its listener to usage-load, and gets the rows that the screen can show", async ({
  page,
  open,
}) => {
  await open("");
  const [printed, after, different] = await page.evaluate(async () => {
    const data = Array.from({ length: 60 }, (_, at) =>
      window.row(`Type ${at}`, { used: [1, at + 0.125], rental: [2, 1.5], fresh: [1, 0.25] }),
    );
    const card = document.createElement("licensing-card");
    const rows = () => [...card.shadowRoot.querySelectorAll("tbody:last-of-type tr[data-type]")];
    // The events that window.print() fires while it runs; headless browsers have no printer.
    const fire = (type) => dispatchEvent(new Event(type));
    const loaded = new Promise((ends) => {
      card.addEventListener("usage-load", () => {
        fire("beforeprint");
        const printed = rows();
        fire("afterprint");
        ends([printed, rows().length]);
      });
    });
    card.data = data;
    document.body.append(card);
    const [printed, after] = await loaded;
    card.shadowRoot.querySelector("[data-rows]").click();
    await new Promise((drawn) => setTimeout(drawn, 100));
    const shown = rows();
    const different = shown.filter((row, at) => !row.isEqualNode(printed[at]));
    return [printed.length, after, different.map((row) => row.outerHTML)];
  });
  assert.deepEqual([printed, after, different], [60, 50, []]);
});

test("printing changes neither the nodes of a card nor what is open in it", async ({ page, open }) => {
  await open("");
  const kept = await page.evaluate(async () => {
    const data = Array.from({ length: 60 }, (_, at) => window.row(`Type ${at}`, { used: [1, 1] }));
    await window.mount({}, { data });
    const card = document.querySelector("licensing-card");
    const find = (selector) => card.shadowRoot.querySelector(selector);
    const [table, meaning] = [find("table"), find("details")];
    meaning.open = true;
    dispatchEvent(new Event("beforeprint"));
    dispatchEvent(new Event("afterprint"));
    await card.refresh();
    await new Promise((drawn) => setTimeout(drawn, 100));
    return [find("table") === table, find("details") === meaning && meaning.open];
  });
  assert.deepEqual(kept, [true, true]);
});
