// The tools of a case: the page in front, its card, and the servers behind.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";

import { By, Key } from "selenium-webdriver";

import { html } from "../support/suite.js";

// Less than a script may take.
const PATIENCE = 25_000;
let lastPage = 0;

export class Scene {
  #session;
  #engine;
  #tenants;
  #complaints = [];
  #opened = false;

  constructor({ session, engine, servers, tenants, t }) {
    this.#session = session;
    this.#engine = engine;
    this.#tenants = tenants;
    this.t = t;
    Object.assign(this, servers);
  }

  /** A company that nobody else asks for. */
  tenant = () => String(++this.#tenants.last);

  /**
   * Opens a page with `body` in it. `before` are functions that run before the page's own scripts; `user`, a
   * name and a password in the page's address.
   */
  open = async (
    body,
    { site = this.portal, before = [], head = "", headers, user, ...template } = {},
  ) => {
    // Earlier records belong to another case.
    if (this.#opened) await this.complaints();
    this.#opened = true;
    const name = `/page-${++lastPage}`;
    const early = ["/before.js"];
    if (before.length) {
      early.push(`${name}.js`);
      site.put(`${name}.js`, before.map((each) => `(${each})();`).join("\n"));
    }
    const scripts = early.map((src) => `<script src="${src}"></script>`).join("");
    const expose = '<script type="module" src="/expose.js"></script>';
    const module = template.module ?? "/licensing-card.js";
    const page = html(body, { ...template, head: scripts + head + (module && expose) });
    const address = site.put(`${name}.html`, page, headers);
    await this.#session.driver.get(user ? address.replace("//", `//${user}@`) : address);
  };

  /** Runs a function in the page, and waits for its promise. */
  run = (body, ...given) =>
    this.#session.driver.executeScript(`return (${body})(...arguments)`, ...given);

  /** Waits in the page until a function gives something, and returns that. */
  until = async (condition, ...given) => {
    const got = await this.#session.driver.executeScript(
      `const given = [...arguments];
      return (async () => {
        const condition = ${condition};
        const end = performance.now() + ${PATIENCE};
        for (;;) {
          const got = await condition(...given);
          if (got || performance.now() > end) return got;
          await new Promise((resolve) => setTimeout(resolve, 15));
        }
      })()`,
      ...given,
    );
    if (got) return got;
    const looks = await this.run(() =>
      [...document.querySelectorAll("licensing-card")].slice(0, 3).map(window.look),
    );
    throw new Error(`never: ${condition}\n${JSON.stringify(given)}\n${JSON.stringify(looks)}`);
  };

  /** Waits until a card is in a state. */
  settles = (state, selector = "licensing-card") =>
    this.until(
      (selector, state) => document.querySelector(selector)?.state === state,
      selector,
      state,
    );

  /** Waits until a part is there, or is not. */
  shows = (part, selector = "licensing-card", there = true) =>
    this.until(
      (part, selector, there) => !!window.part(part, document.querySelector(selector)) === there,
      part,
      selector,
      there,
    );

  /** A card's state, usage and error. */
  look = (selector = "licensing-card") =>
    this.run((selector) => window.look(document.querySelector(selector)), selector);

  /** The numbers that a card shows. */
  numbers = (selector = "licensing-card") =>
    this.run((selector) => window.numbers(document.querySelector(selector)), selector);

  /** A card's notice. */
  notice = (selector = "licensing-card") =>
    this.run((selector) => window.notice(document.querySelector(selector)), selector);

  /** Has a card load anew, and returns the outcome. */
  refresh = (selector = "licensing-card") =>
    this.run(
      (selector) =>
        document
          .querySelector(selector)
          .refresh()
          .then(
            () => "well",
            (error) => error.kind ?? error.name,
          ),
      selector,
    );

  /** Clicks on a part, as people do. */
  press = async (part, selector = "licensing-card") => {
    const card = await this.#session.driver.findElement(By.css(selector));
    const root = await card.getShadowRoot();
    await (await root.findElement(By.css(`[part~="${part}"]`))).click();
  };

  /** Presses keys; a name that is none of `Key`'s is typed. */
  keys = (...names) => {
    const keys = names.map((name) => Key[name] ?? name);
    return this.#session.driver
      .actions()
      .sendKeys(...keys)
      .perform();
  };

  /** Presses a key while another one is held down. */
  chord = (held, key) =>
    this.#session.driver.actions().keyDown(Key[held]).sendKeys(key).keyUp(Key[held]).perform();

  /** Names of the events heard so far. */
  fired = (id) =>
    this.run(
      (id) => window.fired.filter((event) => !id || event.id === id).map(({ name }) => name),
      id ?? null,
    );

  back = () => this.#session.driver.navigate().back();

  visit = (url) => this.#session.driver.get(url);

  /** Whether a page is printed. */
  print = async (on) => {
    if (this.#engine.print) await this.#engine.print(this.#session, on);
    else if (on) await this.run(asPrinted);
  };

  /** The text of each page that the browser prints. */
  paper = async () => {
    const pdf = Buffer.from(await this.#session.driver.printPage(), "base64");
    const { stdout, status } = spawnSync("pdftotext", ["-layout", "-", "-"], { input: pdf });
    assert.equal(status, 0);
    // Every page ends with a form feed.
    return stdout.toString("utf8").split("\f").slice(0, -1);
  };

  /** Whether the system is dark, or forces its colours on pages. */
  dark = async (on) => this.#engine.dark?.(this.#session, on);
  forceColors = (on) => this.#engine.forceColors(this.#session, on);

  /** Uncaught errors of the pages so far, and errors on their consoles. */
  complaints = async () => {
    const here = await this.run(() => {
      const errors = (window.logged ?? []).filter(({ level }) => level === "error");
      return [...(window.thrown ?? []), ...errors.map(({ text }) => text)];
    });
    this.#complaints.push(...here);
    return this.#complaints;
  };
}

/** Runs in the page of an engine that cannot emulate print: print styles hold on screen. */
function asPrinted() {
  const turn = (rules) => {
    for (const rule of rules) {
      if (rule instanceof CSSMediaRule) {
        const { mediaText } = rule.media;
        if (mediaText === "print") rule.media.mediaText = "all";
        if (mediaText === "screen") rule.media.mediaText = "not all";
      }
      if (rule.cssRules) turn(rule.cssRules);
    }
  };
  const { shadowRoot } = document.querySelector("licensing-card");
  for (const sheet of [...shadowRoot.adoptedStyleSheets, ...shadowRoot.styleSheets]) {
    turn(sheet.cssRules);
  }
}
