// How long people wait, and how long a page cannot react. The figures go into the report.

import assert from "node:assert/strict";

import { suite } from "./support/suite.js";

const test = suite();

const median = (numbers) => numbers.toSorted((one, other) => one - other)[numbers.length >> 1];

// Other work on the machine only ever lengthens what is measured, so the best round counts.
const ROUNDS = 3;

const FRAME = 16;
const LONGEST_BLOCK = 200;

// How long the plainest script takes for the same table where nothing else keeps the machine busy.
// Where it takes longer, a frame is held to be as much longer: machines vary by more than the card.
const PLAIN = 9;

test(`200 rows of as many types are a finished table within ${FRAME} ms`, async ({
  t,
  page,
  open,
}) => {
  await open("");
  const parts = [];
  while (parts.length < ROUNDS && !(Math.min(...parts) < 1)) {
    const { table, plain } = await fillTables(t, page);
    parts.push(table / (FRAME * Math.max(1, plain / PLAIN)));
  }
  assert.ok(Math.min(...parts) < 1, `${Math.min(...parts).toFixed(2)} of what is allowed`);
});

/** The median times to a finished table where there was none: the card's, and a plain script's. */
async function fillTables(t, page) {
  const runs = await page.evaluate(async () => {
    const payload = (turn) =>
      Array.from({ length: 200 }, (_, index) =>
        window.row(`Type_${index}`, {
          rental: [index, index / 4],
          fresh: [index + turn, 0.33],
          used: [turn, turn * 0.16],
        }),
      );
    document.querySelector("licensing-card")?.remove();
    const card = window.put({}, { data: [] });
    await window.outcome(card);
    const root = card.shadowRoot;
    const isFinished = (turn) =>
      root.querySelectorAll("tbody tr").length === 200 &&
      root
        .querySelector("tfoot [data-measure=used][data-unit=count]")
        ?.textContent.replace(/\D/g, "") === String(200 * turn);
    const { port1, port2 } = new MessageChannel();
    const nextTask = () =>
      new Promise((resolve) => {
        port1.onmessage = resolve;
        port2.postMessage(null);
      });
    // The same table made by the plainest of scripts, node by node where it can be seen.
    const plainly = (table) => {
      const copy = (node, parent) => {
        if (node.nodeType === Node.TEXT_NODE) {
          parent.append(document.createTextNode(node.data));
          return;
        }
        const made = document.createElement(node.localName);
        for (const { name, value } of node.attributes) made.setAttribute(name, value);
        parent.append(made);
        for (const child of node.childNodes) copy(child, made);
      };
      const began = performance.now();
      copy(table, document.body);
      const took = performance.now() - began;
      document.body.lastElementChild.remove();
      return took;
    };
    const runs = [];
    for (let turn = 1; turn <= 30; turn++) {
      // From nothing to numbers, and from numbers to others, in turn.
      const fresh = turn % 2 === 1;
      if (fresh) {
        card.data = [];
        await window.outcome(card);
      }
      const data = payload(turn);
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      const loaded = new Promise((resolve) => {
        card.addEventListener("usage-load", () => resolve(performance.now() - began), {
          once: true,
        });
      });
      const began = performance.now();
      card.data = data;
      // Looked for in each task, since to observe every node would cost more than a few of them.
      let table;
      do {
        await nextTask();
        if (isFinished(turn)) table = performance.now() - began;
      } while (!table);
      const event = await loaded;
      const plain = plainly(root.querySelector("table"));
      runs.push({ fresh, table, event, plain });
    }
    return runs;
  });
  // The first few warm up what every page does once.
  const settled = runs.slice(6);
  for (const fresh of [true, false]) {
    const of = (what) =>
      median(settled.filter((run) => run.fresh === fresh).map((run) => run[what])).toFixed(1);
    t.diagnostic(
      `200 rows ${fresh ? "from nothing" : "in the place of others"}: table after ${of("table")} ms, usage-load after ${of("event")} ms; by a plain script ${of("plain")} ms`,
    );
  }
  const filled = settled.filter(({ fresh }) => fresh);
  return {
    table: median(filled.map(({ table }) => table)),
    plain: median(filled.map(({ plain }) => plain)),
  };
}

/** Runs an action, and says for how long at a stretch the page could do nothing else. */
const longestBlock = (page, action, argument) =>
  page.evaluate(
    async ([action, argument]) => {
      const tasks = [];
      const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
      observer.observe({ type: "longtask" });
      let last = performance.now();
      let gap = 0;
      let running = true;
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        const now = performance.now();
        gap = Math.max(gap, now - last);
        last = now;
        if (running) port2.postMessage(null);
      };
      port2.postMessage(null);
      const began = performance.now();
      const outcome = await new Function("argument", `return (${action})(argument)`)(argument);
      const took = performance.now() - began;
      // A block that is still going on counts too.
      await new Promise((resolve) => setTimeout(resolve, 50));
      running = false;
      observer.disconnect();
      return { gap, took, tasks: tasks.map(({ duration }) => duration), outcome };
    },
    [String(action), argument],
  );

for (const [way, action] of [
  ["by data", () => window.mount({}, { data: window.payload })],
  ["from the console", (tenant) => window.mount({ tenant, timeout: "60" })],
]) {
  test(`100,000 rows ${way} never stop the page for ${LONGEST_BLOCK} ms`, async ({
    t,
    page,
    open,
    console,
    tenant,
  }) => {
    const company = tenant();
    await console.fault(company, { body: { rows: 100_000 } });
    await open("");
    // The WebAssembly is there, and has read a few rows.
    await page.evaluate(async () => {
      const types = ["CC_VM_Backup", "CC_VM_Replica", "CC_Server_Backup", "CC_Workstation_Backup"];
      const rows = (count) =>
        Array.from({ length: count }, (_, index) =>
          window.row(types[index % 4], { used: [1, 0.33] }),
        );
      await window.mount({}, { data: rows(500) });
      window.payload = rows(100_000);
      await new Promise((resolve) => setTimeout(resolve, 200));
    });
    const blocks = [];
    while (blocks.length < ROUNDS && !(Math.min(...blocks) < LONGEST_BLOCK)) {
      const { gap, took, tasks, outcome } = await longestBlock(page, action, company);
      const each = tasks.map((task) => task.toFixed(0)).join(", ") || "none";
      t.diagnostic(
        `100,000 rows ${way}: ${took.toFixed(0)} ms in all, longest block ${gap.toFixed(0)} ms, long tasks (ms): ${each}`,
      );
      assert.equal(outcome.state, "ready");
      assert.equal(outcome.usage.totals.used.count, 100_000);
      assert.equal(outcome.usage.workloads.length, 4);
      blocks.push(gap);
    }
    assert.ok(
      Math.min(...blocks) < LONGEST_BLOCK,
      `blocked for ${Math.min(...blocks).toFixed(0)} ms`,
    );
  });
}
