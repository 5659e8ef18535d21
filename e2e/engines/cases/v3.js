// The console's API of today: answers in its shape, handed over, give the numbers that they are to give.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

const FIXTURES = new URL("../../../fixtures/", import.meta.url);

/** An answer with all of a recorded company's organizations. */
function sample(folder) {
  const data = JSON.parse(readFileSync(new URL(`${folder}/organizations.json`, FIXTURES), "utf8"));
  const pagingInfo = { total: data.length, count: data.length, offset: 0 };
  return { meta: { pagingInfo }, errors: null, data };
}

const [PLAIN, TWO_SERVERS, TWO_UNITS] = [
  ...["17-v3-plain", "18-v3-two-servers-and-holders", "19-v3-two-units"],
].map(sample);

/** Numbers as [machines, points] of rental, new and used, and of their total. */
const pairs = ({ rental, new: fresh, used, total }) =>
  [rental, fresh, used, total].map(({ count, instances }) => [count, instances]);

const none = [0, 0];

const types = (usage) => usage.workloads.map(({ type }) => type);

/** The company whose answer it is. */
const tenantOf = ({ data }) => data[0].organizationUid;

/** A card's result for a payload that is handed over. */
const handed = async ({ open, run }, data, attributes = {}) => {
  await open("");
  const all = { api: "v3", tenant: tenantOf(data), ...attributes };
  return run((data, attributes) => window.mount(attributes, { data }), data, all);
};

export function v3(test) {
  test("v3: four types of one server", async (scene) => {
    const { state, usage } = await handed(scene, PLAIN);
    assert.deepEqual([state, usage?.unit], ["ready", "points"]);
    assert.deepEqual(
      usage.workloads.map((workload) => [workload.type, ...pairs(workload).slice(0, 3)]),
      [
        ["CC_VM_Backup", [2, 10], [1, 5], [12, 60]],
        ["CC_VM_Replica", none, none, [3, 30]],
        ["CC_Server_Backup", [1, 7], none, [4, 28]],
        ["CC_Workstation_Backup", [10, 30], [2, 6], [25, 75]],
      ],
    );
    assert.deepEqual(pairs(usage.totals), [
      [13, 47],
      [3, 11],
      [44, 193],
      [60, 251],
    ]);
    const { totals } = await scene.numbers();
    assert.deepEqual(totals.total, ["60", "251"]);
  });

  test("v3: two servers and two license holders are added, another product is left out", async (scene) => {
    const { state, usage } = await handed(scene, TWO_SERVERS);
    assert.deepEqual([state, usage?.unit], ["ready", "points"]);
    const [vm, replica, workstation, database] = usage.workloads;
    assert.deepEqual(types(usage), [
      ...["CC_VM_Backup", "CC_VM_Replica", "CC_Workstation_Backup", "Cloud Database"],
    ]);
    assert.deepEqual(pairs(vm).slice(0, 3), [none, [1, 5], [15, 75]]);
    assert.deepEqual(pairs(replica), [none, none, none, none]);
    assert.deepEqual(pairs(workstation).slice(0, 3), [none, none, [5, 15]]);
    assert.deepEqual(pairs(database).slice(0, 3), [none, none, [2, 2.5]]);
    assert.deepEqual(pairs(usage.totals), [none, [1, 5], [22, 92.5], [23, 97.5]]);
  });

  test("v3: the other product, where it is the resource", async (scene) => {
    const resource = "availabilityConsoleUsage";
    const { state, usage } = await handed(scene, TWO_SERVERS, { resource });
    assert.deepEqual([state, usage?.unit], ["ready", "points"]);
    assert.deepEqual(types(usage), ["VAC_Server_Agent"]);
    assert.deepEqual(pairs(usage.totals), [none, none, [6, 66], [6, 66]]);
  });

  test("v3: two units are no total, unless one of them counts nothing", async (scene) => {
    const payload = structuredClone(TWO_UNITS);
    const { state, usage, error } = await handed(scene, payload);
    assert.deepEqual([state, usage, error?.kind], ["error", null, "invalid-response"]);
    Object.assign(payload.data[0].servers[1].workloads[0], { usedUnits: 0, usedCount: 0 });
    const second = await handed(scene, payload);
    assert.deepEqual([second.state, second.usage?.unit], ["ready", "points"]);
    assert.deepEqual(pairs(second.usage.totals)[2], [12, 60]);
  });

  test("v3: another company's numbers, and rows of v2, are no numbers", async (scene) => {
    const tenant = "99999999-aaaa-4aaa-8aaa-111111111111";
    const other = await handed(scene, PLAIN, { tenant });
    assert.deepEqual([other.state, other.error?.kind], ["error", "invalid-response"]);
    const v2 = { data: [{ type: "CC_VM_Backup", usedCount: 1, usedInstances: 1 }] };
    const rows = await handed(scene, v2, { tenant });
    assert.deepEqual([rows.state, rows.error?.kind], ["error", "invalid-response"]);
    const back = await handed(scene, PLAIN, { api: "v2" });
    assert.deepEqual([back.state, back.error?.kind], ["error", "invalid-response"]);
  });

  test("v3: asked for at the console, with a token, from another origin", async (scene) => {
    const { open, run, settles, look, console, other } = scene;
    await open("", { site: other });
    await run(
      (attributes, token) => void window.put(attributes, { token }),
      { api: "v3", endpoint: `${console.http}/api/v3`, tenant: tenantOf(PLAIN) },
      await console.signInV3(),
    );
    await settles("ready");
    const { usage } = await look();
    assert.deepEqual([usage.unit, usage.tenant], ["points", tenantOf(PLAIN)]);
    assert.deepEqual(pairs(usage.totals)[3], [60, 251]);
  });
}
