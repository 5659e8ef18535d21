// Height: the page around the card stays put, and the card is no higher than its content.

import assert from "node:assert/strict";

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

test("a hidden card takes no room", async ({ page, open }) => {
  await open('<licensing-card hidden tenant="2"></licensing-card>');
  await settles(page, "ready");
  assert.equal(await page.locator("licensing-card").evaluate((card) => card.offsetHeight), 0);
});
