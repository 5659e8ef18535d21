// The token: in the Authorization header of the one request, and nowhere else, whatever happens.

import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";

import { everything, telling } from "./support/search.js";
import { fired, settles, suite } from "./support/suite.js";
import { crash } from "./support/trap.js";

// Nothing stands between these pages and the console.
const test = suite({ session: false });

const SECRET = "eyJhbGciOi.c2VjcmV0~_-+/==";
const WORDS = `The token ${SECRET} of "${SECRET}" is not welcome.`;
// So that nothing is tried again by itself.
const LATER = { "Retry-After": "600" };

const quoting = (status, body = { json: { message: WORDS } }, more = {}) => ({
  status,
  body,
  headers: LATER,
  ...more,
});

// The response, and the state and kind of error that follow.
const STATES = [
  ["an answer that does not come", { connection: "hang" }, "loading", null, { timeout: "120" }],
  ["usage", { body: { rows: 4 } }, "ready", null],
  ["no usage", { body: { json: [] } }, "empty", null],
  ["old usage", [{ body: { rows: 4 }, times: 1 }, quoting(500)], "stale", "server"],
  ["a message", quoting(400), "error", "http"],
  ["a message of its own", quoting(400, { json: { Message: WORDS } }), "error", "http"],
  ["an error", quoting(400, { json: { error: { message: WORDS } } }), "error", "http"],
  ["errors", quoting(400, { json: { errors: [{ message: WORDS }] } }), "error", "http"],
  ["a description", quoting(400, { json: { error_description: WORDS } }), "error", "http"],
  ["a code", quoting(400, { json: { error: SECRET } }), "error", "http"],
  ["a bare text in JSON", quoting(400, { json: WORDS }), "error", "http"],
  ["a plain text", quoting(400, { text: WORDS }, { contentType: "text/plain" }), "error", "http"],
  ["a page", quoting(400, { text: `<p>${WORDS}` }, { contentType: "text/html" }), "error", "http"],
  [
    "the token in disguise",
    quoting(400, { json: { message: [...SECRET].join("\u200b") } }),
    "error",
    "http",
  ],
  ["a refusal", quoting(401), "error", "unauthorized"],
  ["a ban", quoting(403), "error", "forbidden"],
  ["nothing found", quoting(404), "error", "not-found"],
  ["too many requests", quoting(429), "error", "throttled"],
  ["a broken server", quoting(500), "error", "server"],
  ["a broken gateway", quoting(503), "error", "server"],
  ["a text for usage", { body: { json: WORDS } }, "error", "invalid-response"],
  ["rows that are none", { body: { json: [{ usedCount: WORDS }] } }, "error", "invalid-response"],
  ["headers with the token", { status: 403, headers: { "X-Token": SECRET } }, "error", "forbidden"],
  ["a redirect", { status: 302, headers: { Location: "/sign-in" } }, "error", "unauthorized"],
  ["a connection that closes", { connection: "close" }, "error", "unreachable"],
  ["an answer that takes too long", { connection: "hang" }, "error", "timeout", { timeout: "1" }],
];

// Values in the token's place, without a request.
const PROVIDED = [
  ["a provider that fails", "unauthorized", (secret) => Promise.reject(new Error(secret))],
  [
    "a provider that throws",
    "unauthorized",
    (secret) => {
      throw secret;
    },
  ],
  ["a token that no header carries", "config", (secret) => `${secret}\n${secret}`],
  ["a token in an object", "config", (secret) => ({ token: secret })],
];

