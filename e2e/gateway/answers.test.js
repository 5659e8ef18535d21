// Of the console's answers, the body of a 200 reaches the browser and nothing else: no header, no
// other body, no redirect, and no status that the card would take for the user's own fault.

import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";

import { COMPANIES, KEY, numbers, page, uid } from "./support/console.js";
import { usage } from "./support/doors.js";
import { startScene } from "./support/scene.js";

const SOON = ["/etc/nginx/licensing-card/source.conf", "200 5m;", "200 1s;"];

let scene, gateway, console;
let company = 0;

before(async () => {
  scene = await startScene({ tweak: [SOON] });
  ({ gateway, console } = scene);
});
after(() => scene?.stop());
beforeEach(() => (console.answer = console.usual));

/** Asks for a company that nothing is kept of, with the console's next answers replaced. */
async function answered(status, headers = {}, body = "{}") {
  console.answer = (_, response) => response.writeHead(status, headers).end(body);
  return gateway.as("mona", usage(uid(++company)));
}

const QUOTE = `the token ${KEY} is not valid`;
const FORBIDDEN = {
  "Access-Control-Allow-Credentials": "true",
  "Access-Control-Allow-Origin": "https://evil.example",
  "Alt-Svc": 'h3="evil.example:443"',
  "Cache-Control": "public, max-age=31536000",
  "Clear-Site-Data": '"*"',
  "Content-Disposition": "attachment",
  "Content-Encoding": "gzip",
  "Content-Security-Policy": "default-src *",
  ETag: '"1"',
  Expires: "Thu, 01 Jan 2099 00:00:00 GMT",
  "Last-Modified": "Thu, 01 Jan 2099 00:00:00 GMT",
  Link: "</evil.css>; rel=stylesheet",
  Location: "https://evil.example/",
  NEL: "{}",
  Refresh: "0; url=https://evil.example/",
  "Report-To": "{}",
  Server: "Console/9",
  "Service-Worker-Allowed": "/",
  "Set-Cookie": "console=provider",
  "Strict-Transport-Security": "max-age=0",
  Vary: "*",
  "WWW-Authenticate": 'Basic realm="console"',
  "X-Accel-Buffering": "no",
  "X-Accel-Charset": "utf-7",
  "X-Accel-Expires": "0",
  "X-Accel-Limit-Rate": "1",
  "X-Accel-Redirect": "/",
  "X-Powered-By": "Console",
};

/** The whole response to a browser, as one text. */
const text = ({ headers, body }) => JSON.stringify(headers) + body;

const ALLOWED = [
  ...["age", "cache-control", "connection", "content-length", "content-security-policy"],
  ...["content-type", "cross-origin-resource-policy", "date", "retry-after", "server"],
  ...["strict-transport-security", "transfer-encoding", "x-content-type-options"],
];

function bare(answer, status) {
  assert.equal(answer.status, status);
  assert.equal(answer.body, "");
  sealed(answer);
}

/** Holds for every response to a card. */
function sealed({ headers }) {
  for (const name of Object.keys(headers)) assert.ok(ALLOWED.includes(name), name);
  assert.equal(headers["content-type"], "application/json");
  assert.equal(headers["cache-control"], "no-store");
  assert.equal(headers["content-security-policy"], "default-src 'none'; sandbox");
  assert.equal(headers["cross-origin-resource-policy"], "same-origin");
  assert.equal(headers["x-content-type-options"], "nosniff");
  assert.equal(headers["strict-transport-security"], "max-age=31536000");
  assert.equal(headers.server, "nginx");
}

for (const status of [201, 204, 206, 301, 302, 307, 308, 400, 401, 402, 403, 418, 451, 500, 501, 503, 504, 520]) {
  test(`the console says ${status}: a bare 502`, async () => {
    const redirects = { ...FORBIDDEN, "Content-Type": "text/html" };
    const answer = await answered(status, redirects, status === 204 ? "" : QUOTE);
    bare(answer, 502);
    assert.equal(answer.headers["retry-after"], "10");
    assert.ok(!text(answer).includes(KEY));
  });
}

test("the console says 404: a bare 404", async () => {
  bare(await answered(404, FORBIDDEN, QUOTE), 404);
});

