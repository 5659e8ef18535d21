// A request's life: the load, the refresh, the stale numbers, the retry.

import assert from "node:assert/strict";

import { answer, card } from "../rows.js";

const statuses = async (console, company) =>
  (await console.requests(company)).map(({ status }) => status);

/** Clocks of devices. Scripts of the driver have a clock of their own in Firefox. */
const CLOCKS = {
  "ten minutes slow": () => {
    const { now } = Date;
    Date.now = () => now() - 600_000;
    window.now = () => Date.now();
  },
  "ten minutes fast": () => {
    const { now } = Date;
    Date.now = () => now() + 600_000;
    window.now = () => Date.now();
  },
};

export function requests(test) {
  test("load: one request, with nothing of ours in it but what the contract names", async (scene) => {
    const { open, settles, console, tenant, fired } = scene;
    const company = tenant();
    await console.fault(company, answer(3));
    await open(card(`tenant="${company}" resource="backupServerUsage"`));
    await settles("ready");
    const [request, ...others] = await console.requests(company);
    assert.deepEqual(others, []);
    assert.equal(request.method, "GET");
    assert.equal(request.path, `/v2/tenants/${company}/licensing/backupServerUsage`);
    assert.equal(request.headers.accept, "application/json");
    assert.equal(request.headers["content-type"], undefined);
    assert.deepEqual(await fired(), ["usage-loadstart", "usage-load"]);
  });

  test("load: a UUID is asked for by UID", async ({ open, settles, console }) => {
    const uid = "c963cfe0-afae-4a3b-b909-6a04e7d80068";
    await open(card(`tenant="${uid}"`));
    await settles("ready");
    const request = (await console.requests(uid)).at(-1);
    assert.equal(request.path, `/v2/tenants/${uid}/licensing/cloudConnectUsage/byVCCTenantUid`);
  });

  test("load: from another origin, with a token and a preflight", async (scene) => {
    const { open, run, look, console, other } = scene;
    await open("", { site: other });
    await run(
      (endpoint, token) => window.mount({ endpoint, tenant: "2" }, { token }),
      `${console.http}/v2`,
      await console.signIn(),
    );
    const { state, usage, error } = await look();
    assert.deepEqual([state, error, usage?.totals.total.count], ["ready", null, 11]);
  });

  test("load: a cache's age is taken off the time", async ({
    open,
    settles,
    look,
    console,
    tenant,
  }) => {
    const company = tenant();
    await console.fault(company, { ...answer(3), headers: { Age: "600" } });
    await open(card(`tenant="${company}"`));
    await settles("ready");
    const age = Date.now() - Date.parse((await look()).usage.fetchedAt);
    assert.ok(Math.abs(age - 600_000) < 30_000, `${age}`);
  });

  test("refresh: the button and refresh() load anew, and say when that is done", async (scene) => {
    const { open, settles, look, press, until, refresh, console, tenant } = scene;
    const company = tenant();
    await console.fault(
      company,
      [3, 4, 5].map((count) => ({ ...answer(count), times: 1 })),
    );
    await open(card(`tenant="${company}"`));
    await settles("ready");
    assert.equal(await refresh(), "well");
    assert.equal((await look()).usage.totals.used.count, 4);
    await press("refresh-button");
    await until(() => document.querySelector("licensing-card").usage.totals.used.count === 5);
    assert.deepEqual(await statuses(console, company), [200, 200, 200]);
  });

  test("stale: a retry button mends it", async (scene) => {
    const { open, settles, press, shows, refresh, console, tenant } = scene;
    const company = tenant();
    const later = { status: 503, headers: { "Retry-After": "600" }, times: 1 };
    await console.fault(company, [{ ...answer(3), times: 1 }, later, answer(4)]);
    await open(card(`tenant="${company}"`));
    await settles("ready");
    assert.equal(await refresh(), "server");
    await settles("stale");
    await press("retry-button");
    await settles("ready");
    await shows("notice", undefined, false);
  });

  test("retry: what may pass is tried again, and the card stays loading", async (scene) => {
    const { open, settles, fired, console, tenant } = scene;
    const company = tenant();
    const passing = { status: 503, headers: { "Retry-After": "1" }, times: 2 };
    await console.fault(company, [passing, answer(4)]);
    await open(card(`tenant="${company}"`));
    await settles("ready");
    assert.deepEqual(await statuses(console, company), [503, 503, 200]);
    assert.deepEqual(await fired(), ["usage-loadstart", "usage-load"]);
  });

  test("retry: a button, where trying again can help, and none where it cannot", async (scene) => {
    const { open, run, settles, look, press, console, tenant } = scene;
    const company = tenant();
    const later = { status: 503, headers: { "Retry-After": "600" }, times: 1 };
    await console.fault(company, [later, answer(4)]);
    await open(card(`tenant="${company}"`) + card('id="never"'));
    await settles("error");
    await settles("error", "#never");
    assert.equal(
      await run(() => !!window.part("retry-button", document.querySelector("#never"))),
      false,
    );
    await press("retry-button");
    await settles("ready");
    assert.equal((await look()).usage.totals.used.count, 4);
  });

  test("retry: a hidden page rests", async ({ open, run, until, settles, console, tenant }) => {
    const company = tenant();
    const soon = { status: 503, headers: { "Retry-After": "1" }, delayMs: 200, times: 1 };
    await console.fault(company, [soon, answer(4)]);
    await open(card(`tenant="${company}"`));
    await run(() => window.visibility("hidden"));
    await new Promise((passed) => setTimeout(passed, 2_500));
    assert.deepEqual(await statuses(console, company), [503]);
    await run(() => window.visibility("visible"));
    await settles("ready");
  });

  test("cards with the same request share one; changes of a task make one more", async (scene) => {
    const { open, run, settles, until, console, tenant } = scene;
    const [company, next] = [tenant(), tenant()];
    await console.fault(company, { ...answer(3), delayMs: 100 });
    await console.fault(next, answer(4));
    await open(card(`tenant="${company}"`) + card(`id="b" tenant="${company}"`));
    await settles("ready");
    await settles("ready", "#b");
    assert.deepEqual(await statuses(console, company), [200]);
    await run((tenant) => {
      const card = document.querySelector("#b");
      for (const each of ["4", "5", "6", tenant]) card.tenant = each;
      card.heading = "Another";
      card.timeout = 20;
    }, next);
    await until(() => document.querySelector("#b").usage?.totals.used.count === 4);
    assert.deepEqual(await statuses(console, next), [200]);
    assert.deepEqual(await statuses(console, company), [200]);
  });

  for (const [what, before] of Object.entries(CLOCKS)) {
    test(`Retry-After as a date and Age hold with a clock that is ${what}`, async (scene) => {
      const { open, run, settles, console, tenant } = scene;
      const [late, old] = [tenant(), tenant()];
      const at = new Date(Date.now() + 60_000).toUTCString();
      await console.fault(late, { status: 429, headers: { "Retry-After": at } });
      await console.fault(old, { ...answer(3), headers: { Age: "7200" } });
      await open(card(`tenant="${late}"`) + card(`id="old" tenant="${old}"`), { before: [before] });
      await settles("error");
      await settles("ready", "#old");
      const [wait, age] = await run(() => {
        const [late, old] = document.querySelectorAll("licensing-card");
        return [Date.parse(late.error.retryAt) - window.now(), window.now() - Date.parse(old.usage.fetchedAt)];
      });
      assert.ok(wait > 45_000 && wait <= 61_000, `${wait} ms`);
      assert.ok(age >= 7_200_000 && age < 7_215_000, `${age} ms`);
    });
  }
}
