// Many cards: on one page, and one after another.

import assert from "node:assert/strict";

import { FULL, suite } from "./support/suite.js";

const test = suite();

/** Waits until all cards have their numbers. */
const ready = (page) =>
  page.waitForFunction(() =>
    [...document.querySelectorAll("licensing-card")].every(({ state }) => state === "ready"),
  );

/** Whether each card's table is laid out. */
const laidOut = (page) =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    return [...document.querySelectorAll("licensing-card")].map(({ shadowRoot }) =>
      shadowRoot.querySelector("table").checkVisibility({ contentVisibilityAuto: true }),
    );
  });

const AWAY = '<div style="block-size: 5000px"></div>';

test("ten cards are laid out wherever they are", async ({ page, open }) => {
  await open(AWAY + FULL.repeat(10));
  await ready(page);
  assert.deepEqual(await laidOut(page), Array(10).fill(true));
});

test("of more, those out of sight are laid out when they come near, and are as wide before as after", async ({
  page,
  open,
}) => {
  const parents = ["inline-block", "flex", "grid"].map((display) => `<div style="display: ${display}">${FULL}</div>`);
  await open(AWAY + parents.join("") + AWAY + FULL.repeat(8));
  await ready(page);
  const widths = () =>
    page.evaluate(() => [...document.querySelectorAll("licensing-card")].map((card) => card.offsetWidth));
  const before = await widths();
  assert.deepEqual(await laidOut(page), Array(11).fill(false));
  await page.locator("licensing-card").nth(1).scrollIntoViewIfNeeded();
  assert.equal((await laidOut(page))[1], true);
  assert.deepEqual(await widths(), before);
});

test("printed, all of them are laid out", async ({ page, open }) => {
  await open(AWAY + FULL.repeat(11));
  await ready(page);
  await page.emulateMedia({ media: "print" });
  assert.deepEqual(await laidOut(page), Array(11).fill(true));
});

for (const count of [1, 11]) {
  test(`${count} without padding do not make their page scroll sideways`, async ({ page, open }) => {
    await open(FULL.repeat(count), {
      head: "<style>body { margin: 0 } licensing-card { --licensing-card-gap: 0px }</style>",
    });
    await ready(page);
    const [width, available] = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return [scrollWidth, clientWidth];
    });
    assert.equal(width, available);
  });
}

/** Puts cards up and takes them away: at once, while they load, and with numbers on screen. */
const comeAndGo = (page, tenant, times) =>
  page.evaluate(
    async ([tenant, times]) => {
      const rows = [window.row("CC_VM_Backup", { used: [3, 3] })];
      for (let time = 0; time < times; time++) {
        const card = time % 3 === 2 ? window.put({}, { data: rows }) : window.put({ tenant });
        const name = [null, "usage-loadstart", "usage-load"][time % 3];
        if (name)
          await new Promise((resolve) => card.addEventListener(name, resolve, { once: true }));
        card.remove();
      }
      await new Promise((resolve) => setTimeout(resolve));
      window.fired.length = 0;
    },
    [tenant, times],
  );

test("500 cards come and go and leave no request behind", async ({
  page,
  open,
  console,
  tenant,
}) => {
  const company = tenant();
  await console.fault(company, { connection: "hang" });
  await open("");
  await page.evaluate(() => window.mount({}, { data: [] }));
  const underWay = new Set();
  page.on("request", (request) => underWay.add(request));
  page.on("requestfailed", (request) => underWay.delete(request));
  await comeAndGo(page, company, 500);
  // The browser tells of aborted requests in order, so after this one of all of them.
  await page.evaluate(
    (url) => fetch(url, { signal: AbortSignal.timeout(1) }).catch(() => {}),
    `/v2/tenants/${company}/x`,
  );
  assert.equal([...underWay].filter((request) => request.url().endsWith("Usage")).length, 0);
  const statuses = (await console.requests(company)).map(({ status }) => status);
  assert.deepEqual(new Set(statuses.filter((status) => status !== 404)), new Set([null]));
  assert.equal((await page.evaluate(() => window.mount({ tenant: "2" }))).state, "ready");
});

// Of the heap, by 500 more cards.
const MOST_GROWTH = 0.01;

test("500 cards come and go and leave no node, no listener, no timer and no memory behind", async ({
  t,
  page,
  open,
  context,
  console,
  tenant,
}) => {
  const company = tenant();
  await console.fault(company, { connection: "hang" });
  await page.addInitScript(() => {
    // All listeners on the page.
    window.registered = new Map();
    const count = (key, by) => window.registered.set(key, (window.registered.get(key) ?? 0) + by);
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    const known = new Map();
    const isPage = (target) => [window, document].includes(target ?? window);
    EventTarget.prototype.addEventListener = function (name, listener, options) {
      if (isPage(this) && !known.get(name)?.has(listener)) {
        known.set(name, (known.get(name) ?? new Set()).add(listener));
        count(name, 1);
      }
      return addEventListener.call(this ?? window, name, listener, options);
    };
    EventTarget.prototype.removeEventListener = function (name, listener, options) {
      if (isPage(this) && known.get(name)?.delete(listener)) count(name, -1);
      return removeEventListener.call(this ?? window, name, listener, options);
    };
    const { setTimeout, clearTimeout } = window;
    const pending = new Set();
    window.setTimeout = (callback, ...rest) => {
      const id = setTimeout(() => {
        if (pending.delete(id)) count("timer", -1);
        callback();
      }, ...rest);
      pending.add(id);
      count("timer", 1);
      return id;
    };
    window.clearTimeout = (id) => {
      if (pending.delete(id)) count("timer", -1);
      clearTimeout(id);
    };
  });
  await open("");
  const devtools = await context.newCDPSession(page);
  const measure = async () => {
    // Objects that a garbage collection frees may hold others, and these more.
    for (let times = 0; times < 5; times++) {
      await devtools.send("HeapProfiler.collectGarbage");
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 20)));
    }
    const { nodes, jsEventListeners } = await devtools.send("Memory.getDOMCounters");
    const { usedSize } = await devtools.send("Runtime.getHeapUsage");
    const registered = await page.evaluate(() => Object.fromEntries(window.registered));
    return { nodes, jsEventListeners, usedSize, registered };
  };
  const standing = (await measure()).registered;
  await comeAndGo(page, company, 500);
  let [before, after, growth] = [null, await measure(), Infinity];
  // The first rounds have the browser compile the code anew; a leak shows in every round.
  for (let round = 0; round < 8 && growth > MOST_GROWTH; round++) {
    before = after;
    await comeAndGo(page, company, 500);
    after = await measure();
    growth = after.usedSize / before.usedSize - 1;
  }
  t.diagnostic(`before ${JSON.stringify(before)}, after ${JSON.stringify(after)}`);
  assert.deepEqual({ ...standing, ...before.registered }, after.registered);
  for (const [name, count] of Object.entries(after.registered)) {
    assert.equal(count, standing[name] ?? 0, name);
  }
  for (const what of ["nodes", "jsEventListeners"]) {
    assert.ok(after[what] - before[what] < 10, `${what}: ${before[what]}, then ${after[what]}`);
  }
  assert.ok(growth <= MOST_GROWTH, `the heap has grown by ${(growth * 100).toFixed(2)} %`);
});
