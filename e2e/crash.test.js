// Crashes: the WebAssembly traps, for real, in all the ways that a page can bring about. None of them
// is thrown at the page, which each of these tests asserts by not being told otherwise.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { DIST } from "./support/environment.js";
import { exhaustible, failing } from "./support/trap.js";
import { CARD, heard, look, settles, suite } from "./support/suite.js";

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
    document.dispatchEvent(new Event("visibilitychange"));
  },
  "while an answer is read": () => {
    window.exhaust();
    const { fetch } = window;
    window.fetch = async () => {
      window.fetch = fetch;
      return new Response(JSON.stringify([{ type: "x".repeat(8 << 20) }]));
    };
    document.querySelector("#card").refresh().catch(() => {});
  },
  "while a payload is read": () => {
    window.exhaust();
    window.put({}, { data: [{ type: "x".repeat(64 << 20) }] }).className = "late";
  },
  "in a change of attributes": () => {
    window.exhaust();
    document.querySelector("#card").heading = "x".repeat(64 << 20);
  },
  "in the making of a card": () => {
    window.exhaust();
    window.put({ heading: "x".repeat(64 << 20) }).className = "late";
  },
  "by an exception that is no error": () => {
    window.failing = "insertBefore";
    window.failure = "just words";
    document.querySelector("#card").data = [window.row("CC_VM_Backup", { used: [500, 500] })];
  },
};

/** Mends what a trap has broken of the page. */
const mend = () => {
  window.failing = null;
  document.querySelector(".late")?.remove();
  document.querySelector("#card").heading = null;
  document.querySelector("#card").data = null;
};

async function openTwo({ page, open }) {
  await page.addInitScript(exhaustible);
  await page.addInitScript(failing);
  await open(CARD + OTHER);
  await settles(page, "ready", "#card");
  await settles(page, "ready", "#other");
}

const numbers = (page, id) => page.locator(`${id} tfoot td:not(:empty)`).allInnerTexts();

for (const [where, trap] of Object.entries(TRAPS)) {
  test(`after a trap ${where} all cards keep their numbers and say so; one click starts them`, async ({
    page,
    open,
  }) => {
    await openTwo({ page, open });
    const csvs = () =>
      page.evaluate(() => ["#card", "#other"].map((id) => document.querySelector(id).toCSV()));
    const [before, csv] = [await numbers(page, "#card"), await csvs()];
    assert.ok(before.includes("1.93"));
    await page.evaluate(trap);
    await settles(page, "error", "#card");
    await settles(page, "error", "#other");

    const { error, usage, notice } = await look(page);
    const message = "The card has stopped.";
    const crashed = { kind: "crashed", status: null, message, retryable: true, retryAt: null };
    assert.deepEqual(error, crashed);
    assert.ok(notice.includes(message));
    assert.equal(usage.totals.total.count, 11);
    assert.deepEqual(await numbers(page, "#card"), before);
    assert.deepEqual(await csvs(), csv);
    const events = (await heard(page, "usage-error")).filter(({ name }) => name === "usage-error");
    for (const id of ["card", "other"]) {
      const details = events.filter((event) => event.id === id).map(({ detail }) => detail);
      assert.deepEqual(details, [crashed]);
      assert.deepEqual(
        await page.locator(`#${id} button`).evaluateAll((all) => all.map(({ part }) => part.value)),
        ["retry-button"],
      );
      // What stands in for missing numbers does not stand beside them.
      assert.equal(await page.locator(`#${id} slot:not([name])`).count(), 0);
    }

    await page.evaluate(mend);
    await page.evaluate(() =>
      document.querySelector("#other").shadowRoot.querySelector("[part=retry-button]")?.click(),
    );
    await settles(page, "ready", "#card");
    await settles(page, "ready", "#other");
    assert.deepEqual(await numbers(page, "#card"), before);
    await page.evaluate(() => document.querySelector("#card").refresh());
  });
}

test("what is left of a crashed instance does nothing", async ({ page, open, console, tenant }) => {
  await page.addInitScript(failing);
  const company = tenant();
  await console.fault(company, { body: { rows: 4 }, delayMs: 400 });
  await open(
    `${CARD}<licensing-card id="waits" tenant="${company}" timeout="1"></licensing-card>` +
      '<licensing-card id="again" tenant="3" refresh-interval="30"></licensing-card>',
  );
  await settles(page, "ready", "#card");
  await settles(page, "ready", "#again");
  await page.evaluate(TRAPS["in an event handler"]);
  for (const id of ["#card", "#waits", "#again"]) await settles(page, "error", id);
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.evaluate(async () => {
    window.failing = null;
    window.heard.length = 0;
    for (const name of ["offline", "online"]) dispatchEvent(new Event(name));
    document.dispatchEvent(new Event("visibilitychange"));
    // Longer than the answer and the timeout under way.
    await new Promise((resolve) => setTimeout(resolve, 1500));
  });
  assert.deepEqual(await page.evaluate(() => window.heard), []);
  assert.deepEqual(requests, []);
  for (const id of ["#card", "#waits", "#again"]) await settles(page, "error", id);
});

