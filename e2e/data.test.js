// Payloads that the page hands over.

import assert from "node:assert/strict";

import { fired, look, settles, suite } from "./support/suite.js";

const test = suite();

const apiRequests = (page) => {
  const requested = [];
  page.on("request", (request) => {
    if (request.url().includes("/tenants/")) requested.push(request.url());
  });
  return requested;
};

const SHAPES = [
  ["an array", "[row('CC_VM_Backup', { used: [3, 3] })]", "ready", 3],
  ["an envelope", "({ data: [row('CC_VM_Backup', { used: [3, 3] })] })", "ready", 3],
  [
    "an envelope with more in it",
    "({ meta: {}, data: [row('a', { used: [1, 1] })], errors: null })",
    "ready",
    1,
  ],
  ["an empty array", "[]", "empty", 0],
  ["an envelope of null", "({ data: null })", "empty", 0],
  ["an envelope of an empty array", "({ data: [] })", "empty", 0],
  [
    "the other vocabulary",
    "[{ type: 'a', usedUnits: 2, usedCount: 2, unitType: 'Instances' }]",
    "ready",
    2,
  ],
  ["a null beside a number", "[{ type: 'a', usedCount: 0, usedInstances: null }]", "ready", 0],
  ["-0", "[{ type: 'a', usedCount: -0, usedInstances: -0 }]", "ready", 0],
  ["unknown fields", "[{ type: 'a', usedCount: 1, more: { of: ['them'] } }]", "ready", 1],
  [
    "unknown fields that JSON has no numbers for",
    "({ took: NaN, data: [{ type: 'a', usedCount: 1, note: Infinity, id: 5n }] })",
    "ready",
    1,
  ],
  [
    "a circle in an unknown field",
    "(() => { const row = { type: 'a', usedCount: 1 }; row.self = row; return [row] })()",
    "ready",
    1,
  ],
  ["the largest count", "[{ type: 'a', usedCount: 2 ** 53 }]", "ready", 2 ** 53],
];

test("every shape of payload is rendered without a request", async ({ t, page, open }) => {
  const requested = apiRequests(page);
  await open("");
  for (const [what, payload, state, count] of SHAPES) {
    await t.test(what, async () => {
      const seen = await page.evaluate(
        (payload) => window.mount({ tenant: "2" }, { data: (0, eval)(payload) }),
        payload,
      );
      assert.deepEqual(
        [seen.state, seen.usage.totals.used.count, seen.error],
        [state, count, null],
      );
    });
  }
  assert.deepEqual(requested, []);
});

test("a number that JSON has no form for is an invalid-response that names its field", async ({
  page,
  open,
}) => {
  await open("");
  for (const number of ["NaN", "-Infinity", "5n", "new Number(NaN)"]) {
    const details = await page.evaluate(async (number) => {
      const value = (0, eval)(number);
      const seen = [];
      for (const wrong of [{ usedCount: value }, { newUnits: value }, { usedCount: 1, type: value }]) {
        const { error } = await window.mount({}, { data: [{ type: "a", usedCount: 1 }, wrong] });
        seen.push([error.kind, error.detail]);
      }
      const data = [{ type: "a", usedCount: 1 }];
      for (const none of [
        value,
        { data: value },
        { data, meta: { pagingInfo: { total: value } } },
        { data, nextLink: value },
      ]) {
        seen.push((await window.mount({}, { data: none })).state);
      }
      return seen;
    }, number);
    assert.deepEqual(details, [
      ["invalid-response", "row 2: usedCount is no number"],
      ["invalid-response", "row 2: newUnits is no number"],
      ["invalid-response", "row 2: type is no text"],
      ...Array(4).fill("error"),
    ]);
  }
});

test("usage-load comes in a later task, so that listeners added meanwhile hear it", async ({
  page,
  open,
}) => {
  await open("");
  await page.evaluate(() => window.mount({}, { data: [] }));
  const order = await page.evaluate(async () => {
    const card = document.querySelector("licensing-card");
    const order = [];
    card.data = [window.row("a", { used: [1, 1] })];
    order.push(card.state);
    await Promise.resolve();
    const load = new Promise((resolve) => card.addEventListener("usage-load", resolve));
    order.push("listening");
    const { detail } = await load;
    order.push(detail.totals.used.count, card.state);
    return order;
  });
  assert.deepEqual(order, ["empty", "listening", 1, "ready"]);
});

test("refresh() renders what was handed over again, without a request", async ({ page, open }) => {
  const requested = apiRequests(page);
  await open("");
  const settled = await page.evaluate(async () => {
    const card = window.put({ tenant: "2" }, { data: [window.row("a", { used: [1, 1] })] });
    await window.outcome(card);
    const settled = await card.refresh();
    return [
      settled === undefined,
      card.state,
      window.fired.filter(({ name }) => name === "usage-load").length,
    ];
  });
  assert.deepEqual(settled, [true, "ready", 2]);
  assert.deepEqual(requested, []);
});

