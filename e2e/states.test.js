// States, and the events that tell of them.

import assert from "node:assert/strict";

import { fired, look, settles, suite } from "./support/suite.js";

const test = suite();

const STATES = ["idle", "loading", "ready", "empty", "stale", "error"];

/** The state, and the custom states that say the same. */
const states = (page) =>
  page.evaluate((all) => {
    const card = document.querySelector("licensing-card");
    return [card.state, ...all.filter((state) => card.matches(`:state(${state})`))];
  }, STATES);

test("a card goes from idle through loading to ready, and back to idle when it is removed", async ({
  page,
  open,
  console,
  tenant,
}) => {
  const company = tenant();
  await console.fault(company, { delayMs: 300, body: { rows: 4 } });
  await open("");
  const seen = await page.evaluate(async (tenant) => {
    const card = document.createElement("licensing-card");
    const seen = [card.state];
    card.tenant = tenant;
    document.body.append(card);
    seen.push(card.state);
    await new Promise((resolve) => card.addEventListener("usage-loadstart", resolve));
    seen.push(card.state, card.usage, card.error);
    await window.outcome(card);
    seen.push(card.state);
    card.remove();
    await Promise.resolve();
    seen.push(card.state, card.usage, card.error);
    return seen;
  }, company);
  assert.deepEqual(seen, ["idle", "loading", "loading", null, null, "ready", "idle", null, null]);
});

test("usage-loadstart comes while the card is loading, however fast the response is", async ({ page, open }) => {
  await open("");
  const seen = await page.evaluate(async () => {
    const card = document.createElement("licensing-card");
    card.tenant = "2";
    const seen = [];
    for (const name of ["usage-loadstart", "usage-load"]) {
      card.addEventListener(name, () => seen.push(name, card.state));
    }
    document.body.append(card);
    await window.outcome(card);
    return seen;
  });
  assert.deepEqual(seen, ["usage-loadstart", "loading", "usage-load", "ready"]);
});

test("each state is a custom state too, one at a time", async ({ page, open, console, tenant }) => {
  const company = tenant();
  await console.fault(company, [
    { connection: "hang", times: 1 },
    { body: { rows: 4 }, times: 1 },
    { status: 403, times: 1 },
  ]);
  await open(`<licensing-card tenant="${company}"></licensing-card>`);
  await fired(page, "usage-loadstart");
  assert.deepEqual(await states(page), ["loading", "loading"]);
  await page.evaluate(() => {
    document.querySelector("licensing-card").resource = "backupServerUsage";
  });
  await settles(page, "ready");
  assert.deepEqual(await states(page), ["ready", "ready"]);
  await page.evaluate(() =>
    document
      .querySelector("licensing-card")
      .refresh()
      .catch(() => {}),
  );
  assert.deepEqual(await states(page), ["stale", "stale"]);
  for (const [data, state] of [
    [[], "empty"],
    [[{ type: "a", usedCount: 1 }], "ready"],
    [{ data: null }, "empty"],
  ]) {
    await page.evaluate((data) => {
      const card = document.querySelector("licensing-card");
      card.data = data;
      return window.outcome(card);
    }, data);
    assert.deepEqual(await states(page), [state, state]);
  }
  await page.evaluate(() => {
    const card = document.querySelector("licensing-card");
    card.data = null;
    card.tenant = "";
    return window.outcome(card);
  });
  assert.deepEqual(await states(page), ["error", "error"]);
});

test("a load is told by usage-loadstart and usage-load, which bubble out of shadow roots", async ({
  page,
  open,
}) => {
  await open("<section></section>");
  const reported = await page.evaluate(async () => {
    const reported = [];
    for (const name of ["usage-loadstart", "usage-load"]) {
      document.addEventListener(name, ({ detail, target }) =>
        reported.push([name, detail, target.localName]),
      );
    }
    const root = document.querySelector("section").attachShadow({ mode: "open" });
    root.innerHTML = '<div><licensing-card tenant="2"></licensing-card></div>';
    const card = root.querySelector("licensing-card");
    await window.outcome(card);
    return [reported, card.usage];
  });
  const [[start, load], usage] = reported;
  assert.deepEqual(start, ["usage-loadstart", null, "section"]);
  assert.deepEqual(load, ["usage-load", usage, "section"]);
  const events = await fired(page, "usage-load");
  assert.deepEqual(
    events.map(({ name, bubbles, composed }) => [name, bubbles, composed]),
    [
      ["usage-loadstart", true, true],
      ["usage-load", true, true],
    ],
  );
});

