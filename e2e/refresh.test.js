// Loading again: asked for by the page or a person, or due.

import assert from "node:assert/strict";

import { look, settles, suite } from "./support/suite.js";
import { show } from "./support/visibility.js";

const test = suite();

const CARD = (tenant, more = "") => `<licensing-card tenant="${tenant}"${more}></licensing-card>`;

test("refresh() resolves with nothing once its load has ended well", async ({
  page,
  open,
  console,
  tenant,
}) => {
  const company = tenant();
  const first = [{ type: "CC_VM_Backup", usedCount: 1, usedInstances: 1 }];
  const second = [{ type: "CC_VM_Backup", usedCount: 2, usedInstances: 2 }];
  await console.fault(company, [
    { body: { json: first }, times: 1 },
    { body: { json: second }, delayMs: 100 },
  ]);
  await open(CARD(company));
  await settles(page, "ready");
  const [value, count, earlier, later] = await page.evaluate(async () => {
    const card = document.querySelector("licensing-card");
    const before = card.usage.fetchedAt;
    const value = await card.refresh();
    return [value === undefined, card.usage.totals.used.count, before, card.usage.fetchedAt];
  });
  assert.deepEqual([value, count], [true, 2]);
  assert.ok(Date.parse(earlier) < Date.parse(later));
});

test("refresh() rejects with the error that the card shows", async ({
  page,
  open,
  console,
  tenant,
}) => {
  const company = tenant();
  await console.fault(company, { status: 403 });
  await open(CARD(company));
  await settles(page, "error");
  const [thrown, error] = await page.evaluate(async () => {
    const card = document.querySelector("licensing-card");
    const thrown = await card.refresh().catch((error) => error);
    return [thrown, card.error];
  });
  assert.equal(thrown.kind, "forbidden");
  assert.deepEqual(thrown, error);
});

test("refresh() of a card that cannot make a request rejects", async ({ page, open }) => {
  await open("<licensing-card></licensing-card>");
  const thrown = await page.evaluate(() =>
    document
      .querySelector("licensing-card")
      .refresh()
      .catch((error) => error),
  );
  assert.equal(thrown.kind, "config");
});

test("refresh() rejects with an AbortError when the card is removed meanwhile", async ({
  page,
  open,
  console,
  tenant,
}) => {
  const company = tenant();
  await console.fault(company, [{ body: { rows: 4 }, times: 1 }, { connection: "hang" }]);
  await open(CARD(company));
  await settles(page, "ready");
  const sent = page.waitForRequest(/tenants/);
  await page.evaluate(() => {
    const card = document.querySelector("licensing-card");
    window.refused = card.refresh().catch((error) => [error instanceof DOMException, error.name]);
  });
  await sent;
  await page.evaluate(() => document.querySelector("licensing-card").remove());
  assert.deepEqual(await page.evaluate(() => window.refused), [true, "AbortError"]);
});

test("refresh() of a card that is not on the page rejects with an AbortError", async ({
  page,
  open,
}) => {
  await open("");
  const names = await page.evaluate(async () => {
    const card = document.createElement("licensing-card");
    card.tenant = "2";
    const refused = () =>
      card.refresh().then(
        () => "resolved",
        (error) => error.name,
      );
    const names = [await refused()];
    document.body.append(card);
    const removed = refused();
    card.remove();
    names.push(await removed);
    return names;
  });
  assert.deepEqual(names, ["AbortError", "AbortError"]);
});

test("a refresh during a load goes along with it", async ({ page, open, console, tenant }) => {
  const company = tenant();
  await console.fault(company, { body: { rows: 4 }, delayMs: 200 });
  await open("");
  const settled = await page.evaluate(async (tenant) => {
    const card = window.put({ tenant });
    return Promise.allSettled([card.refresh(), card.refresh(), card.refresh()]);
  }, company);
  assert.deepEqual(
    settled.map(({ status }) => status),
    Array(3).fill("fulfilled"),
  );
  assert.equal((await console.requests(company)).length, 1);
});

test("a refresh right after a change asks for what was changed", async ({
  page,
  open,
  console,
  tenant,
}) => {
  const company = tenant();
  await console.fault(company, { body: { rows: 8 } });
  await open(CARD("2"));
  await settles(page, "ready");
  const count = await page.evaluate(async (tenant) => {
    const card = document.querySelector("licensing-card");
    card.tenant = tenant;
    await card.refresh();
    return [card.usage.tenant, card.usage.totals.used.count];
  }, company);
  assert.deepEqual(count, [company, 8]);
  assert.equal((await console.requests(company)).length, 1);
});

