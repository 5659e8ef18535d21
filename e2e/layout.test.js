// Room: what stands around the card stays put, and the card fits wherever it is.

import assert from "node:assert/strict";

import { settles, suite } from "./support/suite.js";

const test = suite();

const SITUATIONS = [
  ["the documented sample", 'tenant="2"', "ready"],
  ["four types", 'tenant="3"', "ready"],
  ["four types with everything", 'tenant="3" limit="90" tenant-name="Halden Ferries"', "ready"],
  ["an empty answer", 'tenant="7"', "empty"],
  ["an error", "", "error"],
];

// The narrow, the widths at which the layout changes, and the wide.
const WIDTHS = [320, 414, 600, 704, 768, 1280];

// What is painted before the definition is the page's affair.
const DEFINED_FIRST = '<script type="module" blocking="render" src="/licensing-card.js"></script>';

test("what stands around a card that loads shifts by at most 0.1, and not at all for four types", async ({
  t,
  page,
  open,
  console,
}) => {
  for (const tenant of ["2", "3", "7"]) await console.fault(tenant, { delayMs: 200 });
  // Slow enough for the page to be painted before there is a card, and before there are numbers.
  await page.route("**/*.wasm", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    await route.continue();
  });
  const figures = [];
  for (const width of WIDTHS) {
    // All that is around the card is in view, so that every shift counts.
    await page.setViewportSize({ width, height: 1800 });
    for (const [what, attributes, state] of SITUATIONS) {
      if (what !== "four types" && width !== 320 && width !== 1280) continue;
      await t.test(`${what} at ${width} px`, async () => {
        const text = "<p>Something of the page, which people may be reading by now.</p>".repeat(20);
        await open(
          `<script>
            window.shift = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) window.shift += entry.value;
            }).observe({ type: "layout-shift", buffered: true });
          </script>
          <main>${text.slice(0, 200)}<licensing-card ${attributes}>Loading …</licensing-card>${text}</main>`,
          { module: "", head: DEFINED_FIRST },
        );
        await settles(page, state);
        // Shifts are told of after the frame that they are in.
        const shift = () =>
          page.evaluate(async () => {
            for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
            await new Promise((resolve) => setTimeout(resolve));
            return window.shift;
          });
        const measured = await shift();
        figures.push(`${what} at ${width} px: ${measured.toFixed(3)}`);
        // Four types are what room is kept for.
        const most = what.startsWith("four types") ? 0 : 0.1;
        assert.ok(measured <= most, `shifted by ${measured}`);
        // That shifts are seen at all:
        await page.evaluate(() => {
          const wall = document.createElement("div");
          wall.style.blockSize = "900px";
          document.querySelector("licensing-card").before(wall);
        });
        assert.ok((await shift()) > measured);
      });
    }
  }
  t.diagnostic(`layout shift: ${figures.join("; ")}`);
});

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
    for (const locale of ["en", "de", "fr", "es", "it", "nl", "pl", "pt-BR", "ja", "ar"]) {
      await t.test(`${width} px, ${locale}`, async () => {
        await page.setViewportSize({ width, height: 900 });
        const dir = locale === "ar" ? "rtl" : "ltr";
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
              ...card.shadowRoot.querySelectorAll("td, th, dd, dt, p, button, .name"),
            ].filter(
              (element) =>
                element.getClientRects().length > 0 &&
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
  for (const width of [320, 600, 704, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const broken = await page.evaluate(() =>
      [...document.querySelectorAll("licensing-card")].flatMap((card) =>
        [...card.shadowRoot.querySelectorAll("td, .amount b, .share")]
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

test("a card in a scrolling box leaves nothing outside of it", async ({ page, open }) => {
  await open(
    '<div style="block-size: 200px; overflow: auto"><licensing-card tenant="9"></licensing-card></div>',
  );
  await settles(page, "ready");
  const heights = await page.evaluate(() => [document.documentElement.scrollHeight, innerHeight]);
  assert.equal(heights[0], heights[1]);
});

test("a hidden card takes no room", async ({ page, open }) => {
  await open('<licensing-card hidden tenant="2"></licensing-card>');
  await settles(page, "ready");
  assert.equal(await page.locator("licensing-card").evaluate((card) => card.offsetHeight), 0);
});
