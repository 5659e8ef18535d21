// How long the released files take, and a plain script beside them in the same run: `cargo xtask bench`.
// The two take turns, so that other work of the machine affects both alike. Medians go to results.md.

import { writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";

import { launch } from "../e2e/support/browser.js";
import { DIST } from "../e2e/support/environment.js";
import { serve } from "./server.js";
import { stage } from "./stage.js";
import { document, median, table } from "./table.js";
import { TASKS } from "./tasks.js";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

const { values: options } = parseArgs({
  options: { runs: { type: "string", default: "9" }, only: { type: "string", default: "" } },
});
const runs = Number(options.runs);
const tasks = TASKS.filter(({ name }) => name.includes(options.only));
if (!tasks.length) throw new Error(`no name has ${options.only} in it`);

const browser = await launch();
const version = browser.version();
const peers = [await serve(DIST), await serve(here("plain"))];
const rows = [];
try {
  for (const [at, { name, unit, measure }] of tasks.entries()) {
    console.log(`[${at + 1}/${tasks.length}] ${name}, ${runs} times each …`);
    const measured = peers.map(() => []);
    for (let run = 0; run < runs; run++) {
      for (const [peer, server] of peers.entries()) {
        measured[peer].push(await stage(browser, server, measure));
      }
    }
    const [card, plain] = measured.map(median);
    rows.push({ name, unit, card, plain });
  }
} finally {
  await browser.close();
  for (const server of peers) server.stop();
}

console.log(`\n${table(rows)}`);
if (!options.only) {
  const where = `${cpus().length} cores, Chromium ${version}`;
  await writeFile(here("results.md"), document(rows, { runs, where }));
  console.log("written to bench/results.md");
}