test("fetchedAt is when the payload was set, and the tenant is the attribute or null", async ({
  page,
  open,
}) => {
  await open("");
  const seen = await page.evaluate(async () => {
    const from = Date.now();
    const card = window.put({}, { data: [] });
    const to = Date.now();
    await window.outcome(card);
    const { fetchedAt, tenant, resource } = card.usage;
    await new Promise((resolve) => setTimeout(resolve, 20));
    await card.refresh();
    const again = card.usage.fetchedAt;
    const other = await window.mount({ tenant: "2", resource: "backupServerUsage" }, { data: [] });
    return { from, to, fetchedAt, tenant, resource, again, other: other.usage };
  });
  const at = Date.parse(seen.fetchedAt);
  assert.equal(new Date(at).toISOString(), seen.fetchedAt);
  assert.ok(seen.from <= at && at <= seen.to + 50, `${seen.from} ${at} ${seen.to}`);
  assert.equal(seen.again, seen.fetchedAt);
  assert.deepEqual([seen.tenant, seen.resource], [null, "cloudConnectUsage"]);
  assert.deepEqual([seen.other.tenant, seen.other.resource], ["2", "backupServerUsage"]);
});

test("null returns to fetching", async ({ page, open }) => {
  const requested = apiRequests(page);
  await open("");
  await page.evaluate(() => window.mount({ tenant: "2" }, { data: [] }));
  assert.deepEqual(requested, []);
  await page.evaluate(() => {
    document.querySelector("licensing-card").data = null;
  });
  await settles(page, "ready");
  assert.equal((await look(page)).usage.totals.total.count, 11);
  assert.equal(requested.length, 1);
});

test("what the page changes in a payload later changes nothing on screen", async ({
  page,
  open,
}) => {
  await open("");
  const count = await page.evaluate(async () => {
    const rows = [window.row("a", { used: [1, 1] })];
    const card = window.put({}, { data: rows });
    rows[0].usedCount = 5;
    rows.push(window.row("b", { used: [7, 7] }));
    await window.outcome(card);
    return card.usage.totals.used.count;
  });
  assert.equal(count, 1);
});

test("data reads back as it was set", async ({ page, open }) => {
  await open("");
  const same = await page.evaluate(() => {
    const rows = [];
    const card = window.put({}, { data: rows });
    const same = [card.data === rows];
    card.data = undefined;
    same.push(card.data === null);
    return same;
  });
  assert.deepEqual(same, [true, true]);
  // Without a payload the card fetches, and this one has no company to fetch.
  const errors = (await fired(page, "usage-error")).filter(({ name }) => name === "usage-error");
  assert.deepEqual(errors.map(({ detail }) => detail.kind), ["config"]);
});

test("with data, the usage names the company and the resource that the attributes say now", async ({
  page,
  open,
}) => {
  await open('<licensing-card tenant="2"></licensing-card>');
  const named = await page.evaluate(async () => {
    const card = document.querySelector("licensing-card");
    const named = () => [card.usage.tenant, card.usage.resource];
    const shown = (text) =>
      new Promise((resolve) => {
        const look = () =>
          card.shadowRoot.querySelector("[part=heading]")?.textContent.includes(text)
            ? setTimeout(resolve)
            : setTimeout(look);
        look();
      });
    card.data = [window.row("CC_VM_Backup", { used: [1, 1] })];
    await window.outcome(card);
    const seen = [named()];
    card.tenant = "7";
    card.resource = "backupServerUsage";
    await shown("Backup server");
    seen.push(named());
    card.tenant = null;
    card.heading = "No company";
    await shown("No company");
    seen.push(named());
    return seen;
  });
  assert.deepEqual(named, [
    ["2", "cloudConnectUsage"],
    ["7", "backupServerUsage"],
    [null, "backupServerUsage"],
  ]);
});

test("every usage-load has its usage, however soon something else takes its place", async ({
  page,
  open,
}) => {
  await open('<licensing-card tenant="2"></licensing-card>');
  await settles(page, "ready");
  await page.evaluate(async () => {
    const card = document.querySelector("licensing-card");
    for (let microtasks = 0; microtasks < 60; microtasks++) {
      card.data = [window.row("CC_VM_Backup", { used: [1, 1] })];
      card.refresh().catch(() => {});
      for (let time = 0; time < microtasks; time++) await null;
      card.data = null;
      card.tenant = String(2 + (microtasks % 2));
      await card.refresh();
    }
  });
  const loads = (await fired(page, "usage-load")).filter(({ name }) => name === "usage-load");
  assert.ok(loads.length > 60);
  assert.deepEqual(
    loads.filter(({ detail }) => !detail?.totals),
    [],
  );
});
