// Room: the page around the card stays put, and the card fits wherever it is.

import assert from "node:assert/strict";

import { PACKS, direction } from "./support/packs.js";
import { FULL, settles, suite } from "./support/suite.js";

const test = suite();

const SITUATIONS = [
  ["the documented sample", 'tenant="2"', "ready"],
  ["four types", 'tenant="3"', "ready"],
  ["four types with everything", 'tenant="3" limit="90" tenant-name="Halden Ferries"', "ready"],
  ["an empty answer", 'tenant="7"', "empty"],
  ["an error", "", "error"],
];

// The narrow, both sides of the width at which the layout changes, and the wide.
const WIDTHS = [320, 414, 480, 520, 768, 1280];

// Shifts before the definition are the page's own.
const DEFINED_FIRST = '<script type="module" blocking="render" src="/licensing-card.js"></script>';

test("what stands around a card shifts by at most 0.1 when the numbers come", async ({
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
        // An empty or failed card is lower than the room that was held for numbers.
        const most = state === "ready" ? 0.1 : 0.2;
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

const height = (page, selector = "licensing-card") =>
  page.locator(selector).evaluate((card) => card.getBoundingClientRect().height);

test("a card of four types is as low and as small as a card", async ({ t, page, open }) => {
  const heights = [];
  for (const lang of ["en", "de"]) {
    await open(FULL, { lang });
    await settles(page, "ready");
    for (const [width, most] of [
      [768, 600],
      [1024, 560],
      [320, 800],
    ]) {
      await page.setViewportSize({ width: width + 16, height: 900 });
      const measured = await height(page);
      heights.push(`${lang} ${width}: ${measured.toFixed(0)}`);
      assert.ok(measured <= most, heights.at(-1));
    }
  }
  const [elements, attributes] = await page.evaluate(() => {
    const all = [...document.querySelector("licensing-card").shadowRoot.querySelectorAll("*")];
    return [all.length, all.reduce((sum, element) => sum + element.attributes.length, 0)];
  });
  t.diagnostic(`${heights.join("; ")}; ${elements} elements, ${attributes} attributes`);
  assert.ok(elements <= 150 && attributes <= 300, `${elements}, ${attributes}`);
});

test("an empty or failed card is as low as its content", async ({
  t,
  page,
  open,
  console,
  tenant,
}) => {
  await page.setViewportSize({ width: 336, height: 900 });
  const heights = [];
  for (const fault of [
    { body: { json: [] } },
    ...[401, 403, 404, 418].map((status) => ({ status })),
    ...[429, 503].map((status) => ({ status, headers: { "Retry-After": "600" } })),
    { body: { json: {} } },
  ]) {
    const company = tenant();
    await console.fault(company, fault);
    for (const lang of ["en", "de"]) {
      await open(
        `<licensing-card tenant="${company}" tenant-name="Halden Ferries" limit="90"></licensing-card>`,
        { lang },
      );
      await settles(page, fault.body?.json?.length === 0 ? "empty" : "error");
      const measured = await height(page);
      heights.push(`${fault.status ?? JSON.stringify(fault.body)} ${lang}: ${measured.toFixed(0)}`);
    }
  }
  t.diagnostic(heights.join("; "));
  for (const each of heights) assert.ok(Number(each.split(": ").at(-1)) <= 260, each);
});

test("a skeleton is as high as the card that follows", async ({
  page,
  open,
  console,
  tenant,
}) => {
  const company = tenant();
  await console.fault(company, { connection: "hang" });
  await open(
    FULL.replace('tenant="3"', `id="waits" tenant="${company}" timeout="120"`) +
      FULL.replace(" ", ' id="shows" '),
  );
  await page.locator("#waits [inert]").waitFor();
  await settles(page, "ready", "#shows");
  for (const lang of ["en", "de", "ar"]) {
    await page.evaluate((lang) => document.documentElement.setAttribute("lang", lang), lang);
    await page.locator(`#waits [part=card][lang=${lang}]`).waitFor();
    await page.locator(`#shows [part=card][lang=${lang}]`).waitFor();
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      const [waits, shows] = [
        await height(page, "#waits"),
        await height(page, "#shows"),
      ];
      // Numbers to come may be a little wider or narrower, and wrap or not.
      assert.ok(Math.abs(waits - shows) < 22, `${lang}, ${width} px: ${waits}, ${shows}`);
    }
  }
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

test("a hidden card takes no room", async ({ page, open }) => {
  await open('<licensing-card hidden tenant="2"></licensing-card>');
  await settles(page, "ready");
  assert.equal(await page.locator("licensing-card").evaluate((card) => card.offsetHeight), 0);
});
