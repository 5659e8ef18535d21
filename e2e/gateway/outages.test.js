// A console that hangs, is gone, or shows another certificate: the portal's pages answer as before,
// and cards get the numbers that are kept, with their age, or a bare error.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";

import { ofAuthority, selfSigned } from "./support/certificates.js";
import { COMPANIES, startUpstream, uid } from "./support/console.js";
import { startGateway, usage } from "./support/doors.js";
import { startPortal } from "./support/portal.js";
import { pause, startScene } from "./support/scene.js";

const SOURCE = "/etc/nginx/licensing-card/source.conf";
const SOON = [SOURCE, "200 5m;", "200 1s;"];
const INNER = "/etc/licensing-card/nginx.conf";
// Hundreds of companies are kept in no time here.
const QUICK = [INNER, "rate=20r/s", "rate=1000r/s"];
const BURST = [INNER, "burst=40", "burst=1000"];

const [FIRST, SECOND] = COMPANIES;

let scene;

before(async () => {
  scene = await startScene({ tweak: [SOON, QUICK, BURST] });
});
after(() => scene?.stop());

const statuses = (answers) => [...new Set(answers.map(({ status }) => status))].sort();

test("a console that hangs: 1,000 cards get kept numbers or an error, and the portal answers", async (t) => {
  const { gateway, console } = scene;
  const hanging = [];
  t.after(() => {
    console.answer = console.usual;
    for (const { socket } of hanging) socket.destroy();
  });
  for (let n = 0; n < 500; n += 10) {
    const ten = Array.from({ length: 10 }, (_, i) => gateway.as("mona", usage(uid(n + i))));
    assert.deepEqual(statuses(await Promise.all(ten)), [200]);
  }
  await pause(2100);
  console.answer = (request) => hanging.push(request);
  const requested = console.requests.length;
  const cards = Array.from({ length: 1000 }, (_, n) => gateway.as("mona", usage(uid(n))));
  const began = Date.now();
  const pages = [];
  // The console hangs for longer than the doors wait, and new cards come all the while.
  while (Date.now() - began < 12_000 || pages.length < 60) {
    pages.push(await gateway.ask("/"), await gateway.as("mona", usage(uid(pages.length))));
    await pause(100);
  }
  const answers = await Promise.all(cards);
  assert.deepEqual(statuses(pages), [200]);
  // At first, this process is busy with 1,000 handshakes of its own.
  for (const { ms } of pages.slice(-20)) assert.ok(ms < 5000, `${ms} ms`);
  const kept = answers.slice(0, 500).filter(({ status }) => status === 200);
  for (const { headers } of kept) assert.ok(Number(headers.age) >= 2, headers.age);
  assert.equal(kept.length, 500);
  assert.deepEqual(statuses(answers.slice(500)).filter((status) => ![502, 503].includes(status)), []);
  for (const { status, headers, body } of answers) {
    if (status !== 200) assert.deepEqual([headers["retry-after"], body], ["10", ""]);
  }
  assert.ok(console.requests.length - requested <= 64, `${console.requests.length - requested} requests`);
});

test("a console that is down and comes back", async () => {
  const { gateway, console, folder } = scene;
  const path = usage(FIRST);
  const good = await gateway.as("anna", path);
  const { port } = console;
  await console.stop();
  await pause(2100);
  const kept = await gateway.as("anna", path);
  assert.deepEqual([kept.status, kept.body], [200, good.body]);
  assert.ok(Number(kept.headers.age) >= 2);
  assert.equal((await gateway.as("ben", usage(SECOND))).status, 502);
  assert.equal((await gateway.ask("/")).status, 200);
  scene.console = await startUpstream(await selfSigned(folder, "console"), port);
  await gateway.place.write("/etc/licensing-card/console.pem", await pem(folder, "console"));
  await gateway.inner.reload();
  assert.equal((await gateway.as("ben", usage(SECOND))).status, 200);
});

