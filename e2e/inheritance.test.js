// What reaches into a card from its page's styles, and what does not.

import assert from "node:assert/strict";

import { FULL, settles, suite } from "./support/suite.js";

const test = suite();

/** How every element of the card is laid out: its place, without the card's own. */
const places = (page, selector) =>
  page.locator(selector).evaluate((card) => {
    const { left, top } = card.getBoundingClientRect();
    return [...card.shadowRoot.querySelectorAll("[part=card] *")]
      .filter((element) => element.getClientRects().length)
      .map((element) => {
        const box = element.getBoundingClientRect();
        const numbers = [box.left - left, box.top - top, box.width, box.height];
        return `${element.localName} ${numbers.map((number) => Math.round(number * 10) / 10)}`;
      });
  });

test("inherited properties of the page change nothing in the card", async ({ page, open }) => {
  const INHERITED = `white-space: nowrap; text-indent: 40px; word-break: break-all;
    letter-spacing: 5px; word-spacing: 9px; text-transform: uppercase; line-height: 3;
    text-align: center; font-style: italic; font-weight: 900; font-variant: small-caps;
    text-shadow: 0 0 9px red; hyphens: none; tab-size: 9; border-collapse: separate;
    border-spacing: 20px; list-style: square; cursor: wait; font-stretch: condensed`;
  await open(
    `<div id="plain">${FULL}</div><div style="${INHERITED}" id="odd">${FULL}</div>
     <div style="writing-mode: vertical-rl; inline-size: 600px" id="upright">${FULL}</div>`,
  );
  for (const id of ["plain", "odd", "upright"]) await settles(page, "ready", `#${id} licensing-card`);
  const plain = await places(page, "#plain licensing-card");
  assert.deepEqual(await places(page, "#odd licensing-card"), plain);
  const upright = await page
    .locator("#upright licensing-card")
    .evaluate((card) => [card.offsetWidth, card.offsetHeight]);
  assert.ok(upright[0] > 200 && upright[1] < 800, `${upright}`);
});

test("the page's custom properties of short names, and its root's font size, change nothing", async ({
  page,
  open,
}) => {
  const NAMES = ["l", "h", "s", "bg", "text", "muted", "line", "soft", "accent", "used", "rental"];
  const all = [...NAMES, "new", "warning", "problem", "radius", "gap", "small", "tone", "tail"];
  await open(FULL);
  await settles(page, "ready");
  const plain = await places(page, "licensing-card");
  await open(FULL, {
    head: `<style>
      :root { ${all.map((name) => `--${name}: 50px;`).join(" ")} }
      ${all.map((name) => `@property --${name} { syntax: "<length>"; inherits: true; initial-value: 9px }`).join(" ")}
      html { font-size: 62.5% }
    </style>`,
  });
  await settles(page, "ready");
  assert.deepEqual(await places(page, "licensing-card"), plain);
});

test("one token scales everything", async ({ page, open }) => {
  await page.setViewportSize({ width: 1600, height: 1000 });
  await open(
    `<div style="inline-size: 500px">${FULL}</div>
     <div style="inline-size: 1000px; --licensing-card-font-size: 32px" id="large">${FULL}</div>`,
  );
  await settles(page, "ready");
  await settles(page, "ready", "#large licensing-card");
  const sizes = (selector) =>
    page.locator(selector).evaluate((card) =>
      ["h2", ".amount b", "td b", "td small", "thead th", "[part=updated]"].map((name) =>
        parseFloat(getComputedStyle(card.shadowRoot.querySelector(name)).fontSize),
      ),
    );
  const [plain, large] = [
    await sizes("div:first-child licensing-card"),
    await sizes("#large licensing-card"),
  ];
  for (const [index, size] of plain.entries()) {
    assert.ok(Math.abs(large[index] / size - 2) < 0.01, `${plain}; ${large}`);
  }
  const button = await page
    .locator("#large [part=refresh-button]")
    .evaluate((button) => button.offsetHeight);
  assert.ok(button >= 48, `${button}`);
});

test("nothing is cut with reset hosts, large least fonts and wide text spacing", async ({
  page,
  open,
}) => {
  const SPACING = `.card * { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important } .card p { margin-block-end: 2em !important }`;
  const LARGE = ".card * { font-size: max(20px, 1em) !important }";
  for (const [host, inside] of [
    ["licensing-card { all: unset }", ""],
    ["", SPACING],
    ["", LARGE],
  ]) {
    for (const width of [320, 768]) {
      await page.setViewportSize({ width, height: 900 });
      await open(`<main>${FULL}</main>`, { head: `<style>${host}</style>` });
      await settles(page, "ready");
      const cut = await page.evaluate((inside) => {
        const root = document.querySelector("licensing-card").shadowRoot;
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(inside);
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
        const card = root.querySelector("[part=card]").getBoundingClientRect();
        const found = [document.documentElement.scrollWidth];
        for (const element of root.querySelectorAll("[part=card] *")) {
          const { overflow } = getComputedStyle(element);
          if (element.matches(".hidden, .status:not([data-seen]), svg, svg *, meter") || element.closest(".hidden, dl")) continue;
          const box = element.getBoundingClientRect();
          if (!box.width) continue;
          if (overflow !== "visible" && element.scrollHeight > element.clientHeight + 1) {
            found.push(`${element.localName} ${element.className} is cut`);
          }
          if (box.bottom > card.bottom + 0.5) found.push(`${element.localName} sticks out`);
        }
        return found;
      }, inside);
      assert.deepEqual(cut, [width], `${host}${inside} at ${width} px`);
    }
  }
});
