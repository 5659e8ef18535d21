// What a case has in hand: a page whose time and chance stand still, a company of its own at the
// console, and a card. Time passes only while no request is under way, so that how quick the machine
// is changes nothing.

import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";

import { Traffic } from "./traffic.js";

/** Numbers before a fault, and other ones after it. */
export const GOOD = { body: { rows: 4 } };
export const MENDED = { body: { rows: 8 } };
export const AGAIN = { body: { rows: 12 } };

/** Longer than the minute in which a card makes four requests at most by itself. */
const MINUTE = 61_000;

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

// The pages that are open, with what is under way on each.
const opened = new WeakMap();

export class Scene {
  #open;
  #traffic;
  #asked = 0;
  #heard = 0;

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
      await this.#open("", template);
      await this.page.evaluate(async () => {
        const first = window.put({}, { data: [] });
        await new Promise((loaded) => first.addEventListener("usage-load", loaded));
        first.remove();
      });
      await this.page.clock.pauseAt((await this.page.evaluate(() => Date.now())) + 60_000);
      opened.set(this.page, new Traffic(this.page, this.console));
    }
    this.#traffic = opened.get(this.page);
    await this.#mark();
  }

  /** Opens any page, with the clock as it is. */
  visit = (markup, template) => this.#open(markup, template);

  /** Leaves the page as it was when it was opened. */
  async leave() {
    await this.page.evaluate(() => {
      document.body.replaceChildren();
      window.heard.length = 0;
      window.chance = 0;
    });
    await this.now();
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

  /** Puts up the card, and waits for what comes of its first load. */
  async load(attributes, properties, pace) {
    await this.put(attributes, properties, pace);
    await this.settles(pace);
  }

  /** A card with numbers on screen. */
  async loaded(attributes, properties) {
    await this.answers(GOOD);
    await this.load(attributes, properties);
    await this.isWell({ machines: 4 });
    await this.keeps();
  }

  /** The numbers on screen are to stay there. By now, the card may make four requests again. */
  async keeps() {
    this.before = (await this.look()).usage;
    await this.pass(MINUTE);
    await this.#mark();
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

  /** Has the card load anew, and waits for what comes of it. */
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

  /** Waits, without any time passing, until all that is to happen now has happened. */
  async now({ hangs = false } = {}) {
    let done = await this.page.evaluate(() => window.afterNow());
    if (await this.#traffic.ends({ hangs }))
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

  /** Everything that the card says of itself, to scripts and to people. */
  async look() {
    return this.page.evaluate((from) => {
      const { card } = window;
      const notice = card.shadowRoot.querySelector("[part=notice]");
      const states = ["idle", "loading", "ready", "empty", "stale", "error"];
      return {
        state: card.state,
        states: states.filter((state) => card.matches(`:state(${state})`)),
        usage: card.usage,
        error: card.error,
        notice: notice && { ...notice.dataset, role: notice.role, text: notice.innerText },
        retry: card.shadowRoot.querySelectorAll("[part=retry-button]").length,
        rows: card.shadowRoot.querySelectorAll("tbody tr").length,
        busy: card.shadowRoot.querySelector("[part=card]")?.ariaBusy === "true",
        heard: window.heard.slice(from).filter(({ id }) => id === card.id),
      };
    }, this.#heard);
  }

  /**
   * That the card shows an error, or old numbers and why they are old: to scripts and to people, and
   * after no more and no fewer requests. Where `later`, it says when the server wants to be asked;
   * `loads` is how many have ended so since the last step. Where nothing was to be fetched, as of what
   * the page `handed` over, no load is told to begin.
   */
  async shows(state, expected) {
    const { kind, status = null, retryable = true, requests, later = false, loads = 1 } = expected;
    const seen = await this.look();
    const { error, notice } = seen;
    assert.deepEqual([seen.state, seen.states], [state, [state]]);
    const { message, retryAt, ...rest } = error ?? {};
    assert.deepEqual(rest, { kind, status, retryable });
    assert.equal(retryAt !== null, later, `retryAt is ${retryAt}`);
    assert.ok(message.length > 20 && notice.text.includes(message), notice?.text);
    assert.equal(seen.retry, retryable ? 1 : 0, "retry buttons");
    assert.equal(seen.busy, false);
    if (state === "stale") {
      assert.deepEqual([notice.role, notice.kind, notice.cause], ["status", "stale", kind]);
      assert.deepEqual(seen.usage, this.before);
      assert.equal(seen.rows, this.before.workloads.length);
    } else {
      assert.deepEqual([notice.role, notice.kind], ["alert", kind]);
      assert.deepEqual([seen.usage, seen.rows], [null, 0]);
    }
    const { handed = kind === "config" } = expected;
    const events = handed ? ["usage-error"] : ["usage-loadstart", "usage-error"];
    if (kind === "unauthorized") events.push("usage-auth-required");
    const names = seen.heard.map(({ name }) => name);
    assert.deepEqual(names, Array(loads).fill(events).flat());
    assert.deepEqual(seen.heard.at(-1).detail, error);
    assert.equal((await this.requests()).length, requests, "requests");
  }

  /**
   * That the card shows these numbers and nothing that was wrong before; where `quiet`, that it never
   * told of anything.
   */
  async isWell({ machines = 4, requests, rows = 4, quiet = true } = {}) {
    const seen = await this.look();
    assert.deepEqual([seen.state, seen.states, seen.error], ["ready", ["ready"], null]);
    assert.deepEqual([seen.notice, seen.retry, seen.busy], [null, 0, false]);
    assert.deepEqual([seen.usage.totals.used.count, seen.rows], [machines, rows]);
    const failed = seen.heard.filter(({ name }) => name === "usage-error");
    if (quiet) assert.deepEqual(failed, []);
    if (requests !== undefined) assert.equal((await this.requests()).length, requests, "requests");
  }

  /** That the card is still loading, and says nothing of a fault. */
  async isLoading() {
    const { state, error, notice, heard } = await this.look();
    assert.deepEqual([state, error, notice], ["loading", null, null]);
    const names = heard.map(({ name }) => name);
    assert.deepEqual(names, ["usage-loadstart"]);
  }

  /** That the card is loading anew, with its numbers there and nothing said of a fault. */
  async isBusy() {
    const { state, error, notice, busy, usage, heard } = await this.look();
    assert.deepEqual([state, error, notice, busy], ["ready", null, null, true]);
    assert.deepEqual(usage, this.before);
    const names = heard.map(({ name }) => name);
    assert.deepEqual(names, ["usage-loadstart"]);
  }

  /** That the next load that succeeds leaves no trace of the fault. */
  async mends(answer = MENDED) {
    await this.answers(answer);
    await this.#mark();
    await this.refresh();
    await this.isWell({ machines: answer.body.rows, requests: 1 });
  }

  /** That the card comes to new numbers by itself, with one request within a time. */
  async mendsByItself(within, answer = MENDED) {
    await this.answers(answer);
    await this.#mark();
    const well = async () => (await this.look()).state === "ready";
    await this.until(well, { within, what: "success" });
    await this.isWell({ machines: answer.body.rows, requests: 1 });
    const names = (await this.look()).heard.map(({ name }) => name);
    assert.deepEqual(names, ["usage-loadstart", "usage-load"]);
  }

  /** Waits on the wall, for what must not happen. */
  async wait(milliseconds) {
    await sleep(milliseconds);
    await this.now();
  }

  /** From here on, requests and events count anew. */
  async #mark() {
    this.#asked = (await this.console.requests(this.company)).length;
    this.#heard = await this.page.evaluate(() => window.heard.length);
  }
}

/** Properties as source text, so that they may be functions. */
const source = (properties) => {
  const members = Object.entries(properties).map(([name, value]) => {
    return `${name}: ${typeof value === "function" ? value : JSON.stringify(value)}`;
  });
  return `({ ${members.join(", ")} })`;
};