test("the certificate changes to the announced next one, and to another one", async () => {
  const { gateway, console, folder } = scene;
  const [next, other] = [await selfSigned(folder, "next"), await selfSigned(folder, "other")];
  const both = (await pem(folder, "console")) + next.cert;
  await gateway.place.write("/etc/licensing-card/console.pem", both);
  await gateway.inner.reload();
  const fresh = async (n) => (await gateway.as("mona", usage(uid(n)))).status;
  assert.equal(await fresh(1001), 200);
  console.show(next);
  assert.equal(await fresh(1002), 200);
  const requested = console.requests.length;
  console.show(other);
  assert.equal(await fresh(1003), 502);
  assert.equal(console.requests.length, requested, "nothing was said to it, and no key");
  const kept = await gateway.as("mona", usage(uid(1002)));
  assert.equal(kept.status, 200);
  assert.match(await gateway.inner.log(), /upstream SSL certificate verify error/);
  console.show(next);
  assert.equal(await fresh(1003), 200);
});

test("a certificate of a CA is held to the CA's root, and to the console's name", async () => {
  const { gateway, console, folder } = scene;
  const company = await ofAuthority(folder);
  await gateway.place.write("/etc/licensing-card/console.pem", company.root);
  await gateway.inner.reload();
  console.show(company);
  assert.equal((await gateway.as("mona", usage(uid(1101)))).status, 200);
  const elsewhere = await ofAuthority(folder, "elsewhere.example");
  await gateway.place.write("/etc/licensing-card/console.pem", elsewhere.root);
  await gateway.inner.reload();
  console.show(elsewhere);
  assert.equal((await gateway.as("mona", usage(uid(1102)))).status, 502);
});

test("the inner door is gone: the portal and the kept numbers stay, also over a restart", async () => {
  const { gateway } = scene;
  await gateway.inner.stop();
  await gateway.outer.stop();
  await gateway.outer.start();
  assert.equal((await gateway.ask("/")).status, 200);
  const kept = await gateway.as("anna", usage(FIRST));
  assert.equal(kept.status, 200);
  assert.ok(Number(kept.headers.age) >= 1);
  assert.equal((await gateway.as("mona", usage(uid(1999)))).status, 502);
  await gateway.inner.start();
});

test("a portal that is gone: a bare 503, and nobody sees a company", async (t) => {
  const portal = await startPortal();
  const pem = await cert();
  const gateway = await startGateway({ portal, address: scene.console.address, pem });
  t.after(() => gateway.stop());
  await portal.stop();
  const { status, body, headers } = await gateway.as("anna", usage(FIRST));
  assert.deepEqual([status, body, headers["retry-after"]], [503, "", "10"]);
});

test("the console's name does not resolve at boot: the portal starts, and systemd tries again", async (t) => {
  const portal = await startPortal();
  t.after(() => portal.stop());
  const tweak = [[INNER, "server 127.0.0.1:1;", "server console.invalid:1280;"]];
  const gateway = await startGateway({ portal, address: "127.0.0.1:1", pem: await cert(), tweak, inner: false });
  t.after(() => gateway.stop());
  assert.equal((await gateway.ask("/")).status, 200);
  assert.equal((await gateway.as("anna", usage(FIRST))).status, 502);
  await assert.rejects(gateway.inner.start(), /host not found in upstream/);
  const unit = await gateway.place.read("/etc/systemd/system/licensing-card-inner.service");
  assert.match(unit, /^Restart=always$/m);
  assert.match(unit, /^StartLimitIntervalSec=0$/m);
  // The name is known now.
  await gateway.place.replace(INNER, "console.invalid:1280", scene.console.address);
  await gateway.inner.start();
  assert.notEqual((await gateway.as("anna", usage(FIRST))).status, 404);
});

const pem = (folder, name) => readFile(`${folder}/${name}.pem`, "utf8");
const cert = () => pem(scene.folder, "console");
