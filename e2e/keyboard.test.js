// The keyboard: everything is reached in the order in which it is read, is seen to have the focus, is
// large enough to be hit, and keeps the focus whatever the card does meanwhile.

import assert from "node:assert/strict";

import { FAULTS, FOLDERS, visit } from "./gallery/visit.js";
import { fired, settles, suite } from "./support/suite.js";

const test = suite({ folder: FOLDERS, session: false, flags: ["--faults", FAULTS] });

// Where there are controls, and which; narrow, and where another layout has others, wide too.
const CELLS = [
  ...["loading", "ready", "stale", "throttled", "load-failed", "crashed"].map((state) => [
    state,
    240,
  ]),
  ["ready", 1024],
  // Fifty-seven types: with heads that sort, and a button that shows all.
  ["ready", 768, "9"],
];

/** The focused element inside the card, as a part or a name; null without one. */
const focused = (page) =>
  page.evaluate(() => {
    const at = document.querySelector("licensing-card").shadowRoot.activeElement;
    return at && (at.getAttribute("part") ?? at.getAttribute("aria-label") ?? at.textContent);
  });

/** Buttons of the page around the card, between which the focus goes. */
const surround = (page) =>
  page.evaluate(() => {
    for (const [where, id] of [
      ["afterbegin", "before"],
      ["beforeend", "after"],
    ]) {
      document.body.insertAdjacentHTML(where, `<button id="${id}">${id}</button>`);
    }
  });

/** All that can be reached from one end, in the order of the Tab key. */
async function walk(page, from, key) {
  const seen = [];
  await page.locator(from).focus();
  for (;;) {
    await page.keyboard.press(key);
    const at = await page.evaluate(stop);
    if (!at) return seen;
    seen.push(at);
  }
}

/** In the page: where the focus is, and how it is to be seen. */
function stop() {
  const at = document.querySelector("licensing-card").shadowRoot.activeElement;
  if (!at) return null;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(at);
  const { top, left, width, height } = at.getBoundingClientRect();
  return {
    ...{ what: at.outerHTML.slice(0, 120), top, left, width, height },
    outlined: outlineStyle !== "none" && parseFloat(outlineWidth) >= 1 && outlineColor,
  };
}

for (const forcedColors of ["none", "active"]) {
  test(
    `with forced colours ${forcedColors}, each control is reached, outlined and 24 pixels large`,
    { contextOptions: { forcedColors } },
    async (given) => {
      for (const [state, width, company] of CELLS) {
        const { page } = given;
        await page.setViewportSize({ width, height: 900 });
        await visit(given, { state, limit: "90", company });
        await surround(page);
        const there = await walk(page, "#before", "Tab");
        for (const { what, outlined, width: wide, height } of there) {
          assert.ok(outlined, `${state}, ${width} px: no outline: ${what}`);
          assert.ok(wide >= 24 && height >= 24, `${state}: ${wide} × ${height}: ${what}`);
        }
        // Nothing that can be pressed is left out, and the way back is the same.
        const reachable = await page.evaluate(
          () =>
            [
              ...document
                .querySelector("licensing-card")
                .shadowRoot.querySelectorAll("button:not(:disabled), summary, [tabindex='0'], a[href]"),
            ].filter((each) => each.checkVisibility() && !each.closest("[inert]")).length,
        );
        assert.equal(there.length, reachable, `${state}, ${width} px`);
        const back = await walk(page, "#after", "Shift+Tab");
        assert.deepEqual(
          back.map(({ what }) => what),
          there.map(({ what }) => what).toReversed(),
        );
      }
    },
  );
}

const press = async (page, part) => {
  await page.locator(`[part~=${part}]`).focus();
  await page.keyboard.press("Enter");
};

test("a refresh leaves the focus on its button, whatever comes of it", async (given) => {
  const { page, open, console, tenant } = given;
  const company = tenant();
  await console.fault(company, [
    { body: { rows: 4 }, times: 1 },
    { body: { rows: 3 }, times: 1, delayMs: 100 },
    { status: 403, times: 1, delayMs: 100 },
    { body: { json: [] }, times: 1 },
  ]);
  await open(`<licensing-card tenant="${company}"></licensing-card>`);
  await settles(page, "ready");
  for (const [loads, state] of [
    [2, "ready"],
    [2, "stale"],
    [3, "empty"],
  ]) {
    await press(page, "refresh-button");
    assert.equal(await focused(page), "refresh-button");
    await settles(page, state);
    await fired(page, "usage-load", loads);
    assert.equal(await focused(page), "refresh-button", state);
  }
});

test("sorting, and showing all rows, leave the focus on their buttons", async (given) => {
  const { page } = given;
  await visit(given, { state: "ready", company: "9" });
  await page.setViewportSize({ width: 480, height: 900 });
  for (const [part, buttons] of [
    ["[part=sort-button]", 5],
    [".rows", 1],
  ]) {
    const count = await page.locator(`${part}:visible`).count();
    assert.equal(count, buttons, part);
    for (let at = 0; at < count; at++) {
      for (let times = 0; times < 2; times++) {
        const button = page.locator(`${part}:visible`).nth(at);
        await button.focus();
        await page.keyboard.press("Enter");
        await page.evaluate(() => new Promise(requestAnimationFrame));
        const kept = await button.evaluate(
          (button) => button === button.getRootNode().activeElement,
        );
        assert.ok(kept, `${part} ${at}`);
      }
    }
  }
});

test("the focus is not lost where the retry button goes", async ({
  page,
  open,
  console,
  tenant,
}) => {
  const company = tenant();
  for (const [state, faults] of [
    ["error", [{ status: 503, headers: { "Retry-After": "600" }, times: 1 }]],
    [
      "stale",
      [
        { body: { rows: 4 }, times: 1 },
        { status: 503, headers: { "Retry-After": "600" }, times: 1 },
      ],
    ],
  ]) {
    await console.fault(company, [...faults, { body: { rows: 4 }, delayMs: 100 }]);
    await open(`<licensing-card tenant="${company}"></licensing-card>`);
    if (state === "stale") {
      await settles(page, "ready");
      await page.evaluate(() =>
        document
          .querySelector("licensing-card")
          .refresh()
          .catch(() => {}),
      );
    }
    await settles(page, state);
    await press(page, "retry-button");
    await settles(page, "ready");
    assert.equal(await page.locator("[part=retry-button]").count(), 0);
    assert.ok(await focused(page), `lost after ${state}`);
  }
});
