// Bodies: no JSON, JSON of another shape, impossible numbers, too much of it, and too deep.

import assert from "node:assert/strict";

import { MENDED } from "./scene.js";
import { reported } from "./variants.js";

const INVALID = { kind: "invalid-response", status: 200 };

const NO_JSON = [
  ["No body", ""],
  ["Spaces", "   \r\n"],
  ["Half of the JSON", '[{"type":"CC_VM_Backup","usedCount":1'],
  ["A comma too many", '[{"type":"CC_VM_Backup","usedCount":1,}]'],
  ["Single quotes", "[{'type':'CC_VM_Backup'}]"],
  ["A comment", "[] // none"],
  ["Two documents", "[][]"],
  ["JSONP", "callback([])"],
  ["A prefix against inclusion", ")]}',\n[]"],
  ["`NaN`", '[{"type":"CC_VM_Backup","usedCount":NaN}]'],
  ["`Infinity`", '[{"type":"CC_VM_Backup","usedInstances":Infinity}]'],
  ["`undefined`", "undefined"],
  ["XML", "<?xml version='1.0'?><usage/>"],
  ["A stack trace", "System.NullReferenceException: at Veeam.Licensing()"],
];

const OTHER_SHAPES = [
  ["An error's body", { message: "no" }],
  ["An object without `data`", {}],
  ["`Data` for `data`", { Data: [] }],
  ["OData", { value: [] }],
  ["A text", "[]"],
  ["A number", 7],
  ["`true`", true],
  ["`false`", false],
  ["`data` in `data`", { data: { data: [] } }],
  ["A text for `data`", { data: "[]" }],
  ["A number for `data`", { data: 0 }],
  ["Rows by name", { data: { CC_VM_Backup: { usedCount: 1 } } }],
];

const GOOD_ROW = { type: "CC_VM_Backup", usedCount: 3, usedInstances: 3 };

const BAD_ROWS = [
  ["`null` among the rows", null],
  ["A number among the rows", 1],
  ["A text among the rows", "CC_VM_Backup"],
  ["An array among the rows", []],
  ["A negative count", { usedCount: -1 }],
  ["A negative amount", { usedInstances: -0.01 }],
  ["A fractional count", { newCount: 1.5 }],
  ["A count over 2⁵³", { usedCount: 2 ** 53 + 2 }],
  ["An amount over 10¹²", { rentalInstances: 1e12 + 1 }],
  ["A count that is a text", { usedCount: "1" }],
  ["An amount that is a text", { usedInstances: "1.5" }],
  ["A count that is `true`", { usedCount: true }],
  ["A count that is an array", { usedCount: [1] }],
  ["A count that is an object", { usedCount: {} }],
  ["A type that is a number", { type: 5 }],
  ["A type that is an object", { type: { name: "CC_VM_Backup" } }],
  ["A unit that is a number", { unitType: 5 }],
  ["Rows in different units", { type: "CC_VM_Replica", usedUnits: 1, unitType: "Points" }],
  ["A sum of machines over 2⁵³", { type: "CC_VM_Backup", usedCount: 2 ** 53 - 1 }],
];

const MUCH = [
  ["17 MiB", { body: { bytes: 17 << 20 } }],
  ["One byte over 16 MiB", { body: { bytes: (16 << 20) + 1 } }],
  ["17 MiB of unknown length", { body: { bytes: 17 << 20 }, chunked: true }],
];

const deep = (inner, depth) => "[".repeat(depth) + inner + "]".repeat(depth);

// Bodies that look faulty and are not: the numbers are there.
const FINE = [
  ["JSON under another content type", { body: { rows: 8 }, contentType: "text/html" }, 4],
  ["JSON without a content type", { body: { rows: 8 }, contentType: "" }, 4],
  ["A byte order mark", { body: { text: '\ufeff[{"type":"a","usedCount":8}]' } }, 1],
  [
    "A `null` for each number but one",
    { body: { json: [{ type: "a", usedCount: 8, newCount: null, usedInstances: null }] } },
    1,
  ],
  ["-0 for a number", { body: { text: '[{"type":"a","usedCount":8,"newCount":-0}]' } }, 1],
  [
    "A key that is there twice",
    { body: { text: '[{"type":"a","usedCount":-1,"usedCount":8}]' } },
    1,
  ],
  ["Unknown fields", { body: { json: [{ type: "a", usedCount: 8, href: { a: [1] } }] } }, 1],
  ["100,000 rows", { body: { rows: 100_000 } }, 4, 100_000],
  ["16 MiB", { body: { bytes: 16 << 20 } }, 4, null],
  [
    "An unknown field of 60 levels",
    { body: { text: `[{"type":"a","usedCount":8,"more":${deep("1", 60)}}]` } },
    1,
  ],
];

export const bodies = {
  title: "Bodies",
  about: "Rather no total than a wrong one: what is not a usage is none as a whole.",
  cases: [
    ...NO_JSON.map(([fault, text]) => reported(fault, { body: { text } }, INVALID)),
    ...OTHER_SHAPES.map(([fault, json]) => reported(fault, { body: { json } }, INVALID)),
    ...BAD_ROWS.map(([fault, row]) => reported(fault, { body: { json: [GOOD_ROW, row] } }, INVALID)),
    reported("A number that overflows", { body: { text: '[{"usedInstances":1e400}]' } }, INVALID),
    reported(
      "An unknown field of 10,000 levels",
      { body: { text: `[{"type":"a","usedCount":8,"more":${deep("1", 10_000)}}]` } },
      INVALID,
    ),
    reported("10,000 levels of arrays", { body: { text: deep("", 10_000) } }, INVALID),
    reported(
      "10,000 levels of `data`",
      {
        body: { text: '{"data":'.repeat(10_000) + "[]" + "}".repeat(10_000) },
      },
      INVALID,
    ),
    ...MUCH.map(([fault, answer]) => reported(fault, answer, INVALID)),
    reported(
      "A 403 with a body of 17 MiB",
      { status: 403, body: { bytes: 17 << 20 } },
      {
        kind: "forbidden",
        status: 403,
        retryable: false,
      },
    ),
    ...FINE.map(([fault, answer, rows, machines = 8]) => ({
      fault,
      card: "Is no fault: shows the numbers",
      async run(scene) {
        await scene.open();
        await scene.answers({ ...answer });
        await scene.load();
        const { usage } = await scene.look();
        await scene.isWell({ machines: machines ?? usage?.totals.used.count, rows, requests: 1 });
        assert.ok(usage.totals.used.count >= 8);
      },
    })),
    ...[
      ["`null`", null],
      ["An empty array", []],
      ["`null` for `data`", { data: null }],
      ["An empty array for `data`", { data: [] }],
    ].map(([fault, json]) => ({
      fault,
      card: "Is `empty`, and says so; that is no error",
      async run(scene) {
        await scene.open();
        await scene.answers({ body: { json } });
        await scene.load();
        const { state, states, error, notice, usage, retry } = await scene.look();
        assert.deepEqual([state, states, error, retry], ["empty", ["empty"], null, 0]);
        assert.deepEqual([notice.kind, notice.role], ["empty", "status"]);
        assert.deepEqual([usage.workloads, usage.totals.total], [[], { count: 0, instances: 0 }]);
        await scene.mends(MENDED);
      },
    })),
  ],
};
