// Export: CSV, a file, the clipboard, paper.

import assert from "node:assert/strict";

import { card, row } from "../rows.js";

const HEADER = "type,rentalCount,newCount,usedCount,rentalInstances,newInstances,usedInstances\r\n";

const NAMES = [
  ["=SUM(A1)", "'=SUM(A1)"],
  ["+1", "'+1"],
  ["-2+3", "'-2+3"],
  ["@now", "'@now"],
  ["＝1", "'＝1"],
  ["a,b", '"a,b"'],
  ["a;b", '"a;b"'],
  ['a"b', '"a""b"'],
  ["two\r\nlines", '"two\r\nlines"'],
  ["🦊 ünï", "🦊 ünï"],
];

export function leaving(test) {
  test("CSV: all rows in the screen's order, exact, in any language", async ({
    open,
    run,
    settles,
  }) => {
    await open(card('tenant="3" locale="de"'));
    await settles("ready");
    assert.equal(
      await run(() => document.querySelector("licensing-card").toCSV()),
      `${HEADER}CC_VM_Backup,6,3,42,6,3,42\r\nCC_VM_Replica,0,1,12,0,1,12\r\n` +
        "CC_Server_Backup,4,2,25,1.32,0.66,8.25\r\nCC_Workstation_Backup,10,15,130,1.6,2.4,20.8\r\n",
    );
  });

  test("CSV: no name is a formula, and each survives", async ({ open, run }) => {
    await open("");
    for (const [type, written] of NAMES) {
      const csv = await run(
        async (data) => {
          await window.mount({}, { data });
          return document.body.lastChild.toCSV();
        },
        [row(type, { used: [1, 0.5] })],
      );
      assert.equal(csv, `${HEADER}${written},0,0,1,0,0,0.5\r\n`);
    }
  });

  test("export: a file of what toCSV() gives, with a byte order mark", async (scene) => {
    const { open, run, settles, press, until } = scene;
    await open(card('tenant="8"'));
    await settles("ready");
    await press("export-button");
    await until(() => window.blobs.length && window.downloads.length);
    const [names, bytes, csv] = await run(async () => [
      window.downloads,
      [...new Uint8Array(await window.blobs[0].arrayBuffer())],
      document.querySelector("licensing-card").toCSV(),
    ]);
    assert.equal(names.length, 1);
    assert.match(names[0], /\.csv$/);
    assert.deepEqual(bytes.slice(0, 3), [0xef, 0xbb, 0xbf]);
    assert.equal(Buffer.from(bytes.slice(3)).toString("utf8"), csv);
  });

  test("copy: the table is on the clipboard, as one can paste", async (scene) => {
    const { open, run, settles, press, until, chord } = scene;
    await open(`${card('tenant="2"')}<textarea></textarea>`);
    await settles("ready");
    await press("copy-button");
    // The clipboard is written in a task of its own.
    await run(() => new Promise((passed) => setTimeout(passed, 200)));
    await run(() => document.querySelector("textarea").focus());
    await chord("CONTROL", "v");
    await until(() => document.querySelector("textarea").value);
    const pasted = await run(() => document.querySelector("textarea").value);
    const lines = pasted.trim().split(/\r?\n/);
    assert.ok(lines.length >= 3 && lines.every((line) => line.includes("\t")), pasted);
    assert.match(pasted, /Workstation backup.*\t10\t/);
    assert.match(pasted, /1\.93/);
  });

  test("print: the button prints the page", async ({ open, run, settles, press, until }) => {
    await open(card('tenant="2"'));
    await settles("ready");
    await press("print-button");
    await until(() => window.prints);
    assert.equal(await run(() => window.prints), 1);
  });
}
