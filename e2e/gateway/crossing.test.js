// Nothing crosses from one user's request into another's, although portal and console keep their
// connections open and take the next request from wherever the last one ended.

import assert from "node:assert/strict";
import { once } from "node:events";
import { connect as connectHttp2 } from "node:http2";
import { connect } from "node:net";
import { after, before, test } from "node:test";

import { raw } from "./support/client.js";
import { COMPANIES, KEY } from "./support/console.js";
import { session, usage } from "./support/doors.js";
import { startScene } from "./support/scene.js";

const [FIRST, SECOND] = COMPANIES;

let scene, gateway;

before(async () => {
  scene = await startScene();
  gateway = scene.gateway;
});
after(() => scene?.stop());

const BODIES = {
  "5 bytes": "Content-Length: 5\r\n\r\nGET /",
  "1000 bytes that never come": "Content-Length: 1000\r\n\r\n",
  "1000 bytes of another request": `Content-Length: 1000\r\n\r\n${"GET / HTTP/1.1\r\n".padEnd(1000, "x")}`,
  chunks: "Transfer-Encoding: chunked\r\n\r\n5\r\nGET /\r\n0\r\n\r\n",
  "a length and chunks":
    "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nGET /\r\n0\r\n\r\n",
};

for (const [name, body] of Object.entries(BODIES)) {
  test(`a GET with ${name} is refused and harms nobody`, async () => {
    for (let round = 0; round < 5; round++) {
      const head = `GET ${usage(FIRST)} HTTP/1.1\r\nHost: portal.example\r\nCookie: ${session("anna")}\r\n`;
      const attack = raw(gateway.port, head + body, (answer) => answer.includes("\r\n\r\n"));
      const [refusal, answer] = await Promise.all([attack, gateway.as("ben", usage(SECOND))]);
      assert.match(refusal, /^HTTP\/1\.1 4\d\d/);
      const next = await gateway.as("ben", usage(SECOND));
      for (const { status, body, ms } of [answer, next]) {
        assert.equal(status, 200);
        assert.equal(JSON.parse(body).data[0].organizationUid, SECOND);
        assert.ok(ms < 4000, `${ms} ms`);
      }
    }
  });
}

test("an HTTP/2 GET with a body of no length is refused or has its own answer", async (t) => {
  const options = { servername: "portal.example", rejectUnauthorized: false };
  const client = connectHttp2(`https://127.0.0.1:${gateway.port}`, options);
  t.after(() => client.destroy());
  for (let round = 0; round < 5; round++) {
    const headers = { ":path": usage(FIRST), ":authority": "portal.example", cookie: session("anna") };
    const stream = client.request(headers, { endStream: false });
    stream.on("error", () => {});
    stream.end("GET / HTTP/1.1\r\n\r\n");
    const [answer] = await once(stream, "response");
    stream.resume();
    assert.ok([200, 413].includes(answer[":status"]), `${answer[":status"]}`);
    const { status, body } = await gateway.as("ben", usage(SECOND));
    assert.equal(status, 200);
    assert.equal(JSON.parse(body).data[0].organizationUid, SECOND);
  }
  for (const { url } of scene.portal.checks()) assert.equal(url, "/licensing-session");
});

test("the inner door on its own passes no body on either", async () => {
  const path = gateway.place.path("/run/licensing-card/inner.sock");
  const inner = (text) =>
    new Promise((resolve, reject) => {
      const socket = connect({ path }, () => socket.write(text));
      let answer = "";
      socket.setTimeout(5000, () => socket.destroy());
      socket.on("data", (bytes) => (answer += bytes));
      socket.on("error", reject);
      socket.on("close", () => resolve(answer));
    });
  const request = (uid, more) =>
    inner(`GET /v3/CloudConnect/${uid} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${more}`);
  for (let round = 0; round < 10; round++) {
    // One byte is let in, and the console's connection is kept.
    const one = await request(FIRST, "Content-Length: 1\r\n\r\nG");
    assert.match(one, /^HTTP\/1\.1 200/);
    const next = await request(SECOND, "\r\n");
    assert.match(next, /^HTTP\/1\.1 200/);
    assert.match(next, new RegExp(SECOND));
  }
  assert.match(await request(FIRST, "Content-Length: 5\r\n\r\nGET /"), /^HTTP\/1\.1 413/);
});

test("of a browser's request the console gets nothing but the company", async () => {
  await gateway.as("ben", usage(COMPANIES[2]), {
    headers: {
      Authorization: "Bearer of-the-browser",
      "X-Forwarded-For": "10.0.0.1",
      "X-Forwarded-User": "admin",
      "X-Client-Version": "3.0",
      "X-Request-Id": "1",
      Range: "bytes=0-1",
    },
  });
  const { method, url, headers } = scene.console.requests.at(-1);
  assert.deepEqual([method, url], ["GET", usage(COMPANIES[2])]);
  assert.deepEqual(headers, {
    host: "console.example",
    accept: "application/json",
    authorization: `Bearer ${KEY}`,
  });
});

test("of a browser's request the portal's check gets the session and the company", async () => {
  const cookie = session("anna");
  await gateway.as("anna", usage(FIRST), {
    headers: {
      Cookie: `a=1; ${cookie}; session=ben; b=2`,
      "X-Licensing-Company": SECOND,
      "X-Forwarded-For": "10.0.0.1",
      Authorization: "Bearer of-the-browser",
    },
  });
  assert.deepEqual(scene.portal.checks().at(-1).headers, {
    host: "portal.example",
    cookie,
    "x-forwarded-proto": "https",
    "x-licensing-company": FIRST,
  });
});

test("the portal's pages get no address, host or user that a browser made up", async () => {
  const made = {
    Forwarded: "for=10.0.0.1",
    "X-Forwarded-For": "10.0.0.1",
    "X-Forwarded-Host": "evil.example",
    "X-Forwarded-Port": "1",
    "X-Forwarded-Prefix": "/evil",
    "X-Forwarded-Proto": "http",
    "X-Forwarded-Server": "evil.example",
    "X-Forwarded-User": "admin",
    "X-HTTP-Method-Override": "DELETE",
    "X-Licensing-Company": FIRST,
    "X-Original-URL": "/admin",
    "X-Real-IP": "10.0.0.1",
    "X-Rewrite-URL": "/admin",
  };
  await gateway.as("anna", "/account", { headers: made });
  const { headers } = scene.portal.requests.at(-1);
  for (const [name, value] of Object.entries(made)) {
    assert.notEqual(headers[name.toLowerCase()], value, name);
  }
  assert.equal(headers["x-forwarded-for"], "127.0.0.1");
  assert.match(headers.cookie, /^session=anna/);
});

test("a request for another host reaches neither portal nor console", async () => {
  const before = scene.portal.requests.length + scene.console.requests.length;
  for (const path of ["/", usage(FIRST)]) {
    const { status } = await gateway.as("anna", path, { headers: { Host: "evil.example" } });
    assert.equal(status, 421);
  }
  assert.equal(scene.portal.requests.length + scene.console.requests.length, before);
});
