// Values that a page hands over as `data`; they need not be JSON.

import { MENDED } from "./scene.js";

const GOOD = "{ type: 'CC_VM_Backup', usedCount: 3, usedInstances: 3 }";

const HOSTILE = [
  ["A text", "'[]'"],
  ["A number", "1"],
  ["`true`", "true"],
  ["`false`", "false"],
  ["Zero", "0"],
  ["A function", "() => []"],
  ["A symbol", "Symbol('data')"],
  ["A BigInt", "1n"],
  ["An object without `data`", "({})"],
  ["An error's body", "({ message: 'no' })"],
  ["`data` in `data`", "({ data: { data: [] } })"],
  ["A text for `data`", "({ data: '[]' })"],
  ["A promise", "Promise.resolve([])"],
  ["A `Map`", "new Map([['data', []]])"],
  ["A hole in the array", `[${GOOD}, , ${GOOD}]`],
  ["`null` among the rows", `[${GOOD}, null]`],
  ["A number among the rows", `[${GOOD}, 1]`],
  ["A text among the rows", `[${GOOD}, 'x']`],
  ["An array among the rows", `[${GOOD}, []]`],
  ["A function among the rows", `[${GOOD}, () => {}]`],
  ["A getter that throws", `[${GOOD}, { type: 'a', get usedCount() { throw new Error('got') } }]`],
  ["A getter for `data` that throws", "({ get data() { throw new Error('got') } })"],
  ["A proxy that throws", "new Proxy([], { get() { throw new Error('got') } })"],
  [
    "A row that is a proxy that throws",
    `[new Proxy({}, { ownKeys() { throw new Error('got') } })]`,
  ],
  [
    "A revoked proxy",
    "(() => { const { proxy, revoke } = Proxy.revocable([], {}); revoke(); return proxy })()",
  ],
  [
    "A revoked proxy among the rows",
    "(() => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return [proxy] })()",
  ],
  ["A circle", "(() => { const data = {}; data.data = data; return data })()"],
  ["A circle among the rows", "(() => { const rows = []; rows.push(rows); return rows })()"],
  ["A negative count", `[${GOOD}, { type: 'a', usedCount: -1 }]`],
  ["A fractional count", `[${GOOD}, { type: 'a', usedCount: 1.5 }]`],
  ["`NaN`", `[${GOOD}, { type: 'a', usedCount: NaN }]`],
  ["`Infinity`", `[${GOOD}, { type: 'a', usedInstances: Infinity }]`],
  ["A count that is a text", `[${GOOD}, { type: 'a', usedCount: '1' }]`],
  ["A count that is a BigInt", `[${GOOD}, { type: 'a', usedCount: 1n }]`],
  ["A count that is a symbol", `[${GOOD}, { type: 'a', usedCount: Symbol('1') }]`],
  ["A count that is an object", `[${GOOD}, { type: 'a', usedCount: { valueOf: () => 1 } }]`],
  ["A count that is a function", `[${GOOD}, { type: 'a', usedCount: () => 1 }]`],
  ["A type that is a number", `[${GOOD}, { type: 5 }]`],
  ["A type that is an object", `[${GOOD}, { type: { toString: () => 'a' } }]`],
  ["Rows in different units", `[${GOOD}, { type: 'a', usedUnits: 1, unitType: 'Points' }]`],
];

const hand = (scene, data) =>
  scene.page.evaluate((data) => {
    window.card ??= null;
    if (!window.card?.isConnected) window.card = window.put();
    window.awaitOutcome();
    window.card.data = (0, eval)(data);
  }, data);

export const handed = {
  title: "Handed over",
  about: "The page gives these as the `data` property; no request is made for them.",
  cases: HOSTILE.map(([fault, payload]) => ({
    fault: `${fault}, as \`data\``,
    card: "Throws nothing and shows `invalid-response`; numbers on screen stay, marked `stale`. A good payload mends either, and so does asking the server",
    async run(scene) {
      const reported = { kind: "invalid-response", requests: 0, handed: true };
      await scene.open();
      await hand(scene, payload);
      await scene.settles({ within: 0 });
      await scene.shows("error", reported);
      await hand(scene, `[${GOOD}]`);
      await scene.settles({ within: 0 });
      await scene.isWell({ machines: 3, rows: 1, requests: 0, quiet: false });
      await scene.keeps();
      await hand(scene, payload);
      await scene.settles({ within: 0 });
      await scene.shows("stale", reported);
      await scene.answers(MENDED);
      await scene.change({ data: null, tenant: scene.company });
      await scene.settles({ within: 0 });
      await scene.isWell({ machines: 8, requests: 1, quiet: false });
    },
  })),
};
