// However a request is written: refused, or the numbers of the session's own company and no others.
// The console that is asked without a company, or with one that it does not understand, sends all.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { raw } from "./support/client.js";
import { COMPANIES } from "./support/console.js";
import { session, usage } from "./support/doors.js";
import { startScene } from "./support/scene.js";

const [OWN, OTHER] = COMPANIES;
const PATH = "/api/v3/licensing/usage/organizations";
const REST = "serverType=CloudConnect&limit=500&offset=0";
const encoded = [...OWN].map((c) => `%${c.charCodeAt(0).toString(16)}`).join("");

let scene, gateway;

before(async () => {
  scene = await startScene();
  gateway = scene.gateway;
});
after(() => scene?.stop());

/** Holds an answer to the promise; gives its status. */
function holds(status, body, name) {
  if (status === 200) {
    const { data } = JSON.parse(body);
    const named = data.map(({ organizationUid }) => organizationUid);
    assert.deepEqual(named, [OWN], name);
  } else {
    assert.ok([400, 403, 404, 405, 413, 421].includes(status), `${name}: ${status}`);
  }
  assert.ok(!body.includes(OTHER), name);
}

const QUERIES = {
  "no query": "",
  "an empty query": "?",
  "no company": `?${REST}`,
  "an empty company": `?organizationUid=&${REST}`,
  "a company without a value": `?organizationUid&${REST}`,
  "own, then other": `?organizationUid=${OWN}&organizationUid=${OTHER}&${REST}`,
  "other, then own": `?organizationUid=${OTHER}&organizationUid=${OWN}&${REST}`,
  "own, then other at the end": `?organizationUid=${OWN}&${REST}&organizationUid=${OTHER}`,
  "a name in lower case": `?organizationuid=${OWN}&${REST}`,
  "a name with a space": `?organizationUid%20=${OWN}&${REST}`,
  "a name with brackets": `?organizationUid[]=${OWN}&${REST}`,
  "an encoded name": `?%6frganizationUid=${OWN}&${REST}`,
  "an encoded value": `?organizationUid=${encoded}&${REST}`,
  "another company": `?organizationUid=${OTHER}&${REST}`,
  "own in capitals": `?organizationUid=${OWN.toUpperCase()}&${REST}`,
  "own with braces": `?organizationUid={${OWN}}&${REST}`,
  "own with a null": `?organizationUid=${OWN}%00&${REST}`,
  "two in one value": `?organizationUid=${OWN},${OTHER}&${REST}`,
  "a filter": `?organizationUid=${OWN}&${REST}&filter=[]`,
  "a select": `?organizationUid=${OWN}&${REST}&select=organizationUid`,
  "a limit of 1": `?organizationUid=${OWN}&serverType=CloudConnect&limit=1&offset=0`,
  "an offset": `?organizationUid=${OWN}&serverType=CloudConnect&limit=500&offset=500`,
  "an organization type": `?organizationUid=${OWN}&${REST}&organizationType=Company`,
  "another server type": `?organizationUid=${OWN}&serverType=VB365&limit=500&offset=0`,
  "no server type": `?organizationUid=${OWN}&limit=500&offset=0`,
  "semicolons": `?organizationUid=${OWN};${REST}`,
  "another order": `?${REST}&organizationUid=${OWN}`,
  "a fragment": `?organizationUid=${OWN}&${REST}#x`,
};

for (const [name, query] of Object.entries(QUERIES)) {
  test(`a query with ${name}`, async () => {
    const { status, body } = await gateway.as("anna", PATH + query);
    holds(status, body, name);
    if (name === "own in capitals") assert.equal(status, 200);
    if (name === "another company") assert.equal(status, 403);
  });
}

const QUERY = `?organizationUid=${OWN}&${REST}`;
const PATHS = [
  "//api/v3/licensing/usage/organizations",
  "/api//v3/licensing/usage/organizations",
  "/api/v3/%6cicensing/usage/organizations",
  "/api/v3/licensing/usage/organizations/",
  "/api/v3/licensing/usage/organizations/x",
  "/api/v3/licensing/usage/organizations;x",
  "/api/v3;x/licensing/usage/organizations",
  "/api/v3/./licensing/usage/organizations",
  "/api/v3/licensing/x/../usage/organizations",
  "/api/v3/licensing%2fusage/organizations",
  "/api/v3/licensing\\usage\\organizations",
  "/API/v3/licensing/usage/organizations",
  "/api/v3/licensing/usage/organizations%00",
  "/api/v3/licensing/usage/organizations%0a",
  "/api/v3/licensing/usage/organizations%3forganizationUid=x",
  "/api/v3/licensing/usage",
  "/api/v3/licensing/",
  "/v3/CloudConnect/" + OTHER,
  "/console",
  "/licensing/session",
  "/licensing-session/",
];

