// Payloads that the page hands over.

import assert from "node:assert/strict";

import { heard, look, settles, suite } from "./support/suite.js";

const test = suite();

const apiRequests = (page) => {
  const asked = [];
  page.on("request", (request) => {
    if (request.url().includes("/tenants/")) asked.push(request.url());
  });
  return asked;
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
  ["a row with nothing in it", "[{}]", "ready", 0],
  ["nulls for numbers", "[{ type: 'a', usedCount: null, usedInstances: null }]", "ready", 0],
  ["-0", "[{ type: 'a', usedCount: -0, usedInstances: -0 }]", "ready", 0],
  ["unknown fields", "[{ type: 'a', usedCount: 1, more: { of: ['them'] } }]", "ready", 1],
  [
    "a circle in an unknown field",
    "(() => { const row = { type: 'a', usedCount: 1 }; row.self = row; return [row] })()",
    "ready",
    1,
  ],
  ["the largest count", "[{ type: 'a', usedCount: 2 ** 53 }]", "ready", 2 ** 53],
];

test("every shape of payload is rendered without a request", async ({ t, page, open }) => {
  const asked = apiRequests(page);
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
  assert.deepEqual(asked, []);
});

const GOOD = "row('CC_VM_Backup', { used: [3, 3] })";
const HOSTILE = [
  ["a text", "'[]'"],
  ["a number", "1"],
  ["true", "true"],
  ["false", "false"],
  ["zero", "0"],
  ["an empty text", "''"],
  ["a function", "() => []"],
  ["a symbol", "Symbol('data')"],
  ["a BigInt", "1n"],
  ["an object without data", "({})"],
  ["an error body", "({ message: 'no' })"],
  ["data in data", "({ data: { data: [] } })"],
  ["a text for data", "({ data: '[]' })"],
  ["a promise", "Promise.resolve([])"],
  ["a Map", "new Map([['data', []]])"],
  ["a hole in the array", `[${GOOD}, , ${GOOD}]`],
  ["null among the rows", `[${GOOD}, null]`],
  ["a number among the rows", `[${GOOD}, 1]`],
  ["a text among the rows", `[${GOOD}, 'x']`],
  ["an array among the rows", `[${GOOD}, []]`],
  ["a function among the rows", `[${GOOD}, () => {}]`],
  ["a getter that throws", `[${GOOD}, { type: 'a', get usedCount() { throw new Error('got') } }]`],
  ["a getter for data that throws", "({ get data() { throw new Error('got') } })"],
  ["a proxy that throws", "new Proxy([], { get() { throw new Error('got') } })"],
  [
    "a row that is a proxy that throws",
    `[new Proxy({}, { ownKeys() { throw new Error('got') } })]`,
  ],
  [
    "a revoked proxy",
    "(() => { const { proxy, revoke } = Proxy.revocable([], {}); revoke(); return proxy })()",
  ],
  [
    "a revoked proxy among the rows",
    "(() => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return [proxy] })()",
  ],
  ["a circle", "(() => { const data = {}; data.data = data; return data })()"],
  ["a circle among the rows", "(() => { const rows = []; rows.push(rows); return rows })()"],
  ["a negative count", `[${GOOD}, { type: 'a', usedCount: -1 }]`],
  ["a negative amount", `[${GOOD}, { type: 'a', usedInstances: -0.01 }]`],
  ["a fractional count", `[${GOOD}, { type: 'a', usedCount: 1.5 }]`],
  ["NaN", `[${GOOD}, { type: 'a', usedCount: NaN }]`],
  ["Infinity", `[${GOOD}, { type: 'a', usedInstances: Infinity }]`],
  ["a count over 2^53", `[${GOOD}, { type: 'a', usedCount: 2 ** 53 + 2 }]`],
  ["an amount over 10^12", `[${GOOD}, { type: 'a', usedInstances: 1e12 + 1 }]`],
  ["a count that is a text", `[${GOOD}, { type: 'a', usedCount: '1' }]`],
  ["a count that is a BigInt", `[${GOOD}, { type: 'a', usedCount: 1n }]`],
  ["a count that is a symbol", `[${GOOD}, { type: 'a', usedCount: Symbol('1') }]`],
  ["a count that is an object", `[${GOOD}, { type: 'a', usedCount: { valueOf: () => 1 } }]`],
  ["a count that is a function", `[${GOOD}, { type: 'a', usedCount: () => 1 }]`],
  ["a type that is a number", `[${GOOD}, { type: 5 }]`],
  ["a type that is an object", `[${GOOD}, { type: { toString: () => 'a' } }]`],
  ["rows in different units", `[${GOOD}, { type: 'a', usedUnits: 1, unitType: 'Points' }]`],
];

test("anything else is an invalid-response: nothing is shown, and nothing thrown", async ({
  t,
  page,
  open,
}) => {
  const asked = apiRequests(page);
  await open("");
  for (const [what, payload] of HOSTILE) {
    await t.test(what, async () => {
      const seen = await page.evaluate(
        (payload) => window.mount({ tenant: "2" }, { data: (0, eval)(payload) }),
        payload,
      );
      assert.deepEqual([seen.state, seen.usage], ["error", null]);
      assert.deepEqual([seen.error.kind, seen.error.status], ["invalid-response", null]);
      assert.ok(seen.notice.includes(seen.error.message));
    });
  }
  assert.deepEqual(asked, []);
});

test("after all of these a good payload is shown as ever", async ({ page, open }) => {
  await open("");
  const states = await page.evaluate(
    async ([hostile, good]) => {
      const card = window.put();
      const states = [];
      for (const payload of hostile) {
        for (const given of [payload, good]) {
          const done = window.outcome(card);
          card.data = (0, eval)(given);
          states.push((await done).state);
        }
      }
      return states;
    },
    [HOSTILE.map(([, payload]) => payload), `[${GOOD}]`],
  );
  assert.deepEqual(
    states,
    HOSTILE.flatMap((_, index) => [index ? "stale" : "error", "ready"]),
  );
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
  const asked = apiRequests(page);
  await open("");
  const settled = await page.evaluate(async () => {
    const card = window.put({ tenant: "2" }, { data: [window.row("a", { used: [1, 1] })] });
    await window.outcome(card);
    const settled = await card.refresh();
    return [
      settled === undefined,
      card.state,
      window.heard.filter(({ name }) => name === "usage-load").length,
    ];
  });
  assert.deepEqual(settled, [true, "ready", 2]);
  assert.deepEqual(asked, []);
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
  const asked = apiRequests(page);
  await open("");
  await page.evaluate(() => window.mount({ tenant: "2" }, { data: [] }));
  assert.deepEqual(asked, []);
  await page.evaluate(() => {
    document.querySelector("licensing-card").data = null;
  });
  await settles(page, "ready");
  assert.equal((await look(page)).usage.totals.total.count, 11);
  assert.equal(asked.length, 1);
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
  assert.ok(await heard(page, "usage-error"));
});
