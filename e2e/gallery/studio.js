// Where pictures of cells are taken: the released card on the gallery's page, with nothing in it that
// differs from one machine or one day to the next.

import { fileURLToPath } from "node:url";

import { launch } from "../support/browser.js";
import { startConsole } from "../support/console.js";
import { DIST, ROOT } from "../support/environment.js";
import { startHost } from "../support/host.js";
import { open, settled } from "./visit.js";

export const FAULTS = fileURLToPath(new URL("../../gallery/faults.json", import.meta.url));

/** Served with the released files before the page's own, in place of Trunk's build. */
export const FOLDERS = [DIST, ROOT];

const NOON = new Date("2026-11-22T12:00:05Z");
const AGE = 5 * 60_000;

// The fonts of the packages, so that those of the machine do not matter.
const FONTS = ["inter", "noto-sans-jp", "noto-sans-arabic"];
const STYLE = `
${FONTS.map((name) => `@import "/e2e/node_modules/@fontsource-variable/${name}/wght.css";`).join("\n")}
:root { font-family: "Inter Variable", "Noto Sans JP Variable", "Noto Sans Arabic Variable"; }
`;

export async function openStudio() {
  const console = await startConsole("--faults", FAULTS);
  const host = await startHost({ folder: FOLDERS, console: console.http });
  const style = host.put("/fonts.css", STYLE);
  const browser = await launch({
    flags: ["--font-render-hinting=none", "--disable-lcd-text", "--force-color-profile=srgb"],
  });
  const pages = new Map();

  async function pageFor(scale) {
    if (!pages.has(scale)) {
      const context = await browser.newContext({
        colorScheme: "light",
        deviceScaleFactor: scale,
        locale: "en-US",
        reducedMotion: "reduce",
        timezoneId: "UTC",
      });
      context.setDefaultTimeout(15_000);
      const page = await context.newPage();
      await page.clock.install({ time: NOON });
      pages.set(scale, page);
    }
    return pages.get(scale);
  }

  /** Opens one cell, ready to be looked at. */
  async function set({ scale = 1, media = {}, ...cell }) {
    const page = await pageFor(scale);
    await page.setViewportSize({ width: cell.width, height: 900 });
    await page.emulateMedia({ media: null, colorScheme: "light", forcedColors: null, ...media });
    // Each cell has a document, and a clock, of its own, so that requests of one do not count for another.
    await page.clock.setSystemTime(NOON);
    await open(page, host, cell);
    await page.addStyleTag({ url: style });
    await settled(page, { clock: true });
    if (cell.state === "stale") await page.clock.fastForward(AGE);
    await quiet(page);
    return page;
  }

  return {
    /** A picture of one cell, as PNG. */
    photograph: async (cell) => shoot(await set(cell), cell),
    /** The accessibility tree of one cell, as text. */
    async tree(cell) {
      const page = await set(cell);
      return `${await page.locator("#cell").ariaSnapshot()}\n`;
    },
    async close() {
      await browser.close();
      await host.stop();
      await console.stop();
    },
  };
}

/** Waits for the fonts, and for the layout with them. */
const quiet = (page) =>
  page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    await frame();
    await document.fonts.ready;
    await frame();
  });

async function shoot(page, { width }) {
  const height = await page.evaluate(() =>
    Math.ceil(document.querySelector("licensing-card").getBoundingClientRect().height),
  );
  const clip = { x: 0, y: 0, width, height };
  return page.screenshot({ clip, fullPage: true, animations: "disabled", caret: "hide" });
}