test("the refresh button loads again, and says so meanwhile", async ({
  page,
  open,
  console,
  portal,
  tenant,
}) => {
  const company = tenant();
  await console.fault(company, [
    { body: { rows: 4 }, times: 1 },
    { body: { rows: 8 } },
  ]);
  await open(CARD(company));
  await settles(page, "ready");
  portal.hold();
  await page.getByRole("button", { name: "Refresh", exact: true }).click();
  await page.getByRole("button", { name: "Refreshing" }).waitFor();
  await page.locator("[part=card] [aria-busy=true]").waitFor();
  // The numbers stay on screen.
  assert.equal(await page.locator("tbody tr").count(), 4);
  portal.release();
  await page.getByRole("button", { name: "Refresh", exact: true }).waitFor();
  assert.equal((await look(page)).usage.totals.used.count, 8);
  assert.equal(await page.locator("[part=card] [aria-busy=true]").count(), 0);
  assert.equal((await console.requests(company)).length, 2);
});

test("pressing the refresh button many times makes one request", async ({
  page,
  open,
  console,
  tenant,
}) => {
  const company = tenant();
  await console.fault(company, [
    { body: { rows: 4 }, times: 1 },
    { body: { rows: 8 }, delayMs: 500 },
  ]);
  await open(CARD(company));
  await settles(page, "ready");
  // By hand: a driver would wait for the button to be ready for the next press.
  await page.locator("[part=refresh-button]").evaluate(async (button) => {
    for (let press = 0; press < 4; press++) {
      button.click();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });
  await page.waitForFunction(
    () => document.querySelector("licensing-card").usage.totals.used.count === 8,
  );
  assert.equal((await console.requests(company)).length, 2);
});

test("refresh-interval loads again and again, and 0 never", async ({
  page,
  open,
  console,
  tenant,
}) => {
  const [often, never] = [tenant(), tenant()];
  for (const company of [often, never]) await console.fault(company, { body: { rows: 4 } });
  // Chance adds up to a tenth.
  await page.addInitScript(() => (Math.random = () => 0));
  await page.clock.install();
  await open(`${CARD(often, ' refresh-interval="30"')}${CARD(never)}`);
  await settles(page, "ready");
  await settles(page, "ready", "licensing-card:nth-of-type(2)");
  for (let turn = 2; turn <= 4; turn++) {
    await page.clock.runFor(20_000);
    assert.equal((await console.requests(often)).length, turn - 1);
    const again = page.waitForResponse((response) => response.url().includes(`/${often}/`));
    await page.clock.runFor(11_000);
    await again;
    await page.waitForFunction(
      (turn) => window.fired.filter(({ name }) => name === "usage-load").length === turn + 1,
      turn,
    );
  }
  assert.equal((await console.requests(never)).length, 1);
});

test("an interval set later counts from the last load, and can be taken back", async ({
  page,
  open,
  console,
  tenant,
}) => {
  const company = tenant();
  await console.fault(company, { body: { rows: 4 } });
  await page.addInitScript(() => (Math.random = () => 0));
  await page.clock.install();
  await open(CARD(company));
  await settles(page, "ready");
  await page.clock.runFor(20_000);
  await page.evaluate(() => {
    document.querySelector("licensing-card").refreshInterval = 30;
  });
  const again = page.waitForResponse(/tenants/);
  await page.clock.runFor(11_000);
  await again;
  await page.waitForFunction(
    () => window.fired.filter(({ name }) => name === "usage-load").length === 2,
  );
  await page.evaluate(() => {
    document.querySelector("licensing-card").refreshInterval = null;
  });
  await page.clock.runFor(120_000);
  await page.evaluate(() => document.querySelector("licensing-card").refresh());
  assert.equal((await console.requests(company)).length, 3);
});

test("a hidden page rests, and catches up on return", async ({ page, open, console, tenant }) => {
  const company = tenant();
  await console.fault(company, { body: { rows: 4 } });
  await page.clock.install();
  await open(CARD(company, ' refresh-interval="30"'));
  await settles(page, "ready");
  await show(page, "hidden");
  await page.clock.runFor(300_000);
  assert.equal((await console.requests(company)).length, 1);
  await show(page, "visible");
  const again = page.waitForResponse(/tenants/);
  await page.clock.runFor(3_000);
  await again;
  await page.waitForFunction(
    () => window.fired.filter(({ name }) => name === "usage-load").length === 2,
  );
  // Nothing was due, so nothing is done.
  await show(page, "hidden");
  await page.clock.runFor(10_000);
  await show(page, "visible");
  await page.clock.runFor(10_000);
  assert.equal((await console.requests(company)).length, 2);
});

test("a removed card has no more refreshes due", async ({ page, open, console, tenant }) => {
  const company = tenant();
  await console.fault(company, { body: { rows: 4 } });
  await page.clock.install();
  await open(CARD(company, ' refresh-interval="30"'));
  await settles(page, "ready");
  await page.evaluate(() => document.querySelector("licensing-card").remove());
  await page.clock.runFor(120_000);
  await page.evaluate((tenant) => window.mount({ tenant }), company);
  assert.equal((await console.requests(company)).length, 2);
});
