// The check names the gateway's problems, in words and as numbers for Prometheus.

import assert from "node:assert/strict";
import { mkdir, readFile, utimes } from "node:fs/promises";
import { after, before, beforeEach, test } from "node:test";

import { blocks } from "../support/documents.js";
import { ROOT } from "../support/environment.js";
import { selfSigned } from "./support/certificates.js";
import { startScene } from "./support/scene.js";
import { startService } from "./support/service.js";

const LOG = "/var/log/nginx/licensing-card.log";
const METRICS = "/var/lib/prometheus/node-exporter/licensing-card.prom";

let scene, place;

before(async () => {
  scene = await startScene();
  ({ place } = scene.gateway);
  await mkdir(place.path("/var/lib/prometheus/node-exporter"), { recursive: true });
});
after(() => scene?.stop());
beforeEach(() => place.write(LOG, ""));

/** The check by hand, as the document has it. */
async function check() {
  const shown = await blocks("docs/deployment.md", "Watching it");
  const { code, text } = await place
    .follow(shown, (code) => code.includes("check.py"))
    .then((text) => ({ code: 0, text }))
    .catch(({ code, stdout }) => ({ code, text: stdout }));
  return [code, text.trim()];
}

/** The check as its unit starts it. */
async function metrics() {
  const service = await startService(place, "licensing-card-check.service");
  assert.equal(await service.ended, 0, service.log);
  const lines = (await place.read(METRICS)).trim().split("\n");
  return Object.fromEntries(lines.map((line) => line.split(/ (?=[^ ]+$)/)));
}

const line = (status, age = 0, secondsAgo = 0) => {
  const time = new Date(Date.now() - secondsAgo * 1000).toISOString().slice(0, 19);
  return `${JSON.stringify({ time: `${time}+00:00`, status, age: String(age) })}\n`;
};

test("all is well", async () => {
  await place.write(LOG, line(200, 12).repeat(100));
  assert.deepEqual(await check(), [0, "the gateway is well"]);
  const found = await metrics();
  assert.equal(found['licensing_card_answers{status="2xx"}'], "100");
  assert.equal(found.licensing_card_oldest_answer_seconds, "12");
  assert.equal(found.licensing_card_console_up, "1");
  assert.ok(Math.abs(Number(found.licensing_card_certificate_days) - 90) < 1);
});

test("errors, old numbers, and lines that are older than the time or no lines at all", async () => {
  await place.write(LOG, line(502, 0, 3600).repeat(50) + "{\n" + line(200).repeat(100));
  assert.deepEqual(await check(), [0, "the gateway is well"]);
  await place.write(LOG, line(200, 7200) + line(200).repeat(99) + line(502).repeat(20));
  const [code, text] = await check();
  assert.equal(code, 2);
  assert.match(text, /^now: 20 answers .* are errors, beside 100 good ones$/m);
  assert.match(text, /^soon: cards show numbers that are older than half an hour/m);
});

test("a token that is not accepted, a round that is late", async (t) => {
  const [checked, kind] = ["/run/licensing-card-token/checked", "/var/lib/licensing-usage/v3/VSPC"];
  for (const folder of [checked.replace("/checked", ""), kind]) {
    await mkdir(place.path(folder), { recursive: true });
  }
  t.after(() => place.shell("rm -r /run/licensing-card-token/ /var/lib/licensing-usage/"));
  const never = await check();
  assert.equal(never[0], 2);
  assert.match(never[1], /^now: the console has not accepted the token/m);
  assert.match(never[1], /^now: no round of publishing/m);
  for (const path of [checked, `${kind}/nothing.json`]) await place.write(path, "");
  assert.equal((await check())[0], 0);
  const before = new Date(Date.now() - 200_000);
  await utimes(place.path(checked), before, before);
  assert.match((await check())[1], /^now: the console has not accepted the token/);
});

test("a console that is down; its certificate another one, or in its last month", async (t) => {
  const { console, folder } = scene;
  const trusted = "/etc/licensing-card/console.pem";
  const kept = await place.read(trusted);
  t.after(() => place.write(trusted, kept));
  const late = await selfSigned(folder, "late", "console.example", 20);
  console.show(late);
  assert.deepEqual(await check(), [2, "now: the console's certificate is not the one that the gateway trusts"]);
  await place.write(trusted, late.cert);
  assert.match((await check()).join(), /^1,soon: the console's certificate ends in (19|20) days$/);
  await console.stop();
  assert.deepEqual(await check(), [2, "now: the console does not answer"]);
});

test("every number that an alert is about is one that the check or nginx's exporter has", async () => {
  const rules = await readFile(`${ROOT}examples/nginx/programs/alerts.yml`, "utf8");
  const program = await readFile(`${ROOT}examples/nginx/programs/check.py`, "utf8");
  const names = new Set(rules.match(/\b(licensing_card|nginx)_\w+/g));
  assert.ok(names.size > 6);
  for (const name of names) assert.ok(name === "nginx_up" || program.includes(name), name);
});
