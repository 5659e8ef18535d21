// The tools of a case: the stage, and the state of the card on it.

import assert from "node:assert/strict";

import { Stage } from "./stage.js";

/** Numbers before a fault, and other ones after it. */
export const GOOD = { body: { rows: 4 } };
export const MENDED = { body: { rows: 8 } };
export const AGAIN = { body: { rows: 12 } };

/** Longer than the minute in which a card makes four requests at most by itself. */
const MINUTE = 61_000;

export class Scene extends Stage {
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
    await this.mark();
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
        busy: Boolean(card.shadowRoot.querySelector("[part=card] [aria-busy=true]")),
        fired: window.fired.slice(from).filter(({ id }) => id === card.id),
      };
    }, this.heardBefore);
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
    const { message, retryAt, detail, ...rest } = error ?? {};
    assert.deepEqual(rest, { kind, status, retryable });
    // For the page's developer: the problem of a response.
    if (kind === "invalid-response") assert.match(detail, /^.{5,}$/);
    else assert.equal(detail, null);
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
    const names = seen.fired.map(({ name }) => name);
    assert.deepEqual(names, Array(loads).fill(events).flat());
    assert.deepEqual(seen.fired.at(-1).detail, error);
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
    const failed = seen.fired.filter(({ name }) => name === "usage-error");
    if (quiet) assert.deepEqual(failed, []);
    if (requests !== undefined) assert.equal((await this.requests()).length, requests, "requests");
  }

  /** That the card is still loading, and says nothing of a fault. */
  async isLoading() {
    const { state, error, notice, fired } = await this.look();
    assert.deepEqual([state, error, notice], ["loading", null, null]);
    const names = fired.map(({ name }) => name);
    assert.deepEqual(names, ["usage-loadstart"]);
  }

  /** That the card is loading anew, with its numbers there and nothing said of a fault. */
  async isBusy() {
    const { state, error, notice, busy, usage, fired } = await this.look();
    assert.deepEqual([state, error, notice, busy], ["ready", null, null, true]);
    assert.deepEqual(usage, this.before);
    const names = fired.map(({ name }) => name);
    assert.deepEqual(names, ["usage-loadstart"]);
  }

  /** That the next load that succeeds leaves no trace of the fault. */
  async mends(answer = MENDED) {
    await this.answers(answer);
    await this.mark();
    await this.refresh();
    await this.isWell({ machines: answer.body.rows, requests: 1 });
  }

  /**
   * That the card comes to new numbers by itself, with one request, within a time of `what` is done
   * for it.
   */
  async mendsByItself(within, { what = () => {}, answer = MENDED, pace } = {}) {
    await this.answers(answer);
    await this.mark();
    await what();
    const well = async () => (await this.look()).usage?.totals.used.count === answer.body.rows;
    await this.until(well, { what: "success", ...pace, within });
    await this.isWell({ machines: answer.body.rows, requests: 1 });
    const names = (await this.look()).fired.map(({ name }) => name);
    assert.deepEqual(names, ["usage-loadstart", "usage-load"]);
  }
}
