// A card's stay on the page: removed, put back, moved, kept, and many at once.

import assert from "node:assert/strict";

import { answer, card } from "../rows.js";

const HANGS = { connection: "hang", times: 1 };

export function stays(test) {
  test("removed, a card aborts its request; put back, it starts anew", async (scene) => {
    const { open, run, until, settles, look, fired, console, tenant } = scene;
    const company = tenant();
    await console.fault(company, [HANGS, answer(3)]);
    await open(card(`tenant="${company}"`));
    await until(() => window.fired.length);
    const name = await run(async () => {
      window.card = document.querySelector("licensing-card");
      const waits = window.card.refresh();
      window.card.remove();
      return waits.then(
        () => "well",
        (error) => error.name,
      );
    });
    assert.equal(name, "AbortError");
    await run(() => document.body.append(window.card));
    await settles("ready");
    assert.equal((await look()).usage.totals.used.count, 3);
    assert.ok(!(await fired()).includes("usage-error"));
  });

  for (const [way, options] of [
    ["append", {}],
    ["insertBefore", {}],
    ["moveBefore", { needs: "moveBefore" }],
  ]) {
    test(`moved by ${way}, a card keeps its state and its request`, options, async (scene) => {
      const { open, run, settles, console, tenant } = scene;
      const [company, slow] = [tenant(), tenant()];
      await console.fault(company, answer(3));
      await console.fault(slow, { ...answer(4), delayMs: 300 });
      const cards = card(`tenant="${company}"`) + card(`id="slow" tenant="${slow}"`);
      await open(`${cards}<div id="there"><i></i></div>`);
      await settles("ready");
      const kept = await run(async (way) => {
        const there = document.querySelector("#there");
        const ready = document.querySelector("licensing-card");
        const { usage } = ready;
        for (const card of document.querySelectorAll("licensing-card")) {
          if (way === "append") there.append(card);
          else there[way](card, there.firstChild);
        }
        await new Promise((passed) => setTimeout(passed, 50));
        return ready.state === "ready" && ready.usage === usage;
      }, way);
      assert.ok(kept);
      await settles("ready", "#slow");
      const made = [...(await console.requests(company)), ...(await console.requests(slow))];
      assert.equal(made.length, 2);
    });
  }

  test("a hundred cards share a request, and are all ready", async ({
    open,
    run,
    until,
    console,
    tenant,
    t,
  }) => {
    const company = tenant();
    await console.fault(company, { body: { rows: 4 } });
    await open("");
    await run((tenant) => {
      window.began = performance.now();
      for (let at = 0; at < 100; at++) window.put({ tenant });
    }, company);
    const took = await until(
      () =>
        [...document.querySelectorAll("licensing-card")].every(({ state }) => state === "ready") &&
        performance.now() - window.began,
    );
    t.diagnostic(`a hundred cards: ${Math.round(took)} ms`);
    assert.equal((await console.requests(company)).length, 1);
    const shown = await run(() =>
      [...document.querySelectorAll("licensing-card")].map(
        (card) => window.numbers(card).totals.total[0],
      ),
    );
    assert.deepEqual(shown, Array(100).fill("4"));
  });

  test("a page that one comes back to goes on", async (scene) => {
    const { open, run, settles, visit, back, refresh, portal, console, tenant, t } = scene;
    const company = tenant();
    await console.fault(company, answer(3));
    await open(card(`tenant="${company}"`));
    await settles("ready");
    await run(() => addEventListener("pageshow", ({ persisted }) => (window.kept = persisted)));
    await visit(portal.put("/elsewhere.html", "<!doctype html><p>Elsewhere</p>"));
    await back();
    await settles("ready");
    t.diagnostic(`the page was ${(await run(() => !!window.kept)) ? "" : "not "}kept`);
    assert.equal(await refresh(), "well");
  });
}