test(
  "the token is in the Authorization header and nowhere else, in every state",
  { throws: true, timeout: 120_000 },
  async ({ page, open, logged, context, console, portal, tenant }) => {
    const requests = [];
    context.on("request", (request) => requests.push(request));
    const thrown = [];
    page.on("pageerror", (error) => thrown.push(`${error} ${error.stack}`));
    await page.addInitScript(() => {
      window.rejected = [];
      addEventListener("message", ({ data }) => window.rejected.push(data));
    });
    await open("");

    const companies = [];
    const outcomes = STATES.map(async ([what, fault, state, kind, attributes], index) => {
      const company = tenant();
      companies.push(company);
      await console.fault(company, fault);
      const seen = await page.evaluate(
        async ([attributes, token, state, provided]) => {
          const given = provided ? { tokenProvider: async () => token } : { token };
          const card = window.put(attributes, given);
          if (state !== "loading") await window.outcome(card);
          else await new Promise((resolve) => card.addEventListener("usage-loadstart", resolve));
          if (state === "stale") {
            await card.refresh().catch((error) => window.rejected.push(error, String(error)));
          }
          return [card.state, card.error?.kind ?? null];
        },
        [{ tenant: company, ...attributes }, SECRET, state, index % 2 === 1],
      );
      assert.deepEqual(seen, [state, kind], what);
    });
    for (const [what, kind, provider] of PROVIDED) {
      const error = await page.evaluate(
        async ([tenant, token, provider]) => {
          const give = (0, eval)(provider);
          return (await window.mount({ tenant }, { tokenProvider: () => give(token) })).error;
        },
        [tenant(), SECRET, provider.toString()],
      );
      assert.equal(error.kind, kind, what);
    }
    await Promise.all(outcomes);
    await fired(page, "usage-auth-required");

    const look = async (when) => {
      const texts = [
        ...(await page.evaluate(everything)),
        ...logged.map(({ text }) => text),
        ...thrown,
        JSON.stringify(await context.storageState()),
        JSON.stringify(await page.evaluate(() => [window.fired, window.rejected])),
      ];
      assert.deepEqual(telling(texts, SECRET), [], when);
    };
    await look("in every state");

    // Loads that fail while the last one's numbers or error are there.
    await context.setOffline(true);
    await page.evaluate(async () => {
      const cards = [...document.querySelectorAll("licensing-card")];
      const failed = cards
        .filter(({ state }) => state !== "loading")
        .map((card) =>
          card.refresh().catch((error) => window.rejected.push(error, String(error))),
        );
      await Promise.all(failed);
    });
    await look("offline");
    await context.setOffline(false);

    await page.evaluate(crash);
    await page.waitForFunction(() =>
      [...document.querySelectorAll("licensing-card")].every(
        ({ error }) => error?.kind === "crashed",
      ),
    );
    await look("after a crash");

    await page.evaluate(() => document.body.replaceChildren());
    await look("after all cards are gone");

    const sent = [];
    for (const request of requests) {
      const { authorization, ...headers } = request.headers();
      const rest = [request.url(), request.method(), headers, request.postData()];
      assert.deepEqual(telling([JSON.stringify(rest)], SECRET), []);
      if (authorization !== undefined) {
        sent.push(`${new URL(request.url()).origin} ${authorization}`);
      }
    }
    assert.ok(sent.length >= STATES.length);
    assert.deepEqual([...new Set(sent)], [`${portal.origin} Bearer ${SECRET}`]);
    for (const company of companies) {
      for (const { headers, ...rest } of await console.requests(company)) {
        const { authorization, ...others } = headers;
        assert.equal(authorization, `Bearer ${SECRET}`);
        assert.deepEqual(telling([JSON.stringify([others, { ...rest }])], SECRET), []);
      }
    }
  },
);

