// Crashes: the WebAssembly traps, for real, in all the ways that a page can bring about. None of them
// is thrown at the page, which each of these tests asserts by not being told otherwise.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { DIST } from "./support/environment.js";
import { exhaustible, failing } from "./support/trap.js";
import { CARD, fired, look, settles, suite } from "./support/suite.js";

const test = suite();

const OTHER = '<licensing-card id="other" tenant="3">Its own content</licensing-card>';

const TRAPS = {
  "in rendering": () => {
    window.failing = "insertBefore";
    document.querySelector("#card").data = [window.row("CC_VM_Backup", { used: [500, 500] })];
  },
  "in the middle of rendering": () => {
    window.failing = "insertBefore";
    window.succeeding = 12;
    document.querySelector("#card").data = Array.from({ length: 9 }, (_, at) =>
      window.row(`Type_${at}`, { used: [500, 500] }),
    );
  },
  "in an event handler": () => {
    window.failing = "getAttribute";
    document.querySelector("#card").shadowRoot.querySelector("[part=refresh-button]").click();
  },
  "in a handler of the page's own events": () => {
    window.failing = "visibilityState";
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  },
  "while an answer is read": () => {
    window.exhaust();
    const { fetch } = window;
    window.fetch = async () => {
      window.fetch = fetch;
      return new Response(JSON.stringify([{ type: "x".repeat(8 << 20), usedCount: 1 }]));
    };
    document.querySelector("#card").refresh().catch(() => {});
  },
  "in a change of attributes": () => {
    window.exhaust();
    document.querySelector("#card").heading = "x".repeat(64 << 20);
    // Too much for any instance.
    setTimeout(() => (document.querySelector("#card").heading = null));
  },
  "by an exception that is no error": () => {
    window.failing = "insertBefore";
    window.failure = "just words";
    document.querySelector("#card").data = [window.row("CC_VM_Backup", { used: [500, 500] })];
  },
};

async function openTwo({ page, open }, more = "") {
  await page.addInitScript(exhaustible);
  await page.addInitScript(failing);
  // How often the WebAssembly has been started.
  await page.addInitScript(() => {
    const { instantiate } = WebAssembly;
    window.starts = 0;
    WebAssembly.instantiate = function (...given) {
      window.starts++;
      return instantiate.apply(this, given);
    };
  });
  await open(CARD + OTHER + more);
  await settles(page, "ready", "#card");
  await settles(page, "ready", "#other");
}

const numbers = (page, id) => page.locator(`${id} tfoot [data-unit]`).allInnerTexts();
const started = (page, times) => page.waitForFunction((times) => window.starts === times, times);

for (const [where, trap] of Object.entries(TRAPS)) {
  test(`after a trap ${where} all cards start again by themselves, and tell of no error`, async ({
    page,
    open,
  }) => {
    await openTwo({ page, open });
    await page.evaluate(() => (window.fired.length = 0));
    await page.evaluate(trap);
    await started(page, 2);
    await page.waitForFunction(
      () =>
        ["card", "other"].every((id) =>
          window.fired.some((event) => event.name === "usage-load" && event.id === id),
        ),
    );
    const events = await page.evaluate(() => window.fired.map(({ name }) => name));
    assert.equal(events.includes("usage-error"), false, events.join());
    // It follows the page.
    await page.evaluate(() => {
      window.failing = null;
      document.querySelector("#card").data = null;
      return document.querySelector("#card").refresh();
    });
    const [, card] = [await settles(page, "ready", "#card"), await look(page)];
    assert.equal(card.usage.totals.total.count, 11);
    assert.equal(card.notice, null);
    assert.ok((await numbers(page, "#card")).includes("1.93"));
  });
}

test("until the new numbers are drawn the old ones stay, and so do state, usage and CSV", async ({
  page,
  open,
  console,
  portal,
}) => {
  await openTwo({ page, open });
  await console.fault("2", { body: { rows: 4 }, times: 1 });
  const before = [await numbers(page, "#card"), await look(page)];
  const csv = await page.evaluate(() => document.querySelector("#card").toCSV());
  portal.hold();
  await page.evaluate(TRAPS["in an event handler"]);
  await started(page, 2);
  await fired(page, "usage-loadstart", 4);
  assert.deepEqual([await numbers(page, "#card"), await look(page)], before);
  assert.equal(await page.evaluate(() => document.querySelector("#card").toCSV()), csv);
  portal.release();
  await page.waitForFunction(
    () => document.querySelector("#card").usage.totals.used.count === 4,
  );
  assert.equal((await look(page)).state, "ready");
});

test("a refresh that was under way ends with the load of the fresh instance", async ({
  page,
  open,
  console,
  tenant,
}) => {
  const company = tenant();
  await console.fault(company, [{ connection: "hang", times: 1 }, { body: { rows: 4 } }]);
  await openTwo({ page, open }, `<licensing-card id="waits" tenant="${company}"></licensing-card>`);
  const refreshed = page.evaluate(() => document.querySelector("#waits").refresh());
  await fired(page, "usage-loadstart", 3);
  await page.evaluate(TRAPS["in an event handler"]);
  await refreshed;
  await settles(page, "ready", "#waits");
});

