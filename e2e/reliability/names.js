// Names that a server may give, and words of its own: all of it is text.

import assert from "node:assert/strict";

import { MENDED } from "./scene.js";
import { reported } from "./variants.js";

const MARKUP = "<h1>Oops</h1><img src=x onerror='window.pwned = true'>";

const TYPES = [
  ["Markup", MARKUP],
  ["A script", "<script>window.pwned = true</script>"],
  ["Markup that breaks out of an attribute", `"'><svg onload="window.pwned = true">`],
  ["A template's braces", "{{ 7 * 7 }} ${7 * 7}"],
  ["An entity", "&lt;b&gt; &amp;"],
  ["Control characters", "a\u0001b\u001bc\u007f"],
  ["A NUL", "a\u0000b"],
  ["Line breaks and tabs", "a\r\nb\tc"],
  ["Text that is turned round", "\u202egnp.exe\u202c"],
  ["Invisible characters", "a\u200b\u2060\ufeffb"],
  ["Right-to-left letters", "גיבוי שרת"],
  ["Emoji and joined ones", "💾👩‍💻🇩🇪"],
  ["Two hundred accents on one letter", `a${"\u0301".repeat(200)}`],
  ["Half of a character", "a\ud800b", "a\ufffdb"],
  ["A space", " "],
  ["`__proto__`", "__proto__"],
  ["`constructor`", "constructor"],
  ["`hasOwnProperty`", "hasOwnProperty"],
  ["`toString`", "toString"],
  ["A formula", '=HYPERLINK("http://127.0.0.1:9")'],
  ["A name of 256 characters", "x".repeat(256)],
  ["A name of 51 words", "word ".repeat(51).trim()],
];

const types = (number) =>
  Array.from({ length: number }, (_, at) => ({ type: `type ${at}`, usedCount: 1 }));

const TOO_MUCH = [
  ["A name of 257 characters", [{ type: "x".repeat(257), usedCount: 1 }]],
  ["A name of 1 MB", [{ type: "x".repeat(1_000_000), usedCount: 1 }]],
  ["1,001 types", types(1_001)],
];

const WORDS = [
  ["An HTML page", { text: MARKUP }, "text/html"],
  ["An HTML page that says it is JSON", { text: MARKUP }, "application/json"],
  ["Markup in a message", { json: { message: MARKUP } }, "application/json"],
  ["Markup in a bare text", { json: MARKUP }, "application/json"],
  ["A stack trace in plain text", { text: "Oops at OrderService.java:57" }, "text/plain"],
];

/** The drawn rows, and whether scripts in them ran. */
const drawn = (scene) =>
  scene.page.evaluate(() => ({
    elements: window.card.shadowRoot.querySelectorAll("*").length,
    headers: [...window.card.shadowRoot.querySelectorAll("tbody th")].map((th) => th.textContent),
    types: window.card.usage.workloads.map(({ type }) => type),
    labels: window.card.usage.workloads.map(({ label }) => label),
    rows: [...window.card.shadowRoot.querySelectorAll("tbody tr")].map((tr) => tr.dataset.type),
    pwned: "pwned" in window,
    polluted: Object.keys(Object.prototype).length + Number("usedCount" in {}),
    csv: window.card.toCSV(),
  }));

export const names = {
  title: "Names and words",
  about:
    "What comes from a server is text, and nothing else, on screen, in `usage` and in the CSV.",
  cases: [
    ...TYPES.map(([what, type, shown = type]) => ({
      fault: `${what} for a type's name`,
      card: "Shows it as the text it is, in a card that is otherwise like any other",
      async run(scene) {
        const rows = (type) => ({ body: { json: [{ type, usedCount: 8, usedInstances: 8 }] } });
        await scene.open();
        await scene.answers(rows("plain"));
        await scene.load();
        const plain = await drawn(scene);
        // A lone half of a character is written as an escape, which JSON has for it.
        await scene.answers({ body: { text: JSON.stringify(rows(type).body.json) } });
        await scene.refresh();
        await scene.isWell({ machines: 8, rows: 1, requests: 2 });
        const odd = await drawn(scene);
        assert.equal(odd.elements, plain.elements);
        assert.deepEqual([odd.pwned, odd.polluted], [false, 0]);
        for (const texts of [odd.headers, odd.types, odd.labels, odd.rows]) {
          assert.deepEqual(texts, [shown]);
        }
        const cell = odd.csv.slice(odd.csv.indexOf("\r\n") + 2, -",0,0,8,0,0,8\r\n".length);
        const name = /^["]/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell;
        assert.equal(name, /^[=+\-@\t\r]/.test(shown) ? `'${shown}` : shown);
      },
    })),
    {
      fault: "1,000 types",
      card: "Has them all in `usage`, and shows the fifty largest and the sum of the others",
      async run(scene) {
        await scene.open();
        await scene.answers({ body: { json: types(1_000) } });
        await scene.load();
        await scene.isWell({ machines: 1_000, rows: 51, requests: 1 });
        assert.equal((await drawn(scene)).types.length, 1_000);
      },
    },
    ...TOO_MUCH.map(([what, json]) =>
      reported(what, { body: { json } }, { kind: "invalid-response", status: 200 }),
    ),
    {
      fault: "One type in many spellings",
      card: "Is one row, under the known spelling",
      async run(scene) {
        await scene.open();
        const spellings = ["cc_vm_backup", "CC_VM_BACKUP", "Cc_Vm_Backup", "CC_VM_Backup"];
        await scene.answers({ body: { json: spellings.map((type) => ({ type, usedCount: 2 })) } });
        await scene.load();
        await scene.isWell({ machines: 8, rows: 1, requests: 1 });
        assert.deepEqual((await drawn(scene)).types, ["CC_VM_Backup"]);
      },
    },
    ...[
      ["A row", '[{"type":"a","usedCount":8,"__proto__":{"rentalCount":5,"type":"b"}}]'],
      ["Rows in", '{"data":[{"type":"a","usedCount":8}],"__proto__":{"data":[]}}'],
    ].map(([what, text]) => ({
      fault: `${what} an object with a \`__proto__\``,
      card: "Takes no notice of it",
      async run(scene) {
        await scene.open();
        await scene.answers({ body: { text } });
        await scene.load();
        await scene.isWell({ machines: 8, rows: 1, requests: 1 });
        const { usage } = await scene.look();
        assert.equal(usage.totals.total.count, 8);
        assert.equal((await drawn(scene)).polluted, 0);
      },
    })),
    ...WORDS.map(([what, body, contentType]) => ({
      fault: `${what} with a 400`,
      card: "Shows the card's own sentence, and nothing of the server's",
      async run(scene) {
        await scene.open();
        await scene.answers({ status: 400, body, contentType });
        await scene.load();
        await scene.shows("error", { kind: "http", status: 400, retryable: false, requests: 1 });
        const { error, notice } = await scene.look();
        assert.doesNotMatch(JSON.stringify(error), /Oops|</);
        assert.doesNotMatch(notice.text, /<|java|Oops/);
        assert.equal(await scene.page.evaluate(() => "pwned" in window), false);
        const foreign = () => window.card.shadowRoot.querySelectorAll("h1, img").length;
        assert.equal(await scene.page.evaluate(foreign), 0);
        await scene.mends(MENDED);
      },
    })),
  ],
};
