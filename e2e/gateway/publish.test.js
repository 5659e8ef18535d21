// Poll and publish: one round reads all organizations and writes a file for each; the outer door
// serves them behind the portal's check, with their age, whatever has become of the console.

import assert from "node:assert/strict";
import { readdir, readFile, stat, utimes } from "node:fs/promises";
import { after, before, beforeEach, test } from "node:test";

import { blocks } from "../support/documents.js";
import { COMPANIES, KEY, numbers, page, uid } from "./support/console.js";
import { usage } from "./support/doors.js";
import { startScene } from "./support/scene.js";
import { startService } from "./support/service.js";

const UNIT = "licensing-card-publish.service";
const FOLDER = "/var/lib/licensing-usage/v3/CloudConnect";
const MANY = 10_000;

let scene, gateway, console, folder, companies;

before(async () => {
  scene = await startScene({ inner: false });
  ({ gateway, console } = scene);
  const shown = await blocks("docs/deployment.md", "From two thousand companies on");
  await gateway.place.follow(shown, () => true);
  await gateway.place.settle();
  await gateway.outer.reload();
  folder = gateway.place.path(FOLDER);
});
after(() => scene?.stop());
beforeEach(() => {
  companies = Array.from({ length: MANY }, (_, n) => numbers(uid(n), n % 50));
  console.answer = paged;
  console.requests.length = 0;
});

/** Pages of the organizations, as v3 has them. */
function paged(request, response) {
  const { searchParams } = new URL(request.url, "https://console.example");
  const [offset, limit] = [searchParams.get("offset"), searchParams.get("limit")].map(Number);
  response.end(page(companies.slice(offset, offset + limit), companies.length, offset));
}

/** Runs one round; gives the exit code and its output. */
async function round() {
  const service = await startService(gateway.place, UNIT);
  return { code: await service.ended, log: service.log };
}

test("before the first round there is a bare 503", async () => {
  const { status, body } = await gateway.as("mona", usage(uid(1)));
  assert.deepEqual([status, body], [503, ""]);
});

test("10,000 companies are 20 requests and a file for each", async () => {
  const { code, log } = await round();
  assert.equal(code, 0, log);
  assert.match(log, /^CloudConnect: 10000 companies in [\d.]+ s$/m);
  assert.equal(console.requests.length, 20);
  for (const { method, url, headers } of console.requests) {
    assert.equal(method, "GET");
    assert.match(url, /^\/api\/v3\/licensing\/usage\/organizations\?serverType=CloudConnect&limit=500&offset=\d+$/);
    assert.equal(headers.authorization, `Bearer ${KEY}`);
  }
  assert.equal((await readdir(folder)).length, MANY + 1);
  assert.ok(!log.includes(KEY));
});

test("the outer door serves them behind the portal's check, with their age", async () => {
  const { status, body, headers } = await gateway.as("mona", usage(uid(1999)));
  assert.equal(status, 200);
  assert.deepEqual(JSON.parse(body), JSON.parse(page([numbers(uid(1999), 1999 % 50)])));
  assert.equal(headers["content-type"], "application/json");
  assert.equal(headers["cache-control"], "no-store");
  assert.ok(Number(headers.age) < 60, `${headers.age}`);
  for (const [user, company, expected] of [
    ["anna", uid(1999), 403],
    ["nobody", uid(1999), 401],
    ["mona", COMPANIES[0], 403],
    ["mona", uid(1999).toUpperCase(), 200],
  ]) {
    assert.equal((await gateway.as(user, usage(company))).status, expected, user);
  }
  for (const path of ["/v3/CloudConnect/nothing.json", usage("nothing"), `${usage(uid(1))}.json`]) {
    const { body } = await gateway.as("mona", path);
    assert.ok(!body.includes("organizationUid"), path);
  }
  const before = new Date(Date.now() - 3_600_000);
  await utimes(`${folder}/${uid(5)}.json`, before, before);
  const old = await gateway.as("mona", usage(uid(5)));
  assert.ok(Math.abs(Number(old.headers.age) - 3600) < 5, old.headers.age);
});

