// The usage object, and that the screen says the same.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";

import { expected } from "./support/expected.js";
import { settles, suite } from "./support/suite.js";

const test = suite();

const recordings = new URL("../fixtures/", import.meta.url);

const without = ({ label, ...workload }) => workload;

test("the documented sample comes out as documented", async ({ page, open }) => {
  await open("");
  const from = Date.now();
  const { usage } = await page.evaluate(() => window.mount({ tenant: "2" }));
  const { fetchedAt, ...rest } = usage;
  const nothing = { count: 0, instances: 0 };
  const all = (count, instances) => ({
    rental: { count, instances },
    new: nothing,
    used: nothing,
    total: { count, instances },
  });
  assert.deepEqual(rest, {
    resource: "cloudConnectUsage",
    tenant: "2",
    unit: "instances",
    workloads: [
      { type: "CC_Server_Backup", label: "Server backup", ...all(1, 0.33) },
      { type: "CC_Workstation_Backup", label: "Workstation backup", ...all(10, 1.6) },
    ],
    totals: all(11, 1.93),
  });
  assert.match(fetchedAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  const at = Date.parse(fetchedAt);
  assert.ok(from <= at && at <= Date.now(), fetchedAt);
});

test("every recorded company's usage is added up exactly, in the documented order", async ({
  t,
  page,
  open,
}) => {
  await open("");
  const folders = (await readdir(recordings)).filter((name) => /^\d+-/.test(name));
  assert.ok(folders.length >= 15);
  for (const folder of folders) {
    const [tenant] = folder.split("-");
    const files = await readdir(new URL(`${folder}/`, recordings));
    for (const file of files.filter((name) => name.endsWith("Usage.json"))) {
      const resource = file.replace(".json", "");
      await t.test(`${tenant} ${resource}`, async () => {
        const payload = JSON.parse(
          await readFile(new URL(`${folder}/${file}`, recordings), "utf8"),
        );
        const { usage } = await page.evaluate((attributes) => window.mount(attributes), {
          tenant,
          resource,
        });
        assert.deepEqual([usage.tenant, usage.resource], [tenant, resource]);
        const { unit, workloads, totals } = usage;
        assert.deepEqual({ unit, workloads: workloads.map(without), totals }, expected(payload));
      });
    }
  }
});

test("the table says what the usage says, row by row", async ({ page, open }) => {
  await open("");
  for (const tenant of ["2", "3", "6", "8", "9", "11", "12"]) {
    const [usage, rows, totals] = await page.evaluate(async (tenant) => {
      const { usage } = await window.mount({ tenant });
      const table = [...document.querySelectorAll("licensing-card")]
        .at(-1)
        .shadowRoot.querySelector("table");
      const cells = (row) =>
        [...row.querySelectorAll("[data-measure]")].map(({ dataset, textContent }) => [
          dataset.measure,
          dataset.unit,
          Number(textContent.replaceAll(",", "")),
        ]);
      table.parentNode.querySelector("button.rows")?.click();
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
      const rows = [...table.tBodies[0].rows].map((row) => [
        row.dataset.type,
        row.querySelector("th").textContent,
        cells(row),
      ]);
      return [usage, rows, cells(table.tFoot.rows[0])];
    }, tenant);
    const round = (amount) => Math.round((amount + 1e-9) * 100) / 100;
    const shown = (tally) =>
      ["used", "rental", "new", "total"].flatMap((measure) => [
        [measure, "instances", round(tally[measure].instances)],
        [measure, "count", tally[measure].count],
      ]);
    assert.deepEqual(
      rows,
      usage.workloads.map((workload) => [workload.type, workload.label, shown(workload)]),
    );
    assert.deepEqual(totals, shown(usage.totals));
  }
});

const LABELS = [
  ["CC_VM_Backup", "VM backup", "VM-Backup"],
  ["CC_VM_Replica", "VM replica", "VM-Replikat"],
  ["CC_Server_Backup", "Server backup", "Server-Backup"],
  ["CC_Workstation_Backup", "Workstation backup", "Workstation-Backup"],
  ["VBR_vSphere_VM", "VMware VM", "VMware-VM"],
  ["VBR_HyperV_VM", "Hyper-V VM", "Hyper-V-VM"],
  ["VBR_Nutanix_VM", "Nutanix AHV VM", "Nutanix-AHV-VM"],
  ["VBR_AHV_VM", "Nutanix AHV VM", "Nutanix-AHV-VM"],
  ["VBR_RHV_VM", "RHV VM", "RHV-VM"],
  ["VBR_VM", "VM", "VM"],
  ["VBR_Cloud_VM", "Cloud VM", "Cloud-VM"],
  ["VBR_NAS_Backup", "File share", "Dateifreigabe"],
  ["VBR_Application_Plugins", "Enterprise application", "Unternehmensanwendung"],
  ["VBR_Server_Agent", "Server agent", "Server-Agent"],
  ["VBR_Workstation_Agent", "Workstation agent", "Workstation-Agent"],
  ["VBR_Windows_Server_Agent", "Server agent", "Server-Agent"],
  ["VBR_Windows_Workstation_Agent", "Workstation agent", "Workstation-Agent"],
  ["VAC_Server_Agent", "Managed server agent", "Verwalteter Server-Agent"],
  ["VAC_Workstation_Agent", "Managed workstation agent", "Verwalteter Workstation-Agent"],
  ["VAC_Windows_Server_Agent", "Managed server agent", "Verwalteter Server-Agent"],
  ["VAC_Windows_Workstation_Agent", "Managed workstation agent", "Verwalteter Workstation-Agent"],
  ["Alpha_Backup", "Alpha_Backup", "Alpha_Backup"],
  ["beta", "beta", "beta"],
  ["Unknown", "Unknown", "Unknown"],
];

test("types are ordered and labelled as documented, known ones in any case", async ({
  page,
  open,
}) => {
  await open("");
  for (const [locale, column] of [
    ["en", 1],
    ["de", 2],
  ]) {
    const workloads = await page.evaluate(
      async ([locale, types]) => {
        const data = types.map((type) => window.row(type, { used: [1, 1] })).reverse();
        return (await window.mount({ locale }, { data })).usage.workloads;
      },
      [
        locale,
        LABELS.map(([type]) =>
          /_(VM|.*Agent|.*Backup|Plugins)/.test(type) && !type.startsWith("Alpha")
            ? type.toLowerCase()
            : type,
        ),
      ],
    );
    assert.deepEqual(
      workloads.map(({ type, label }) => [type, label]),
      LABELS.map((row) => [row[0], row[column]]),
    );
  }
});

test("rows of one type in any case are merged; its name is the known one, else the first met", async ({
  page,
  open,
}) => {
  await open("");
  const { usage } = await page.evaluate(() =>
    window.mount(
      {},
      {
        data: [
          window.row("Mine", { used: [1, 0.1] }),
          window.row("cc_vm_BACKUP", { rental: [1, 0.1] }),
          window.row("MINE", { used: [1, 0.2], fresh: [2, 0.7] }),
          window.row("CC_VM_Backup", { rental: [2, 0.2] }),
          window.row(null, { used: [1, 1] }),
          window.row("", { used: [1, 1] }),
          window.row("unknown", { used: [1, 1] }),
        ],
      },
    ),
  );
  assert.deepEqual(
    usage.workloads.map(({ type, total }) => [type, total.count, total.instances]),
    [
      ["CC_VM_Backup", 3, 0.3],
      ["Mine", 4, 1],
      ["Unknown", 3, 3],
    ],
  );
});

test("sums are exact decimals", async ({ page, open }) => {
  await open("");
  for (const [amounts, sum] of [
    [[1.6, 0.33], 1.93],
    [[0.1, 0.2], 0.3],
    [Array(1000).fill(0.01), 10],
    [[0.1234564, 0.1234564], 0.246912],
    [[0.0000005], 0.000001],
    [[0.0000004], 0],
    [[1e12], 1e12],
    [[999999999999.999999], 999999999999.999999],
  ]) {
    const total = await page.evaluate(async (amounts) => {
      const data = amounts.map((amount) => window.row("a", { used: [1, amount] }));
      return (await window.mount({}, { data })).usage.totals.used.instances;
    }, amounts);
    assert.equal(total, sum, String(amounts.slice(0, 3)));
  }
});

test("amounts have two decimals at most, and the exact value is at hand where digits are hidden", async ({
  page,
  open,
}) => {
  await open("");
  const cells = await page.evaluate(async () => {
    const amounts = [0.333333, 1.5, 2, 1234.5678, 0.001, 0.999999];
    const data = amounts.map((amount, index) => window.row(`t${index}`, { used: [1, amount] }));
    await window.mount({ locale: "en" }, { data });
    const rows = document.querySelector("licensing-card").shadowRoot.querySelectorAll("tbody tr");
    return [...rows].map((row) => {
      const cell = row.querySelector('[data-measure=used][data-unit="instances"]');
      return [cell.innerText, cell.title || null, cell.getAttribute("aria-label")];
    });
  });
  const shown = ["0.33", "1.5", "2", "1,234.57", "0", "1"];
  assert.deepEqual(
    cells.map(([text]) => text),
    shown,
  );
  const exact = ["0.333333", null, null, "1,234.5678", "0.001", "0.999999 instances"];
  for (const [index, [, title, label]] of cells.entries()) {
    if (exact[index] === null) {
      assert.deepEqual([title, label], [null, null]);
    } else {
      assert.ok(title.includes(exact[index]) && label.includes(exact[index]), `${title} ${label}`);
    }
  }
});

test("points are called points, and an unknown unit by its name", async ({ page, open }) => {
  await open("");
  for (const [unitType, unit, shown] of [
    ["Points", "points", /points/],
    ["Sockets", "sockets", /sockets/i],
    ["Instances", "instances", /instances/],
  ]) {
    const [read, text] = await page.evaluate(async (unitType) => {
      const { usage } = await window.mount(
        {},
        { data: [{ type: "a", unitType, usedUnits: 3, usedCount: 1 }] },
      );
      const card = [...document.querySelectorAll("licensing-card")].at(-1);
      return [usage.unit, card.shadowRoot.querySelector("[part=summary]").innerText];
    }, unitType);
    assert.equal(read, unit);
    assert.match(text, shown);
    if (unit !== "instances") assert.doesNotMatch(text, /instances/);
  }
});

test("rental and new are never called used", async ({ page, open }) => {
  await open('<licensing-card tenant="2" limit="10"></licensing-card>');
  await settles(page, "ready");
  assert.match(await page.locator("[part=summary]").innerText(), /In use\s+0 instances/);
  assert.match(await page.locator("[part=meter]").getAttribute("aria-valuetext"), /\b0 of 10\b/);
});