test("what is left of a crashed instance does nothing", async ({ page, open }) => {
  await page.clock.install();
  await openTwo(
    { page, open },
    '<licensing-card id="again" tenant="4" refresh-interval="30"></licensing-card>',
  );
  await settles(page, "ready", "#again");
  await page.evaluate(TRAPS["in an event handler"]);
  await started(page, 2);
  await fired(page, "usage-load", 6);
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.evaluate(() => document.querySelector("#again").remove());
  await page.clock.runFor(120_000);
  await page.evaluate(async () => {
    for (const name of ["offline", "online"]) dispatchEvent(new Event(name));
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  });
  assert.deepEqual(requests, []);
});

for (const [lang, words] of [
  ["en", /Reload the page/],
  ["de", /Laden Sie die Seite neu/],
]) {
  test(`after the second trap within a minute only a reload helps (${lang})`, async ({
    page,
    open,
  }) => {
    await page.addInitScript(failing);
    await open(CARD, { lang });
    await settles(page, "ready");
    const crash = () => page.evaluate(TRAPS["in an event handler"]);
    await crash();
    await fired(page, "usage-load", 2);
    // A trap more than a minute ago does not count.
    await page.evaluate(() => {
      const { now } = Date;
      Date.now = () => now() + 61_000;
    });
    await crash();
    await fired(page, "usage-load", 3);
    const before = await numbers(page, "#card");
    const csv = await page.evaluate(() => document.querySelector("#card").toCSV());
    await crash();
    await settles(page, "error");

    const { error, notice, usage } = await look(page);
    assert.deepEqual(
      { ...error, message: "" },
      { kind: "crashed", status: null, message: "", retryable: false, retryAt: null, detail: null },
    );
    assert.match(error.message, words);
    assert.ok(notice.includes(error.message));
    assert.equal(usage.totals.total.count, 11);
    assert.deepEqual(await numbers(page, "#card"), before);
    assert.equal(await page.evaluate(() => document.querySelector("#card").toCSV()), csv);
    // No button is left that nobody listens to.
    assert.equal(await page.locator("licensing-card button").count(), 0);
    const errors = (await fired(page, "usage-error")).filter(({ name }) => name === "usage-error");
    assert.equal(errors.length, 1);

    const requests = [];
    page.on("request", (request) => requests.push(request.url()));
    const [thrown, late] = await page.evaluate(async () => {
      const card = document.querySelector("#card");
      card.limit = 20;
      const thrown = await card.refresh().catch((error) => error);
      return [thrown, await window.mount({ tenant: "3" }, { textContent: "Fallback words" })];
    });
    assert.deepEqual(thrown, error);
    assert.deepEqual(late.error, error);
    assert.deepEqual(requests, []);
    assert.deepEqual(await numbers(page, "#card"), before);
    assert.equal(await page.getByText("Fallback words").isVisible(), true);
  });
}

test("a crash of one copy of the module leaves the other's cards alone", async ({
  page,
  open,
  portal,
}) => {
  for (const name of ["licensing-card.js", "licensing-card_glue.js", "licensing-card_bg.wasm"]) {
    const type = name.endsWith("js") ? "text/javascript" : "application/wasm";
    portal.put(`/copy/${name}`, await readFile(join(DIST, name)), { "Content-Type": type });
  }
  for (const copy of ["/copy/licensing-card.js", "/licensing-card.js?copy"]) {
    await page.addInitScript(failing);
    await open(`${CARD}<copied-card id="copied" tenant="3"></copied-card>`);
    await page.evaluate(async (copy) => (await import(copy)).define("copied-card"), copy);
    await settles(page, "ready", "#card");
    await settles(page, "ready", "#copied");
    await page.evaluate(TRAPS["in an event handler"]);
    await fired(page, "usage-load", 3);
    const loads = (await fired(page, "usage-load")).filter(({ name }) => name === "usage-load");
    assert.deepEqual(loads.map(({ id }) => id).slice(2), ["card"], copy);
    await page.evaluate(() => document.querySelector("#copied").refresh());
  }
});

test("a name that takes a method of the document's which the view needs is an error, once", async ({
  page,
  open,
}) => {
  for (const name of ["createElement", "createTextNode"]) {
    await open(
      `<img name="${name}" alt="">
      <licensing-card id="card" tenant="2"><p>Its own words</p></licensing-card>`,
    );
    await settles(page, "error");
    assert.equal((await look(page)).error.kind, "crashed", name);
    assert.equal(await page.getByText("Its own words").isVisible(), true, name);
    const errors = (await fired(page, "usage-error")).filter(({ name }) => name === "usage-error");
    assert.equal(errors.length, 1, name);
  }
});
