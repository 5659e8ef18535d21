// Who sees which company: the portal says so, for one company at a time, and its word is kept for ten
// seconds at most.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { COMPANIES, uid } from "./support/console.js";
import { session, usage } from "./support/doors.js";
import { pause, startScene } from "./support/scene.js";

const [FIRST, SECOND, THIRD] = COMPANIES;

let scene, gateway;

before(async () => {
  scene = await startScene();
  gateway = scene.gateway;
});
after(() => scene?.stop());

test("own companies, another's, no company at all, no session", async () => {
  for (const [user, company, expected] of [
    ["anna", FIRST, 200],
    ["ben", SECOND, 200],
    ["ben", THIRD, 200],
    ["anna", SECOND, 403],
    ["ben", FIRST, 403],
    ["clara", FIRST, 403],
    ["nobody", FIRST, 401],
  ]) {
    const { status, body } = await gateway.as(user, usage(company));
    assert.equal(status, expected, `${user}: ${company}`);
    assert.equal(body.includes(company), expected === 200, `${user}: ${company}`);
  }
  for (const headers of [{}, { Cookie: "other=1" }, { Cookie: "session=" }]) {
    const checks = scene.portal.checks().length;
    assert.equal((await gateway.ask(usage(FIRST), { headers })).status, 401);
    assert.equal(scene.portal.checks().length, checks, "the portal is not asked");
  }
});

test("what is kept for one user is not given to another", async () => {
  assert.equal((await gateway.as("anna", usage(FIRST))).status, 200);
  assert.equal((await gateway.as("ben", usage(FIRST))).status, 403);
  assert.equal((await gateway.as("nobody", usage(FIRST))).status, 401);
});

test("a session with 2,000 companies works", async () => {
  for (const n of [0, 999, 1999]) {
    const { status, body } = await gateway.as("mona", usage(uid(n)));
    assert.equal(status, 200);
    assert.ok(body.includes(uid(n)));
  }
  assert.equal((await gateway.as("mona", usage(FIRST))).status, 403);
});

test("of two session cookies, the limit, the cache and the portal see the same one", async () => {
  const [anna, ben] = [session("anna"), session("ben")];
  const headers = { Cookie: `${ben}; ${anna}` };
  assert.equal((await gateway.ask(usage(FIRST), { headers })).status, 403);
  assert.equal((await gateway.ask(usage(FIRST), { headers: { Cookie: anna } })).status, 200);
  assert.equal((await gateway.ask(usage(FIRST), { headers: { Cookie: ben } })).status, 403);
});

test("a session that ends is 401 within ten seconds, and the portal is asked once meanwhile", async () => {
  const headers = { Cookie: "session=erin.1" };
  scene.portal.users.erin = [FIRST];
  const ask = async () => (await gateway.ask(usage(FIRST), { headers })).status;
  const checks = scene.portal.checks().length;
  assert.equal(await ask(), 200);
  assert.equal(await ask(), 200);
  assert.equal(scene.portal.checks().length, checks + 1);
  delete scene.portal.users.erin;
  await pause(10_500);
  assert.equal(await ask(), 401);
});

test("a session that may see a company no longer is 403 within ten seconds", async () => {
  const headers = { Cookie: "session=fred.1" };
  scene.portal.users.fred = [FIRST];
  const ask = async () => (await gateway.ask(usage(FIRST), { headers })).status;
  assert.equal(await ask(), 200);
  scene.portal.users.fred = [SECOND];
  await pause(10_500);
  assert.equal(await ask(), 403);
});

test("another site's page gets nothing, whoever visits it", async () => {
  for (const [site, expected] of [
    ["same-origin", 200],
    ["none", 200],
    ["same-site", 403],
    ["cross-site", 403],
  ]) {
    const { status } = await gateway.as("anna", usage(FIRST), {
      headers: { "Sec-Fetch-Site": site },
    });
    assert.equal(status, expected, site);
  }
});

test("no session, and no key of a cache, is in nginx's files or logs", async () => {
  const secret = "session=anna.secret";
  assert.equal((await gateway.ask(usage(FIRST), { headers: { Cookie: secret } })).status, 200);
  const found = await gateway.place.shell(
    `grep -rl anna.secret /run/licensing-sessions /var/lib/nginx/ /var/log/ || true`,
  );
  assert.equal(found, "");
  assert.ok((await gateway.place.shell("ls /run/licensing-sessions")).length, "it has files");
});
