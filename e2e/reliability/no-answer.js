// No response: the network, proxies in it, and servers that speak no HTTP.

import assert from "node:assert/strict";

import { GOOD } from "./scene.js";
import { startBareServer } from "./bare-server.js";
import { overcome, reported } from "./variants.js";

const UNREACHABLE = { kind: "unreachable", requests: 4 };

const BREAKS = [
  ["A connection that closes without an answer", { connection: "close" }],
  ["A connection that is reset", { connection: "reset" }],
  ["An answer that breaks off before its end", { body: { rows: 400 }, truncateAt: 500 }],
  [
    "An answer that breaks off after it could be read as JSON",
    { body: { text: "[]  " }, truncateAt: 2 },
  ],
  [
    "An answer that is not compressed as it says",
    { body: { text: "[]" }, headers: { "Content-Encoding": "gzip" } },
  ],
];

// The first bytes of servers of other protocols.
const BARE = [
  ["A server that speaks another protocol", "SSH-2.0-OpenSSH_9.2\r\n"],
  ["A status line without a status", "HTTP/1.1\r\n\r\n"],
  [
    "Two lengths that differ",
    "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n[]",
  ],
];

/** A card of a page that the server may refuse, which finds it unreachable. */
const unreachable = (fault, place, options) => ({
  fault,
  card: "Tries four times, then shows `unreachable` and a retry button; mended by the next success at an endpoint that works",
  options,
  async run(scene) {
    const { endpoint, properties, open, methods, stop } = await place(scene);
    try {
      await scene.open(open);
      await scene.answers(GOOD);
      await scene.load({ endpoint }, properties);
      await scene.shows("error", { kind: "unreachable", requests: methods.length });
      const made = (await scene.requests()).map(({ method }) => method);
      assert.deepEqual(made, methods);
    } finally {
      await stop?.();
    }
    await scene.change({ endpoint: `${scene.portal.origin}/v2` });
    await scene.settles();
    await scene.isWell({ quiet: false });
  },
});

export const noAnswer = {
  title: "No answer",
  about:
    "A browser does not say why there is none, so neither does the card: it names what may be.",
  cases: [
    ...BREAKS.map(([fault, answer]) => reported(fault, answer, UNREACHABLE)),
    ...BREAKS.map(([fault, answer]) =>
      overcome(`${fault}, once`, [{ ...answer, times: 1 }], { requests: 2 }),
    ),
    overcome(
      "A connection that closes, one that is reset, and an answer that breaks off, in a row",
      BREAKS.slice(0, 3).map(([, answer]) => ({ ...answer, times: 1 })),
      { requests: 4 },
    ),
    unreachable("A port where nothing listens", async () => {
      const server = await startBareServer("");
      await server.stop();
      return { endpoint: server.origin, methods: [] };
    }),
    ...BARE.map(([fault, words]) =>
      unreachable(fault, async () => {
        const server = await startBareServer(words);
        return { endpoint: server.origin, methods: [], stop: server.stop };
      }),
    ),
    unreachable("A certificate that the browser does not trust", ({ console }) => ({
      endpoint: `${console.https}/v2`,
      methods: [],
    })),
    unreachable("Another origin that lets this page in with nothing", ({ console }) => ({
      endpoint: `${console.http}/v2`,
      methods: ["GET", "GET", "GET", "GET"],
    })),
    unreachable("Another origin that refuses the preflight request", ({ console }) => ({
      endpoint: `${console.http}/v2`,
      properties: { token: "any" },
      methods: ["OPTIONS", "OPTIONS", "OPTIONS", "OPTIONS"],
    })),
    unreachable(
      "A Content-Security-Policy that leaves the endpoint out",
      ({ console }) => ({
        endpoint: `${console.http}/v2`,
        open: { headers: { "Content-Security-Policy": "connect-src 'self'" } },
        methods: [],
      }),
      { alone: true },
    ),
  ],
};
