// Visits to the gallery: one cell, on a page of its own.

import { fileURLToPath } from "node:url";

import { DIST, ROOT } from "../support/environment.js";

export const FAULTS = fileURLToPath(new URL("../../gallery/faults.json", import.meta.url));

/** Served with the released files before the page's own, in place of Trunk's build. */
export const FOLDERS = [DIST, ROOT];

/** Opens a cell. */
export async function open(page, site, cell) {
  const given = Object.entries(cell).filter(([, value]) => value ?? false);
  await page.goto(`${site.origin}/gallery/cell.html?${new URLSearchParams(given)}`);
}

/** Waits for the end of a cell's way; with a `clock`, without the time that retries take. */
export async function settled(page, { clock = false } = {}) {
  const there = () => page.evaluate(() => document.documentElement.dataset.settled !== undefined);
  while (!(await there())) {
    if (clock) await page.clock.runFor(500);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Opens a cell and waits until its card is where it is meant to be. */
export async function visit({ page, portal }, cell) {
  await page.clock.install();
  await open(page, portal, cell);
  await settled(page, { clock: true });
}