test("a card that was still loading shows its own content after a crash", async ({
  page,
  open,
  console,
  tenant,
}) => {
  await page.addInitScript(failing);
  const company = tenant();
  await console.fault(company, { connection: "hang" });
  await open(`${CARD}<licensing-card id="waits" tenant="${company}"><p>Its own words</p></licensing-card>`);
  await settles(page, "ready");
  const rejection = page.evaluate(() =>
    document.querySelector("#waits").refresh().catch(({ kind }) => kind),
  );
  await heard(page, "usage-loadstart", 2);
  await page.evaluate(TRAPS["in an event handler"]);
  await settles(page, "error", "#waits");
  assert.equal(await rejection, "crashed");
  assert.equal(await page.getByText("Its own words").isVisible(), true);
  assert.equal(
    await page.evaluate(() => document.querySelector("#waits").toCSV().split("\r\n").length),
    2,
  );
});

for (const [lang, words] of [
  ["en", /reload the page/],
  ["de", /Seite neu laden/],
]) {
  test(`after more than three crashes in a minute only a reload helps (${lang})`, async ({
    page,
    open,
  }) => {
    await page.addInitScript(failing);
    await open(CARD, { lang });
    const crash = async () => {
      await settles(page, "ready");
      await page.evaluate(TRAPS["in an event handler"]);
      await settles(page, "error");
      await page.evaluate(() => (window.failing = null));
    };
    const retry = page.locator("[part=retry-button]");
    await crash();
    await retry.click();
    await crash();
    // What happened more than a minute ago does not count.
    await page.evaluate(() => {
      const { now } = Date;
      Date.now = () => now() + 61_000;
    });
    for (let times = 0; times < 3; times++) {
      await retry.click();
      await crash();
      assert.equal((await look(page)).error.retryable, true);
    }
    await retry.click();
    await crash();
    const { error, notice, usage } = await look(page);
    assert.deepEqual([error.kind, error.retryable], ["crashed", false]);
    assert.match(error.message, words);
    assert.ok(notice.includes(error.message));
    assert.equal(await retry.count(), 0);
    assert.equal(usage.totals.total.count, 11);
    assert.ok((await numbers(page, "#card")).length > 0);

    const requests = [];
    page.on("request", (request) => requests.push(request.url()));
    const [thrown, late] = await page.evaluate(async () => {
      const card = document.querySelector("#card");
      card.limit = 20;
      const thrown = await card.refresh().catch((error) => error);
      return [thrown, await window.mount({ tenant: "3" })];
    });
    assert.deepEqual(thrown, error);
    assert.deepEqual(late.error, error);
    assert.deepEqual(requests, []);
    assert.ok((await numbers(page, "#card")).length > 0);
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
  await page.addInitScript(failing);
  await open(`${CARD}<copied-card id="copied" tenant="3"></copied-card>`);
  await page.evaluate(async () => (await import("/copy/licensing-card.js")).define("copied-card"));
  await settles(page, "ready", "#card");
  await settles(page, "ready", "#copied");
  for (const [one, other] of [
    ["#card", "#copied"],
    ["#copied", "#card"],
  ]) {
    await page.evaluate((id) => {
      window.failing = "getAttribute";
      document.querySelector(id).shadowRoot.querySelector("[part=refresh-button]").click();
      window.failing = null;
    }, one);
    await settles(page, "error", one);
    assert.equal(await page.evaluate((id) => document.querySelector(id).state, other), "ready");
    await page.evaluate((id) => document.querySelector(id).refresh(), other);
    await page.evaluate(
      (id) => document.querySelector(id).shadowRoot.querySelector("[part=retry-button]").click(),
      one,
    );
    await settles(page, "ready", one);
  }
});

test("copies of the shell that share the WebAssembly crash together", async ({ page, open }) => {
  await page.addInitScript(failing);
  await open(`${CARD}<copied-card id="copied" tenant="3"></copied-card>`);
  await page.evaluate(async () => (await import("/licensing-card.js?copy")).define("copied-card"));
  await settles(page, "ready", "#card");
  await settles(page, "ready", "#copied");
  await page.evaluate(TRAPS["in an event handler"]);
  await page.evaluate(() => (window.failing = null));
  for (const id of ["#card", "#copied"]) {
    await settles(page, "error", id);
    await page.evaluate(
      (id) => document.querySelector(id).shadowRoot.querySelector("[part=retry-button]").click(),
      id,
    );
  }
  await settles(page, "ready", "#card");
  await settles(page, "ready", "#copied");
});

test("a page that puts another card in the place of a crashed one gets one that works", async ({
  page,
  open,
}) => {
  await page.addInitScript(failing);
  await open(CARD);
  await settles(page, "ready");
  const replaced = await page.evaluate(async () => {
    let times = 0;
    document.addEventListener("usage-error", ({ target, detail }) => {
      // The cap is for a page that would be kept busy by it for ever.
      if (detail.kind !== "crashed" || ++times > 50) return;
      window.failing = null;
      const other = document.createElement("licensing-card");
      other.id = "card";
      other.tenant = "3";
      target.replaceWith(other);
    });
    window.failing = "visibilityState";
    document.dispatchEvent(new Event("visibilitychange"));
    await new Promise((resolve) => setTimeout(resolve, 100));
    return times;
  });
  assert.equal(replaced, 1);
  await settles(page, "ready");
  assert.equal((await look(page)).usage.totals.total.count, 250);
});
