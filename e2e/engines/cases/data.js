// Payloads that the page hands over, and the recorded ones.

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";

import { expected } from "../../support/expected.js";
import { answer, row, types } from "../rows.js";

const FIXTURES = new URL("../../../fixtures/", import.meta.url);

/** The recorded answers, by their folder. */
const RECORDED = readdirSync(FIXTURES)
  .map((folder) => [folder, new URL(`${folder}/cloudConnectUsage.json`, FIXTURES)])
  .filter(([, file]) => existsSync(file))
  .map(([folder, file]) => [folder, JSON.parse(readFileSync(file, "utf8"))]);

const HANDED = {
  "a negative number": [{ type: "a", usedCount: -1 }],
  "a fraction of a machine": [{ type: "a", usedCount: 1.5 }],
  "a number that is a word": [{ type: "a", usedCount: "1" }],
  "an absurd amount": [{ type: "a", usedInstances: 1e13 }],
  "two units": [
    { type: "a", usedUnits: 1, unitType: "Points" },
    { type: "b", usedUnits: 1, unitType: "Instances" },
  ],
  "a part of a list": { data: [{ type: "a", usedCount: 1 }], meta: { pagingInfo: { total: 2 } } },
  "a list with errors": { data: [], errors: [{ message: "not all" }] },
};

export function data(test) {
  test("data: every recorded payload gives the sums that it has", async ({ open, run }) => {
    await open("");
    assert.ok(RECORDED.length >= 15);
    for (const [folder, payload] of RECORDED) {
      const { usage, error } = await run(async (data) => {
        const logged = await window.mount({}, { data });
        document.body.replaceChildren();
        return logged;
      }, payload);
      assert.equal(error, null, folder);
      const { unit, workloads, totals } = usage;
      const bare = workloads.map(({ label, ...rest }) => rest);
      assert.deepEqual({ unit, workloads: bare, totals }, expected(payload), folder);
    }
  });

  test("data: no request; usage-load in a later task; null goes back to asking", async (scene) => {
    const { open, run, settles, look, console, tenant } = scene;
    const company = tenant();
    await console.fault(company, answer(7));
    await open("");
    const order = await run(
      async (tenant, data) => {
        const order = [];
        const card = window.put({ tenant }, { data });
        await Promise.resolve();
        card.addEventListener("usage-load", ({ detail }) => order.push(detail.totals.used.count));
        order.push("listening");
        await window.outcome(card);
        await card.refresh();
        return order;
      },
      company,
      [row("CC_VM_Backup", { used: [3, 3] })],
    );
    assert.deepEqual(order.slice(0, 2), ["listening", 3]);
    assert.deepEqual(await console.requests(company), []);
    await run(() => (document.querySelector("licensing-card").data = null));
    await scene.until(
      () => document.querySelector("licensing-card").usage?.totals.used.count === 7,
    );
    await settles("ready");
    assert.equal((await look()).usage.tenant, company);
  });

  test("data: sums are exact, and what two decimals hide is in usage", async (scene) => {
    const { open, run, numbers } = scene;
    await open("");
    const rows = [
      row("CC_Server_Backup", { rental: [1, 0.33], used: [1, 0.125] }),
      row("CC_Workstation_Backup", { rental: [10, 1.6], used: [1, 0.0625] }),
    ];
    const { usage } = await run((data) => window.mount({}, { data }), rows);
    assert.equal(usage.totals.rental.instances, 1.93);
    assert.equal(usage.totals.used.instances, 0.1875);
    const { totals } = await numbers();
    assert.equal(totals.rental[1], "1.93");
    assert.match(totals.used[1], /^0\.1[89]$/);
  });

  test("data: what cannot be is an invalid-response, with a reason for the developer", async (scene) => {
    const { open, run } = scene;
    await open("");
    for (const [what, payload] of Object.entries(HANDED)) {
      const { state, usage, error } = await run((data) => window.mount({}, { data }), payload);
      assert.deepEqual([state, usage, error?.kind], ["error", null, "invalid-response"], what);
      await run(() => document.body.replaceChildren());
    }
  });

  test("data: 1,000 types are shown, 1,001 are an invalid-response", async (scene) => {
    const { open, run } = scene;
    await open("");
    const shown = await run((data) => window.mount({}, { data }), types(1_000));
    assert.deepEqual([shown.state, shown.usage.workloads.length], ["ready", 1_000]);
    const refused = await run((data) => window.mount({}, { data }), types(1_001));
    assert.deepEqual([refused.state, refused.error?.kind], ["error", "invalid-response"]);
  });
}