test("the search finds a token wherever one is put", async ({ page, open }) => {
  for (const [where, put] of [
    ["an attribute", (secret) => document.body.setAttribute("data-x", secret)],
    ["a comment", (secret) => document.body.append(document.createComment(secret))],
    [
      "a field",
      (secret) => {
        document.body.append(document.createElement("input"));
        document.querySelector("input").value = secret;
      },
    ],
    [
      "a shadow root in a shadow root",
      (secret) => {
        const card = document.querySelector("licensing-card");
        const inner = card.shadowRoot.appendChild(document.createElement("div"));
        inner.attachShadow({ mode: "open" }).append(secret);
      },
    ],
    [
      "a style sheet",
      (secret) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(`:host::after{content:"${secret}"}`);
        document.querySelector("licensing-card").shadowRoot.adoptedStyleSheets.push(sheet);
      },
    ],
    ["a property", (secret) => (document.querySelector("licensing-card").secret = secret)],
    ["a cookie", (secret) => (document.cookie = `x=${encodeURIComponent(secret)}`)],
    ["storage", (secret) => localStorage.setItem("x", btoa(secret))],
    ["the session's storage", (secret) => sessionStorage.setItem(secret, "x")],
    ["a database", (secret) => new Promise((done) => (indexedDB.open(secret).onsuccess = done))],
    ["the address", (secret) => history.replaceState(null, "", `?x=${encodeURIComponent(secret)}`)],
    ["the history", (secret) => history.replaceState({ secret }, "", location.pathname)],
    ["a measurement", (secret) => performance.mark(secret)],
    ["a global", (secret) => (window.kept = [new Error(secret)])],
  ]) {
    await open("<licensing-card></licensing-card>");
    // Nodes in a card that is not drawn yet give way to the drawing.
    await settles(page, "error");
    assert.deepEqual(telling(await page.evaluate(everything), SECRET), [], `before ${where}`);
    await page.evaluate(
      async ([secret, put]) => void (await (0, eval)(put)(secret)),
      [SECRET, put.toString()],
    );
    assert.notEqual(telling(await page.evaluate(everything), SECRET).length, 0, where);
    await page.evaluate(async () => {
      localStorage.clear();
      sessionStorage.clear();
      document.cookie = "x=; max-age=0";
      for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
    });
  }
});

test("a redirect never carries the token to another origin", async ({
  t,
  page,
  open,
  console,
  other,
  tenant,
}) => {
  const caught = [];
  const thief = createServer((incoming, outgoing) => {
    caught.push([incoming.method, incoming.url, incoming.headers]);
    // It would welcome anyone, and answers so well that the card would be content.
    outgoing
      .writeHead(200, {
        "Access-Control-Allow-Origin": "*",
        "Access-Control-Allow-Headers": "authorization, accept",
        "Content-Type": "application/json",
      })
      .end("[]");
  });
  thief.listen(0, "127.0.0.1");
  await once(thief, "listening");
  const { port } = thief.address();
  try {
    for (const [from, site, endpoint] of [
      ["the page's own origin", undefined, "/v2"],
      ["another origin", other, `${console.http}/v2`],
    ]) {
      await open("", { site });
      for (const status of [301, 302, 303, 307, 308]) {
        for (const location of [`http://127.0.0.1:${port}/v2`, `//localhost:${port}/v2`]) {
          await t.test(`${status} from ${from} to ${location.split("/")[2]}`, async () => {
            const company = tenant();
            const headers = { Location: location };
            if (site) headers["Access-Control-Expose-Headers"] = "Location";
            await console.fault(company, { status, headers });
            const { state, error } = await page.evaluate(
              ([attributes, token]) => window.mount(attributes, { token }),
              [{ tenant: company, endpoint }, SECRET],
            );
            assert.deepEqual([state, error.kind], ["error", "unauthorized"]);
            const gets = (await console.requests(company)).filter(({ method }) => method === "GET");
            assert.deepEqual(
              gets.map(({ headers }) => headers.authorization),
              [`Bearer ${SECRET}`],
            );
          });
        }
      }
    }
    // The thief is no fiction: whoever does follow is caught.
    const url = `http://127.0.0.1:${port}/x`;
    assert.equal(await page.evaluate(async (url) => (await fetch(url)).status, url), 200);
    assert.deepEqual(
      caught.map(([method, url]) => `${method} ${url}`),
      ["GET /x"],
    );
  } finally {
    thief.closeAllConnections();
    thief.close();
  }
});