test("a company that the console does not name has no usage; one that is gone loses its file", async () => {
  const none = await gateway.as("anna", usage(COMPANIES[0]));
  assert.deepEqual([none.status, JSON.parse(none.body).data], [200, []]);
  companies = companies.slice(0, 1500);
  assert.equal((await round()).code, 0);
  assert.equal((await readdir(folder)).length, 1501);
  assert.deepEqual(JSON.parse((await gateway.as("mona", usage(uid(1600)))).body).data, []);
});

test("a company with two licence holders has both in its file", async () => {
  const second = { ...numbers(uid(0), 4), providerUid: COMPANIES[3] };
  companies = [...companies.slice(0, 500), second];
  assert.equal((await round()).code, 0);
  const { data, meta } = JSON.parse(await readFile(`${folder}/${uid(0)}.json`, "utf8"));
  assert.deepEqual([data.length, meta.pagingInfo.total], [2, 2]);
});

const twice = (body) => (_, response) => response.end(body);
const BROKEN = {
  "a page fails": (request, response) =>
    request.url.endsWith("offset=0") ? paged(request, response) : response.writeHead(500).end(KEY),
  "the number of organizations changes": (request, response) => {
    if (!request.url.endsWith("offset=0")) companies = companies.slice(1);
    paged(request, response);
  },
  "a page is empty": (request, response) =>
    request.url.endsWith("offset=0") ? paged(request, response) : response.end(page([], MANY, 500)),
  "a page comes twice": (request, response) =>
    response.end(page(companies.slice(0, 500), 1000, Number(request.url.match(/\d+$/)[0]))),
  "the key is refused": (_, response) => response.writeHead(401).end(KEY),
  "the answer is no JSON": twice("<html>"),
  "the answer is v2's": twice("[]"),
  "the answer has no pages": twice('{"data":[]}'),
  "an organization has no UID": twice(page([{ servers: [] }])),
  "an organization's UID is a path": twice(page([numbers("../../etc/passwd", 1)])),
  "the connection ends": (request) => request.socket.destroy(),
};

for (const [name, answer] of Object.entries(BROKEN)) {
  test(`${name}: nothing is published, and the numbers from before stay`, async () => {
    companies = companies.slice(0, 1000);
    assert.equal((await round()).code, 0);
    const before = await readFile(`${folder}/${uid(7)}.json`, "utf8");
    const { mtimeMs } = await stat(`${folder}/${uid(7)}.json`);
    companies = companies.map(({ organizationUid }) => numbers(organizationUid, 49));
    console.answer = answer;
    const { code, log } = await round();
    assert.equal(code, 1, log);
    assert.match(log, /stays$/m);
    assert.doesNotMatch(log, /Traceback/);
    assert.ok(!log.includes(KEY));
    assert.equal(await readFile(`${folder}/${uid(7)}.json`, "utf8"), before);
    assert.equal((await stat(`${folder}/${uid(7)}.json`)).mtimeMs, mtimeMs);
  });
}

test("a console that asks for patience gets it", async () => {
  companies = companies.slice(0, 10);
  const statuses = [429, 503];
  console.answer = (request, response) => {
    const status = statuses.shift();
    if (status) response.writeHead(status).end('{"errors":[{"retryAfter":1}]}');
    else paged(request, response);
  };
  const began = Date.now();
  assert.equal((await round()).code, 0);
  assert.equal(console.requests.length, 3);
  assert.ok(Date.now() - began >= 2000);
});

test("what readers get is whole while a round writes", async () => {
  companies = companies.slice(0, 2000);
  await round();
  let done = false;
  const writing = round().then(() => (done = true));
  let reads = 0;
  while (!done) {
    const { status, body } = await gateway.as("mona", usage(uid(reads % 2000)));
    assert.equal(status, 200);
    JSON.parse(body);
    reads += 1;
  }
  await writing;
  assert.ok(reads > 5, `${reads}`);
});

test("the console is gone, and nobody notices but by the age", async () => {
  await console.stop();
  assert.equal((await round()).code, 1);
  assert.equal((await gateway.as("mona", usage(uid(3)))).status, 200);
});
