// Each state, as the card says it by property, by custom state, by notice and by numbers.

import assert from "node:assert/strict";

import { answer, card } from "../rows.js";

const ZERO = { count: 0, instances: 0 };

/** The states that a card has by CSS, of those that there are. */
const custom = (selector) =>
  ["idle", "loading", "ready", "empty", "stale", "error"].filter((state) =>
    document.querySelector(selector).matches(`:state(${state})`),
  );

export function states(test) {
  test("idle: a card that is on no page yet", async ({ open, run }) => {
    await open("");
    const idle = await run(() => {
      const card = document.createElement("licensing-card");
      return [card.state, card.matches(":state(idle)"), card.usage, card.error];
    });
    assert.deepEqual(idle, ["idle", true, null, null]);
  });

  test("loading: no notice, no numbers", async ({ open, run, portal, look, settles }) => {
    portal.hold();
    await open(card('tenant="2"'));
    const { state, usage, error, notice } = await look();
    assert.deepEqual([state, usage, error, notice], ["loading", null, null, null]);
    assert.deepEqual(await run(custom, "licensing-card"), ["loading"]);
    portal.release();
    await settles("ready");
  });

  test("ready: the documented sample", async ({ open, run, settles, look, numbers, fired }) => {
    await open(card('tenant="2"'));
    await settles("ready");
    const { usage, error, notice } = await look();
    assert.deepEqual([error, notice], [null, null]);
    const { fetchedAt, workloads, ...rest } = usage;
    assert.deepEqual(rest, {
      resource: "cloudConnectUsage",
      tenant: "2",
      unit: "instances",
      totals: {
        rental: { count: 11, instances: 1.93 },
        new: ZERO,
        used: ZERO,
        total: { count: 11, instances: 1.93 },
      },
    });
    assert.ok(Math.abs(Date.parse(fetchedAt) - Date.now()) < 60_000, fetchedAt);
    assert.deepEqual(
      workloads.map(({ type, label }) => [type, label]),
      [
        ["CC_Server_Backup", "Server backup"],
        ["CC_Workstation_Backup", "Workstation backup"],
      ],
    );
    const { types, rows, totals } = await numbers();
    assert.deepEqual(totals, {
      rental: ["11", "1.93"],
      new: ["0", "0"],
      used: ["0", "0"],
      total: ["11", "1.93"],
    });
    assert.deepEqual(types, ["CC_Server_Backup", "CC_Workstation_Backup"]);
    assert.deepEqual(rows.CC_Server_Backup.rental, ["1", "0.33"]);
    assert.deepEqual(await run(custom, "licensing-card"), ["ready"]);
    assert.deepEqual(await fired(), ["usage-loadstart", "usage-load"]);
    const updated = await run(() => window.part("updated").querySelector("time").dateTime);
    assert.equal(Date.parse(updated), Date.parse(fetchedAt));
  });

  test("empty: said in a status, with zero totals", async ({
    open,
    run,
    settles,
    look,
    notice,
  }) => {
    await open(card('tenant="7"'));
    await settles("empty");
    const { usage, error } = await look();
    assert.deepEqual([usage.workloads, error], [[], null]);
    const totals = { rental: ZERO, new: ZERO, used: ZERO, total: ZERO };
    assert.deepEqual(usage.totals, totals);
    assert.deepEqual(await notice(), { role: "status", kind: "empty" });
    assert.deepEqual(await run(custom, "licensing-card"), ["empty"]);
  });

  test("stale: the numbers stay, with the cause beside them", async (scene) => {
    const { open, run, settles, look, notice, numbers, console, tenant, refresh } = scene;
    const company = tenant();
    await console.fault(company, [
      { ...answer(3), times: 1 },
      { status: 403, times: 1 },
      answer(5),
    ]);
    await open(card(`tenant="${company}"`));
    await settles("ready");
    const before = await numbers();
    assert.equal(await refresh(), "forbidden");
    await settles("stale");
    const { usage, error } = await look();
    assert.deepEqual([usage.totals.used.count, error.kind, error.status], [3, "forbidden", 403]);
    assert.deepEqual(await numbers(), before);
    assert.deepEqual(await notice(), { role: "status", kind: "stale", cause: "forbidden" });
    assert.deepEqual(await run(custom, "licensing-card"), ["stale"]);
    assert.equal(await refresh(), "well");
    assert.deepEqual([(await look()).state, await notice()], ["ready", null]);
  });

  test("error: said in an alert, with a state that CSS can see", async (scene) => {
    const { open, run, settles, console, tenant, notice } = scene;
    const company = tenant();
    await console.fault(company, { status: 403 });
    const head = "<style>licensing-card:state(error){outline:3px solid rgb(1, 2, 3)}</style>";
    await open(card(`tenant="${company}"`), { head });
    await settles("error");
    assert.deepEqual(await notice(), { role: "alert", kind: "forbidden" });
    assert.deepEqual(await run(custom, "licensing-card"), ["error"]);
    const outline = () => getComputedStyle(document.querySelector("licensing-card")).outlineColor;
    assert.equal(await run(outline), "rgb(1, 2, 3)");
  });

  test("without script, or before it, the content between the tags is there", async (scene) => {
    const { open, run } = scene;
    await open(card('tenant="2"', '<p id="own">The usage is on page 4.</p>'), { module: "" });
    assert.ok(await run(() => document.querySelector("#own").getClientRects().length));
  });
}