for (const path of PATHS) {
  test(`the path ${path}`, async () => {
    const requested = scene.console.requests.length;
    const { status, body } = await gateway.as("anna", path + QUERY);
    // All other paths are the portal's.
    const portals = status === 200 && body.includes("<title>Portal");
    if (!portals) holds(status, body, path);
    assert.equal(scene.console.requests.length, requested);
  });
}

const HEAD = () => `Host: portal.example\r\nConnection: close\r\nCookie: ${session("anna")}\r\n`;
const LINES = {
  "the absolute form": () => `GET https://portal.example${usage(OWN)} HTTP/1.1\r\n${HEAD()}\r\n`,
  "another host's absolute form": () =>
    `GET https://evil.example${usage(OWN)} HTTP/1.1\r\n${HEAD()}\r\n`,
  "HTTP/1.0": () => `GET ${usage(OWN)} HTTP/1.0\r\n${HEAD()}\r\n`,
  "HTTP/1.0 without a host": () =>
    `GET ${usage(OWN)} HTTP/1.0\r\nCookie: ${session("anna")}\r\n\r\n`,
  "HTTP/0.9": () => `GET ${usage(OWN)}\r\n`,
  "a method in lower case": () => `get ${usage(OWN)} HTTP/1.1\r\n${HEAD()}\r\n`,
  "a method of its own": () => `SEARCH ${usage(OWN)} HTTP/1.1\r\n${HEAD()}\r\n`,
  "two hosts": () => `GET ${usage(OWN)} HTTP/1.1\r\nHost: evil.example\r\n${HEAD()}\r\n`,
  "a folded header": () => `GET ${usage(OWN)} HTTP/1.1\r\n${HEAD()}X: a\r\n b\r\n\r\n`,
};

for (const [name, request] of Object.entries(LINES)) {
  test(`a request with ${name}`, async () => {
    const answer = await raw(gateway.port, request());
    const [head, body = ""] = answer.split("\r\n\r\n");
    const status = Number(head.match(/^HTTP\/1\.[01] (\d{3})/)?.[1] ?? 400);
    if (!body.startsWith("<") || status !== 200) holds(status, status === 200 ? body : "", name);
    assert.ok(!answer.includes(OTHER), name);
  });
}

for (const method of ["HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"]) {
  test(`the method ${method} is refused`, async () => {
    const requested = scene.console.requests.length;
    const { status, body } = await gateway.as("anna", usage(OWN), { method });
    assert.deepEqual([status, body], [405, method === "TRACE" ? body : ""]);
    assert.equal(scene.console.requests.length, requested);
  });
}

test("a range, a condition and a method in a header change nothing", async () => {
  const whole = await gateway.as("anna", usage(OWN));
  for (const headers of [
    { Range: "bytes=0-10" },
    { "If-Range": whole.headers.date, Range: "bytes=0-10" },
    { "If-None-Match": '"x"' },
    { "If-Modified-Since": new Date(Date.now() + 60_000).toUTCString() },
    { "X-HTTP-Method-Override": "DELETE" },
    { "X-Original-URL": usage(OTHER) },
    { "Accept-Encoding": "gzip, br" },
  ]) {
    const { status, body } = await gateway.as("anna", usage(OWN), { headers });
    assert.deepEqual([status, body], [200, whole.body], JSON.stringify(headers));
  }
});

test("v2's request has no answer at a gateway of v3, and no way around it", async () => {
  const requested = scene.console.requests.length;
  for (const path of [
    "/v2/tenants/2/licensing/cloudConnectUsage",
    "/v2/tenants/02/licensing/cloudConnectUsage",
    "/v2/tenants",
    "/v2/accounts/logout",
  ]) {
    const { status } = await gateway.as("anna", path);
    assert.equal(status, 404, path);
  }
  assert.equal(scene.console.requests.length, requested);
});
