// Width: the card fits wherever it is.

import assert from "node:assert/strict";

import { PACKS, direction } from "./support/packs.js";
import { FULL, settles, suite } from "./support/suite.js";

const test = suite();

test("no card makes its page scroll sideways", async ({ t, page, open, console, tenant }) => {
  const failing = tenant();
  const message = "Wirtschaftsprüfungsgesellschaft".repeat(5);
  await console.fault(failing, { status: 400, body: { json: { message } } });
  const cards = ["2", "3", "8", "9", "11", "13", failing];
  await open(
    cards
      .map(
        (tenant) =>
          `<licensing-card tenant="${tenant}" limit="5" tenant-name="${message}"></licensing-card>`,
      )
      .join(""),
  );
  await page.waitForFunction(() =>
    [...document.querySelectorAll("licensing-card")].every(
      ({ state }) => !["idle", "loading"].includes(state),
    ),
  );
  // The narrowest, which is 1280 at 400 % zoom too, has to do for all languages.
  for (const width of [320, 414, 600, 704, 1280]) {
    for (const { tag: locale } of PACKS) {
      await t.test(`${width} px, ${locale}`, async () => {
        await page.setViewportSize({ width, height: 900 });
        const dir = direction(locale);
        await page.evaluate((dir) => document.documentElement.setAttribute("dir", dir), dir);
        await page.evaluate(
          (locale) => document.documentElement.setAttribute("lang", locale),
          locale,
        );
        await page.waitForFunction(
          (locale) =>
            [...document.querySelectorAll("licensing-card")].every(
              (card) => card.shadowRoot.querySelector("[part=card]").lang === locale,
            ),
          locale,
        );
        const wide = await page.evaluate(() => [
          document.documentElement.scrollWidth,
          ...[...document.querySelectorAll("licensing-card")].flatMap((card) => {
            const inside = card.shadowRoot.querySelector("[part=card]").getBoundingClientRect();
            const sticking = [
              ...card.shadowRoot.querySelectorAll("td, th, td b, td small, dd, dt, p, button"),
            ].filter(
              (element) =>
                element.getClientRects().length > 0 &&
                // A table wider than its card may scroll within it.
                !(["11", "13"].includes(card.tenant) && element.closest(".scroll")) &&
                getComputedStyle(element).clipPath === "none" &&
                (element.getBoundingClientRect().right > inside.right + 0.5 ||
                  element.getBoundingClientRect().left < inside.left - 0.5),
            );
            return sticking.map(
              (element) => `${card.tenant}: ${element.localName} ${element.textContent}`,
            );
          }),
        ]);
        assert.deepEqual(wide, [width]);
      });
    }
  }
});

test("no number is broken over two lines", async ({ page, open }) => {
  await open(
    '<licensing-card tenant="8"></licensing-card><licensing-card tenant="9"></licensing-card>',
  );
  await settles(page, "ready");
  await settles(page, "ready", "licensing-card:nth-of-type(2)");
  for (const width of [320, 480, 704, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const broken = await page.evaluate(() =>
      [...document.querySelectorAll("licensing-card")].flatMap((card) =>
        [...card.shadowRoot.querySelectorAll("td b, td small, .amount b")]
          .filter((cell) => {
            const range = document.createRange();
            range.selectNodeContents(cell);
            const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
            return lines.size > 1;
          })
          .map((cell) => cell.textContent),
      ),
    );
    assert.deepEqual(broken, [], `at ${width} px`);
  }
});

test("a card in a narrow column of a wide page is laid out for the column", async ({
  page,
  open,
}) => {
  await open('<div style="inline-size: 20rem"><licensing-card tenant="3"></licensing-card></div>');
  await settles(page, "ready");
  const [card, table] = await Promise.all(
    ["licensing-card", "table"].map((selector) => page.locator(selector).boundingBox()),
  );
  assert.equal(Math.round(card.width), 320);
  assert.ok(table.width <= 320);
});

// Parents that take their width from their content.
const SHRINKING = {
  "a grid of two equal columns":
    '<div style="display: grid; grid-template-columns: 1fr 1fr"><div>CARD</div><div>CARD</div></div>',
  "a row": '<div style="display: flex"><div>CARD</div><p>And a text beside it.</p></div>',
  "a cell": "<table><tr><td>CARD</td></tr></table>",
  "a fieldset": "<fieldset>CARD</fieldset>",
  "a dialog": "<dialog open>CARD</dialog>",
  "an inline block": '<div style="display: inline-block">CARD</div>',
  "a float": '<div style="float: left">CARD</div>',
};

for (const [parent, markup] of Object.entries(SHRINKING)) {
  test(`${parent} is no wider than its page for a card, and a card in it is seen`, async ({
    page,
    open,
  }) => {
    await page.setViewportSize({ width: 500, height: 900 });
    await open(markup.replaceAll("CARD", FULL));
    await settles(page, "ready");
    const [scrolls, width] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.querySelector("licensing-card").getBoundingClientRect().width,
    ]);
    assert.ok(scrolls <= 500, `${scrolls} px`);
    assert.ok(width >= 180, `the card is ${width} px wide`);
  });
}

test("a column of 200 px is enough", async ({ page, open }) => {
  await open(`<div style="inline-size: 200px">${FULL}</div>`);
  await settles(page, "ready");
  const wide = await page.evaluate(() => {
    const card = document.querySelector("licensing-card");
    const scroll = card.shadowRoot.querySelector(".scroll");
    return [card.offsetWidth, card.scrollWidth, scroll.scrollWidth - scroll.clientWidth];
  });
  assert.deepEqual(wide, [200, 200, 0]);
});

test("a card in a scrolling box leaves nothing outside of it", async ({ page, open }) => {
  await open(
    '<div style="block-size: 200px; overflow: auto"><licensing-card tenant="9"></licensing-card></div>',
  );
  await settles(page, "ready");
  const heights = await page.evaluate(() => [document.documentElement.scrollHeight, innerHeight]);
  assert.equal(heights[0], heights[1]);
});
