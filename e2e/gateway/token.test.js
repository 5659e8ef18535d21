// v2: the service that keeps a token, as its systemd unit starts it, with the development console.

import assert from "node:assert/strict";
import { readFile, stat, utimes } from "node:fs/promises";
import { after, afterEach, test } from "node:test";

import { startConsole } from "../support/console.js";
import { blocks } from "../support/documents.js";
import { startGateway } from "./support/doors.js";
import { startPortal } from "./support/portal.js";
import { pause } from "./support/scene.js";
import { startService } from "./support/service.js";

const UNIT = "licensing-card-token.service";
const USAGE = "/v2/tenants/2/licensing/cloudConnectUsage";
const ANY_PASSWORD = `a&b+c%d "é'`;

const open = [];
const keep = (thing) => {
  open.push(thing);
  return thing;
};
const closeAll = async () => {
  for (const thing of open.splice(0).reverse()) await thing.stop();
};
afterEach(closeAll);
after(closeAll);

/** The development console, portal and gateway, and the service signed in with an account. */
async function signedIn({ password = "console", account = `admin\n${password}\n`, flags = [] } = {}) {
  const console = keep(await startConsole("--password", password, ...flags));
  const portal = keep(await startPortal());
  const address = new URL(console.https).host;
  // The development console makes its certificate for localhost.
  const gateway = keep(await startGateway({ portal, address, api: "v2", name: "localhost" }));
  const { place } = gateway;
  const shown = await blocks("docs/deployment.md", "Version 2 of the API");
  await place.follow(shown, (code) => code.startsWith("IFS"), {}, account);
  const start = async () => keep(await startService(place, UNIT));
  const token = () => place.read("/run/licensing-card-token/token");
  return { console, portal, gateway, place, start, token, service: await start() };
}

/** Waits until a check passes, or fails as it does. */
async function until(check, ms = 5000) {
  const end = Date.now() + ms;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await pause(50);
    }
  }
}

const works = async ({ gateway }, user = "anna") => {
  const { status, body } = await gateway.as(user, USAGE);
  assert.equal(status, 200);
  assert.match(body, /CC_Server_Backup/);
};

test("it signs in with any password, and the doors use the token", async () => {
  const scene = await signedIn({ password: ANY_PASSWORD });
  await until(() => works(scene));
  const { headers, path, query } = (await scene.console.requests("2")).at(-1);
  assert.equal(headers.authorization, `Bearer ${await scene.token()}`);
  assert.deepEqual(Object.keys(headers).sort(), ["accept", "authorization", "host"]);
  assert.deepEqual([path, query], [USAGE, null]);
  for (const [user, path, expected] of [
    ["ben", USAGE, 403],
    ["nobody", USAGE, 401],
    ["anna", USAGE.replace("/2/", "/02/"), 404],
    ["anna", USAGE.replace("/2/", "/%32/"), 404],
    ["anna", `${USAGE}?select=all`, 404],
    ["anna", `${USAGE}/byVCCTenantUid`, 404],
    ["dora", "/v2/tenants/26B563B1-E794-4E14-A145-4C40C439F34A/licensing/cloudConnectUsage/byVCCTenantUid", 200],
    ["anna", "/v2/tenants/26b563b1-e794-4e14-a145-4c40c439f34a/licensing/cloudConnectUsage/byVCCTenantUid", 403],
  ]) {
    assert.equal((await scene.gateway.as(user, path)).status, expected, `${user}: ${path}`);
  }
});

test("password and token are in no list of processes, log or file that others read", async () => {
  const scene = await signedIn({ password: ANY_PASSWORD });
  await until(() => works(scene));
  const [token, { pid, log }] = [await scene.token(), scene.service];
  const shown = await readFile(`/proc/${pid}/cmdline`, "utf8");
  const environment = await readFile(`/proc/${pid}/environ`, "utf8");
  const logs = (await scene.gateway.logs()) + log + (await scene.gateway.inner.log());
  for (const secret of [ANY_PASSWORD, token]) {
    for (const text of [shown, environment, logs]) assert.ok(!text.includes(secret));
  }
  const { mode } = await stat(scene.place.path("/run/licensing-card-token/token"));
  assert.equal(mode & 0o777, 0o640);
});

test("a token that is ended early is replaced within 30 seconds", async () => {
  const scene = await signedIn();
  await until(() => works(scene));
  const old = await scene.token();
  await pause(1000);
  await scene.console.expireTokens();
  const ended = Date.now();
  await until(async () => assert.notEqual(await scene.token(), old), 35_000);
  assert.ok(Date.now() - ended < 30_000, `${Date.now() - ended} ms`);
  await works(scene, "anna");
});

test("a token of 45 minutes is renewed, and the old session is signed out", async () => {
  const scene = await signedIn();
  await until(() => works(scene));
  const old = await scene.token();
  await scene.service.stop();
  const before = new Date(Date.now() - 46 * 60_000);
  await utimes(scene.place.path("/run/licensing-card-token/token"), before, before);
  await scene.start();
  await until(async () => assert.notEqual(await scene.token(), old));
  const api = (token) =>
    fetch(scene.console.http + USAGE, { headers: { Authorization: `Bearer ${token}` } });
  assert.equal((await api(old)).status, 200, "requests under way still use it");
  await until(async () => assert.equal((await api(old)).status, 401), 30_000);
  assert.equal((await api(await scene.token())).status, 200);
});

test("a restart takes over the session", async () => {
  const scene = await signedIn();
  await until(() => works(scene));
  const old = await scene.token();
  await scene.service.stop();
  const again = await scene.start();
  await pause(1500);
  assert.equal(await scene.token(), old);
  assert.doesNotMatch(again.log, /signed in/);
});

test("a wrong password is said, without trying on and on; the console's outage is survived", async () => {
  const scene = await signedIn({ account: "admin\nwrong\n" });
  await until(() => assert.match(scene.service.log, /Refused: .* status 40/));
  assert.equal((await scene.gateway.as("anna", USAGE)).status, 502);
  const attempts = (await (await fetch(`${scene.console.http}/console/requests`)).json()).filter(
    ({ path }) => path === "/token",
  );
  assert.equal(attempts.length, 1);
  await scene.console.stop();
  await pause(20_500);
  assert.equal(scene.service.log.match(/Refused/g).length, 1, "not before a minute is over");
});
