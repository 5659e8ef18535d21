// The card looks and reads as it did: pictures and accessibility trees of cells of the gallery, beside
// those that are kept. After a change that is meant, `cargo xtask gallery` takes them anew.

import { readdirSync } from "node:fs";
import { join } from "node:path";

import { expect, test as base } from "@playwright/test";

import { startConsole } from "../support/console.js";
import { ROOT } from "../support/environment.js";
import { startHost } from "../support/host.js";
import { PICTURES, TREES } from "./cells.js";
import { FAULTS, FOLDERS, open, settled } from "./visit.js";

const NOON = new Date("2026-11-22T12:00:05Z");
const AGE = 5 * 60_000;

// The fonts of the packages, so that those of the machine do not matter.
const FONTS = ["inter", "noto-sans-jp", "noto-sans-arabic"];
const STYLE = `
${FONTS.map((name) => `@import "/e2e/node_modules/@fontsource-variable/${name}/wght.css";`).join("\n")}
:root { font-family: "Inter Variable", "Noto Sans JP Variable", "Noto Sans Arabic Variable"; }
`;

const test = base.extend({
  host: [
    async ({}, use) => {
      const console = await startConsole("--faults", FAULTS);
      const host = await startHost({ folder: FOLDERS, console: console.http });
      await use(host);
      await host.stop();
      await console.stop();
    },
    { scope: "worker" },
  ],
  /** Opens one cell, ready to be looked at, with nothing in it that differs from one day to the next. */
  show: async ({ page, host }, use) => {
    await use(async ({ media = {}, ...cell }) => {
      await page.clock.install({ time: NOON });
      await page.setViewportSize({ width: cell.width, height: 900 });
      await page.emulateMedia(media);
      await open(page, host, cell);
      await page.addStyleTag({ url: host.put("/fonts.css", STYLE) });
      await settled(page, { clock: true });
      if (cell.state === "stale") await page.clock.fastForward(AGE);
      await page.evaluate(async () => {
        const frame = () => new Promise(requestAnimationFrame);
        await frame();
        await document.fonts.ready;
        await frame();
      });
    });
  },
});

for (const { folder, name, scale = 1, ...cell } of PICTURES) {
  test.describe(() => {
    test.use({ deviceScaleFactor: scale });

    test(`${name} looks as it did`, async ({ page, show }) => {
      await show(cell);
      const height = await page.evaluate(() =>
        Math.ceil(document.querySelector("licensing-card").getBoundingClientRect().height),
      );
      const clip = { x: 0, y: 0, width: cell.width, height };
      await expect(page).toHaveScreenshot([folder, `${name}.png`], { clip, fullPage: true });
    });
  });
}

for (const { name, ...cell } of TREES) {
  test(`${name} reads as it did`, async ({ page, show }) => {
    await show(cell);
    const tree = `${await page.locator("#cell").ariaSnapshot()}\n`;
    expect(tree).toMatchSnapshot(["e2e/gallery/trees", `${name}.yml`]);
  });
}

test("each picture is of a cell", () => {
  const folder = "e2e/gallery/pictures";
  const own = PICTURES.filter((picture) => picture.folder === folder);
  const kept = readdirSync(join(ROOT, folder));
  expect(kept.toSorted()).toEqual(own.map(({ name }) => `${name}.png`).toSorted());
});
