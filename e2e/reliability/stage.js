// A page whose time and chance stand still, a company of its own at the console, and a card. Time
// passes only while no request is under way, so that how quick the machine is changes nothing.

import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";

import { Traffic } from "./traffic.js";

/** Runs in the page before all else: a retry comes as soon as it may, unless a case says otherwise. */
function prepare() {
  window.chance = 0;
  Math.random = () => window.chance;

  /** Says whether the load under way ended, once all that is to happen now has happened. */
  window.afterNow = async () => {
    for (let task = 0; task < 4; task++) {
      await new Promise((passed) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = passed;
        port2.postMessage(null);
      });
    }
    return window.done;
  };

  /** The card's next outcome is awaited from here on. */
  window.awaitOutcome = () => {
    window.done = false;
    for (const name of ["usage-load", "usage-error"]) {
      window.card.addEventListener(name, () => (window.done = true), { once: true });
    }
  };
}

// The open pages, each with its pending work.
const opened = new WeakMap();

export class Stage {
  #open;
  #traffic;
  #asked = 0;
  /** How many events had been heard before the last step. */
  heardBefore = 0;

  constructor({ open, ...tools }) {
    this.#open = open;
    Object.assign(this, tools);
    this.company = tools.tenant();
  }

  /** Opens a page on which the WebAssembly runs already. */
  async open(template = {}) {
    if (!opened.has(this.page)) {
      await this.page.addInitScript(prepare);
      await this.page.clock.install();
      await this.#open("", { head: "<style>html{opacity:0}</style>", ...template });
      await this.page.evaluate(async () => {
        const first = window.put({}, { data: [] });
        await new Promise((loaded) => first.addEventListener("usage-load", loaded));
        first.remove();
      });
      await this.page.clock.pauseAt((await this.page.evaluate(() => Date.now())) + 60_000);
      opened.set(this.page, new Traffic(this.page, this.console));
    }
    this.#traffic = opened.get(this.page);
    await this.mark();
  }

  /** Opens any page, with the clock as it is. */
  visit = (markup, template) => this.#open(markup, template);

  /** Leaves the page as it was when it was opened. */
  async leave() {
    await this.page.evaluate(() => {
      document.body.replaceChildren();
      window.fired.length = 0;
      window.chance = 0;
      delete navigator.onLine;
      delete document.hidden;
      delete document.visibilityState;
    });
    await this.now();
  }

  /** Takes the browser's network away, or gives it back. */
  async network(there) {
    await this.context.setOffline(!there);
    for (let tries = 0; (await this.page.evaluate(() => navigator.onLine)) !== there; tries++) {
      assert.ok(tries < 1_000, "the page has not heard of the network");
      await sleep(5);
    }
  }

  /** Has the console answer the company so from now on. */
  async answers(...faults) {
    await this.console.fault(this.company, faults);
  }

  /** The console's requests of the company since the last step. */
  async requests() {
    return (await this.console.requests(this.company)).slice(this.#asked);
  }

  /** Puts up the card, and does not wait for it. */
  async put(attributes = {}, properties = {}, pace) {
    await this.page.evaluate(
      ([attributes, properties]) => {
        window.card = window.put(attributes, (0, eval)(properties));
        window.awaitOutcome();
      },
      [{ tenant: this.company, ...attributes }, source(properties)],
    );
    await this.now(pace);
  }

  /** Puts up the card, and waits for the end of its first load. */
  async load(attributes, properties, pace) {
    await this.put(attributes, properties, pace);
    await this.settles(pace);
  }

  /** Has the card load anew, and does not wait for it. */
  async ask(pace) {
    await this.page.evaluate(() => {
      window.awaitOutcome();
      window.refreshed = window.card.refresh().then(
        () => "well",
        (error) => error.kind ?? error.name,
      );
    });
    await this.now(pace);
  }

  /** Has the card load anew, and waits for the end of that. */
  async refresh(pace) {
    await this.ask(pace);
    await this.settles(pace);
  }

  /** Sets properties of the card. */
  async change(properties, pace) {
    await this.page.evaluate((properties) => {
      window.awaitOutcome();
      Object.assign(window.card, (0, eval)(properties));
    }, source(properties));
    await this.now(pace);
  }

  /** Presses one of the card's buttons. */
  async press(part) {
    await this.page.evaluate((part) => {
      window.awaitOutcome();
      window.card.shadowRoot.querySelector(`[part=${part}]`).click();
    }, part);
    await this.now();
  }

  /**
   * Waits, without any time passing, until all that is to happen now has happened. Where requests may
   * hang, those are not waited for: all of them, or only so many since the last step.
   */
  async now({ hangs = false } = {}) {
    let done = await this.page.evaluate(() => window.afterNow());
    const mayHang = async () =>
      typeof hangs === "number" ? (await this.requests()).length <= hangs : hangs;
    if (await this.#traffic.ends(mayHang))
      done = await this.page.evaluate(() => window.afterNow());
    return done;
  }

  /** Lets time pass until something is so, and says how long that took at the most. */
  async until(condition, { within = 200_000, step = 1_000, hangs, what = "it" } = {}) {
    for (let passed = 0; ; passed += step) {
      if (await condition(await this.now({ hangs }))) return passed;
      assert.ok(passed < within, `${what} did not come in ${within} ms`);
      await this.page.clock.runFor(step);
    }
  }

  /** Lets time pass until the load under way has ended. */
  async settles(pace) {
    await this.until((done) => done, { what: "an outcome", ...pace });
  }

  /** Lets time pass until so many requests have been made since the last step. */
  async asks(times, pace) {
    const made = async () => (await this.requests()).length >= times;
    await this.until(made, { what: `request ${times}`, ...pace });
    assert.equal((await this.requests()).length, times, "requests");
  }

  /** Lets time pass. */
  async pass(milliseconds) {
    await this.page.clock.runFor(milliseconds);
    await this.now({ hangs: true });
  }

  /** That nothing is asked for within a time. */
  async rests(milliseconds) {
    const { length } = await this.requests();
    await this.pass(milliseconds);
    assert.equal((await this.requests()).length, length, `requests within ${milliseconds} ms`);
  }

  /** Waits on the wall, for events that must not come. */
  async wait(milliseconds) {
    await sleep(milliseconds);
    await this.now();
  }

  /** From here on, requests and events count anew. */
  async mark() {
    this.#asked = (await this.console.requests(this.company)).length;
    this.heardBefore = await this.page.evaluate(() => window.fired.length);
  }
}

/** Properties as source text, so that they may be functions. */
const source = (properties) => {
  const members = Object.entries(properties).map(([name, value]) => {
    return `${name}: ${typeof value === "function" ? value : JSON.stringify(value)}`;
  });
  return `({ ${members.join(", ")} })`;
};
