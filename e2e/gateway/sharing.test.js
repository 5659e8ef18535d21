// One answer serves all users of a company, one user cannot use up the others' share, and a response
// says how old it is.

import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";

import { COMPANIES } from "./support/console.js";
import { session, usage } from "./support/doors.js";
import { pause, startScene } from "./support/scene.js";

const [FIRST, SECOND, THIRD, FOURTH] = COMPANIES;
// Numbers are fresh for six seconds here, and not for five minutes.
const SOON = ["/etc/nginx/licensing-card/source.conf", "200 5m;", "200 6s;"];

let scene, gateway, console;

before(async () => {
  scene = await startScene({ tweak: [SOON] });
  ({ gateway, console } = scene);
});
after(() => scene?.stop());
beforeEach(() => {
  console.answer = console.usual;
  console.requests.length = 0;
});

/** Counts how often each status came. */
const tally = (answers) =>
  answers.reduce((counts, { status }) => ({ ...counts, [status]: (counts[status] ?? 0) + 1 }), {});

const times = (count, ask) => Promise.all(Array.from({ length: count }, ask));

test("200 users of one company at once are one request at the console", async () => {
  console.answer = async (request, response) => {
    await pause(300);
    console.usual(request, response);
  };
  const answers = await times(200, () => gateway.as("anna", usage(FIRST)));
  assert.deepEqual(tally(answers), { 200: 200 });
  assert.equal(console.requests.length, 1);
});

test("a company in capitals and in small letters is one answer", async () => {
  await gateway.as("ben", usage(SECOND));
  await gateway.as("ben", usage(SECOND.toUpperCase()));
  assert.equal(console.requests.length, 1);
});

test("one user's 500 requests are limited, and other users get their answers as before", async () => {
  const cookie = session("ben");
  // A cookie more makes no other session of it.
  const greedy = times(500, (_, n) =>
    gateway.ask(usage(THIRD), { headers: { Cookie: `n=${n}; ${cookie}` } }),
  );
  const others = [];
  for (let n = 0; n < 10; n++) others.push(await gateway.as("dora", usage(FOURTH)));
  const counts = tally(await greedy);
  assert.ok(counts[200] >= 11 && counts[200] <= 20, JSON.stringify(counts));
  assert.equal(counts[200] + counts[429], 500);
  assert.deepEqual(tally(others), { 200: 10 });
  const [limited] = (await greedy).filter(({ status }) => status === 429);
  assert.equal(limited.headers["retry-after"], "10");
  assert.equal(limited.body, "");
  assert.ok(console.requests.length <= 12, `${console.requests.length}`);
});

test("a kept answer says how old it is, and a new one comes in the background", async () => {
  const ask = () => gateway.as("ben", usage(SECOND));
  await pause(7000);
  await ask();
  await pause(500);
  const began = Date.now();
  assert.ok(Number((await ask()).headers.age) <= 2);
  await pause(7200);
  console.answer = async (request, response) => {
    await pause(1000);
    console.usual(request, response);
  };
  const old = await ask();
  assert.ok(old.ms < 900, `at once, not after ${old.ms} ms`);
  const age = Number(old.headers.age);
  const passed = (Date.now() - began) / 1000;
  assert.ok(age >= 7 && age <= passed + 3, `${age} of ${passed}`);
  await pause(1500);
  assert.ok(Number((await ask()).headers.age) <= 3);
});

test("the logs say company, status, cache and age, and no cookie, token or query", async () => {
  await gateway.as("anna", `${usage(FIRST)}&token=in-a-query`, {
    headers: { Authorization: "Bearer in-a-header" },
  });
  await gateway.as("anna", usage(FIRST));
  // nginx writes a line after its response has gone out.
  await pause(300);
  const lines = (await gateway.logs()).trim().split("\n");
  const { company, kind, status, cache, age, ...rest } = JSON.parse(lines.at(-1));
  assert.deepEqual([company, kind, status], [FIRST, "v3/CloudConnect", 200]);
  assert.match(cache, /^(HIT|MISS|STALE|UPDATING|EXPIRED)$/);
  assert.ok(Number(age) >= 0);
  assert.deepEqual(Object.keys(rest), ["time", "upstream_status", "upstream_seconds", "seconds", "bytes"]);
  for (const line of lines) JSON.parse(line);
  const all = lines.join() + (await gateway.outer.log()) + (await gateway.inner.log());
  const secret = /session=|in-a-|Bearer|key-that-only/.exec(all);
  assert.equal(secret?.[0], undefined);
});