test("the console says 202: a bare 503, and its Location is followed by nobody", async () => {
  const requested = console.requests.length;
  const Location = "https://console.example:1280/api/v3/asyncActions/1";
  const answer = await answered(202, { Location });
  bare(answer, 503);
  assert.equal(answer.headers["retry-after"], "5");
  assert.equal(console.requests.length, requested + 1);
});

test("the console says 429: a bare 429, with the time from the header or the body", async () => {
  const inBody = '{"errors":[{"type":"transport","code":429,"retryAfter":25}]}';
  for (const [headers, body, expected] of [
    [{ "Retry-After": "17" }, "{}", "17"],
    [{}, inBody, "25"],
    [{ "Retry-After": "17" }, inBody, "17"],
    [{}, QUOTE, "30"],
    [{ "Retry-After": "Thu, 01 Jan 2099 00:00:00 GMT" }, "{}", "30"],
    [{}, '{"errors":[{"retryAfter":1e99}]}', "30"],
  ]) {
    const answer = await answered(429, headers, body);
    bare(answer, 429);
    assert.equal(answer.headers["retry-after"], expected, body);
  }
});

test("the console's headers stay there", async () => {
  const body = page([numbers(uid(company + 1), 3)]);
  const headers = { ...FORBIDDEN, "Content-Type": "text/html" };
  delete headers["Content-Encoding"];
  const answer = await answered(200, headers, body);
  assert.deepEqual([answer.status, answer.body], [200, body]);
  sealed(answer);
  for (const [name, value] of Object.entries(headers)) {
    assert.notEqual(answer.headers[name.toLowerCase()], value, name);
  }
});

for (const [name, body] of Object.entries({
  "HTML with a script": "<html><script>alert(1)</script>",
  nothing: "",
  "half an answer": '{"data":[{"organizationUid"',
  "other companies' numbers": page(COMPANIES.map((company) => numbers(company, 1))),
  "one other company's": page([numbers(COMPANIES[0], 1)]),
  "no list": '{"data":{"organizationUid":"x"}}',
})) {
  test(`the console sends ${name}: a bare 502`, async () => {
    const type = { "Content-Type": "text/html" };
    bare(await answered(200, type, body), 502);
  });
}

test("an empty answer, and the result of an asynchronous action, are passed on", async () => {
  for (const body of ['{"data":[]}', '{"data":null}', "[]"]) {
    const answer = await answered(200, {}, body);
    assert.deepEqual([answer.status, answer.body], [200, body]);
  }
  const bareArray = JSON.stringify([numbers(uid(company + 1).toUpperCase(), 3)]);
  assert.equal((await answered(200, {}, bareArray)).body, bareArray);
});

for (const [name, answer] of Object.entries({
  "a status of 500": (_, response) => response.writeHead(500).end(QUOTE),
  "a status of 429": (_, response) => response.writeHead(429).end(),
  "a status of 401": (_, response) => response.writeHead(401).end(),
  "a status of 202": (_, response) => response.writeHead(202).end(),
  "a closed connection": (request) => request.socket.destroy(),
  "other companies' numbers": (_, response) => response.end(page([numbers(COMPANIES[1], 1)])),
})) {
  test(`instead of ${name}, the numbers that are kept`, async () => {
    const path = usage(uid(++company));
    const good = await gateway.as("mona", path);
    assert.equal(good.status, 200);
    await new Promise((resume) => setTimeout(resume, 2100));
    console.answer = answer;
    for (let round = 0; round < 3; round++) {
      const kept = await gateway.as("mona", path);
      assert.deepEqual([kept.status, kept.body], [200, good.body]);
      assert.ok(Number(kept.headers.age) >= 1, kept.headers.age);
      sealed(kept);
    }
  });
}

test("an answer of more than a megabyte is a bare 502", async () => {
  bare(await answered(200, {}, JSON.stringify({ data: [], more: "x".repeat(2 ** 21) })), 502);
});

test("the portal's and nginx's own refusals are sealed as well", async () => {
  for (const [user, path, method, status] of [
    ["nobody", usage(COMPANIES[0]), "GET", 401],
    ["anna", usage(COMPANIES[1]), "GET", 403],
    ["anna", `${usage(COMPANIES[0])}&x`, "GET", 404],
    ["anna", usage(COMPANIES[0]), "POST", 405],
  ]) {
    bare(await gateway.as(user, path, { method }), status);
  }
});
