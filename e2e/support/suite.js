// The set-up of a test file: a browser, a console and two web servers for all of its tests, and a
// context of its own for each.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch as start } from "./browser.js";
import { startConsole } from "./console.js";
import { DIST } from "./environment.js";
import { startHost } from "./host.js";
import { instrument } from "./instrument.js";

// Long beside anything awaited here, short beside the patience of who waits for the tests.
const PATIENCE = 15_000;

/** An element that loads from the page's own origin. */
export const CARD = '<licensing-card id="card" endpoint="/v2" tenant="2"></licensing-card>';

/** One with all that a card can show. */
export const FULL = '<licensing-card tenant="3" tenant-name="Halden Ferries" limit="90"></licensing-card>';

/** A page with the module and `body` in it. */
export function html(body, { lang = "en", head = "", module = "/licensing-card.js" } = {}) {
  return `<!doctype html>
<html${lang && ` lang="${lang}"`}>
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>A portal</title>
    ${head}
    ${module && `<script type="module" src="${module}"></script>`}
  </head>
  <body>${body}</body>
</html>`;
}

/**
 * Sets a file's tests up. The portal answers for browsers without a token of their own, unless
 * `session` is false; `folder` is the folder that it serves; `launch`, options of the browser; `flags`, the console's.
 */
export function suite({
  folder = DIST,
  session = true,
  launch: options = {},
  flags = [],
  keepAlive,
} = {}) {
  let browser;
  let lastTenant = 1000;
  let lastPage = 0;
  const servers = {};

  before(async () => {
    // The other site comes first: the console has to know whom to let in.
    servers.other = await startHost({ folder });
    servers.console = await startConsole("--cors", servers.other.origin, ...flags);
    browser = await start(options);
    const token = session ? await servers.console.signIn() : undefined;
    const behind = { console: servers.console.http, session: token };
    servers.portal = await startHost({ folder, ...behind, keepAlive });
  });

  after(async () => {
    await browser?.close();
    await Promise.all(Object.values(servers).map((server) => server.stop()));
  });

  const spare = [];

  /** A page in a context of its own, with its console messages and errors. */
  async function stage(contextOptions) {
    const context = await browser.newContext(contextOptions);
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    const logged = [];
    const errors = [];
    page.on("console", (message) => logged.push({ type: message.type(), text: message.text() }));
    page.on("pageerror", (error) => errors.push(String(error)));
    await page.addInitScript(instrument);
    return { context, page, logged, errors };
  }

  /**
   * A test of its own context and page. `body` gets the servers, the page, `open` to load a made-up
   * page and `said`, the lines on the browser's console. Nothing may be thrown at the page, unless
   * the test `throws`. One that `shares` leaves its page as it found it, for the next that does.
   */
  return function browserTest(name, options, body = options) {
    const { contextOptions, throws = false, shares, ...more } = options === body ? {} : options;
    test(name, { timeout: 60_000, ...more }, async (t) => {
      const { context, page, logged, errors } =
        (shares && spare.pop()) || (await stage(contextOptions));
      const open = async (markup, { site = servers.portal, headers, ...template } = {}) => {
        const path = `/test-${++lastPage}.html`;
        await page.goto(site.put(path, html(markup, template), headers));
        return page.locator("licensing-card");
      };
      let left = false;
      try {
        const tenant = () => String(++lastTenant);
        await body({ ...servers, t, context, page, logged, open, tenant });
        if (!throws) assert.deepEqual(errors, [], "thrown at the page");
        left = shares;
      } finally {
        servers.portal.release();
        if (left) spare.push({ context, page, logged, errors });
        else await context.close();
      }
    });
  };
}

/** Waits until the first card is in a state. */
export async function settles(page, state, selector = "licensing-card") {
  await page.waitForFunction(
    ([selector, state]) => document.querySelector(selector).state === state,
    [selector, state],
  );
}

/** Waits for the events heard to fulfil a condition, and returns them. */
export async function fired(page, name, times = 1) {
  await page.waitForFunction(
    ([name, times]) => window.fired.filter((event) => event.name === name).length >= times,
    [name, times],
  );
  return page.evaluate(() => window.fired);
}

/** The first card's state, usage and error. */
export const look = (page) =>
  page.evaluate(() => window.look(document.querySelector("licensing-card")));

/** Warnings on the browser's console. */
export const warnings = (logged) => logged.filter(({ type }) => type === "warning");