test("events come once the properties say the same", async ({ page, open, console, tenant }) => {
  const company = tenant();
  await console.fault(company, [
    { body: { json: [] }, times: 1 },
    { status: 403, times: 1 },
  ]);
  await open(`<licensing-card tenant="${company}"></licensing-card>`);
  await page.evaluate(() => window.outcome(document.querySelector("licensing-card")));
  await page.evaluate(async () => {
    const card = document.querySelector("licensing-card");
    await card.refresh().catch(() => {});
  });
  const events = await fired(page, "usage-error");
  assert.deepEqual(
    events.map(({ name, state }) => [name, state]),
    [
      ["usage-loadstart", "loading"],
      // An empty answer is a load too.
      ["usage-load", "empty"],
      ["usage-loadstart", "empty"],
      ["usage-error", "stale"],
    ],
  );
  const { error, usage } = await look(page);
  assert.deepEqual(events.at(-1).detail, error);
  assert.deepEqual(events[1].detail, usage);
  assert.deepEqual(usage.workloads, []);
  assert.deepEqual(usage.totals.total, { count: 0, instances: 0 });
});

test("a failed refresh leaves the numbers there, marks them stale and says how old they are", async ({
  page,
  open,
  console,
  tenant,
}) => {
  const company = tenant();
  await console.fault(company, [
    { body: { rows: 4 }, times: 1 },
    { status: 503, headers: { "Retry-After": "600" }, times: 1 },
  ]);
  await open(`<licensing-card tenant="${company}"></licensing-card>`);
  await settles(page, "ready");
  const before = (await look(page)).usage;
  await page.evaluate(() =>
    document
      .querySelector("licensing-card")
      .refresh()
      .catch(() => {}),
  );
  const { state, usage, error, notice } = await look(page);
  assert.equal(state, "stale");
  assert.deepEqual(usage, before);
  assert.equal(error.kind, "server");
  assert.equal(await page.locator("tbody tr").count(), 4);
  const [role, kind, cause] = await page
    .locator("[part=notice]")
    .evaluate((notice) => [notice.getAttribute("role"), notice.dataset.kind, notice.dataset.cause]);
  assert.deepEqual([role, kind, cause], ["status", "stale", "server"]);
  assert.ok(notice.includes(error.message));
  const fetched = await page.locator("[part=updated] time").innerText();
  assert.match(fetched, /\d/);
  assert.ok(notice.includes(fetched), `${notice} does not say ${fetched}`);
  assert.match(notice, /\(now\)/);
  assert.equal(
    await page.locator("[part=updated] time").getAttribute("datetime"),
    before.fetchedAt,
  );
});

test("old numbers grow older on screen", async ({ page, open, console, tenant }) => {
  const company = tenant();
  await console.fault(company, [
    { body: { rows: 4 }, times: 1 },
    { status: 403, times: 1 },
  ]);
  await page.clock.install();
  await open(`<licensing-card tenant="${company}"></licensing-card>`);
  await settles(page, "ready");
  await page.evaluate(() =>
    document
      .querySelector("licensing-card")
      .refresh()
      .catch(() => {}),
  );
  await page.clock.runFor(5 * 60_000 + 1_000);
  await page.locator("[part=notice]", { hasText: "5 minutes ago" }).waitFor();
});

test("errors are told in the card's language", async ({ page, open, console, tenant }) => {
  const company = tenant();
  await console.fault(company, { status: 403 });
  await open(`<licensing-card tenant="${company}"></licensing-card>`, { lang: "de" });
  await settles(page, "error");
  const { error, notice } = await look(page);
  assert.match(error.message, /Konto/);
  assert.ok(notice.includes(error.message));
  // The sentence changes with the language, and the property with the sentence.
  await page.evaluate(() => document.documentElement.setAttribute("lang", "en"));
  await page.locator("[part=notice]", { hasText: "account" }).waitFor();
  assert.match((await look(page)).error.message, /account/);
});
