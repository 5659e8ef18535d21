// The browser that everything is tried in.

import { chromium } from "playwright-core";

import { CHROMIUM } from "./environment.js";

/** The flags that every Chromium gets. */
export const FLAGS = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts Chromium; `flags` come on top of the usual ones. */
export const launch = ({ flags = [], ...options } = {}) =>
  chromium.launch({ executablePath: CHROMIUM, args: [...FLAGS, ...flags], ...options });
