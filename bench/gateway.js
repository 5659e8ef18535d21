// The gateway under load and with a failing console: real nginx, the mock console with
// 10,000 companies, and a portal that lets every session see every company, all on this machine.
// About eight minutes; `users`, `many` or `failures` as argument is that part alone. Prints a table.

import { once } from "node:events";
import { connect } from "node:http2";
import { connect as secure } from "node:tls";

import { KEY, startConsole } from "../e2e/support/console.js";
import { blocks } from "../e2e/support/documents.js";
import { startGateway, usage } from "../e2e/gateway/support/doors.js";
import { startPortal } from "../e2e/gateway/support/portal.js";
import { startService } from "../e2e/gateway/support/service.js";
import { startWire } from "./wire.js";

const COMPANIES = 10_000;
const SOURCE = "/etc/nginx/licensing-card/source.conf";

const pause = (ms) => new Promise((resume) => setTimeout(resume, ms));
// Connections as browsers have them: HTTP/2, kept, and many.
const CONNECTIONS = 64;
const connections = new Map();
const rows = [];

let sessions = 0;

/** One of the connections to a gateway, opened anew if nginx has closed it. */
function connection({ port }, n) {
  const key = `${port} ${n % CONNECTIONS}`;
  const open = connections.get(key);
  if (open && !open.closed && !open.destroyed) return open;
  const servername = "portal.example";
  const opened = connect(`https://127.0.0.1:${port}`, { servername, rejectUnauthorized: false });
  opened.on("error", () => {});
  opened.on("goaway", () => connections.delete(key));
  opened.setMaxListeners(0);
  connections.set(key, opened);
  return opened;
}

/** One card's request, in a session of its own unless `session` says which. */
function card(gateway, path, session) {
  const began = performance.now();
  const number = ++sessions;
  return new Promise((resolve, reject) => {
    const cookie = `session=${session ?? `all.${number}`}`;
    const stream = connection(gateway, number).request({
      ":path": path,
      ":authority": "portal.example",
      cookie,
    });
    let answer;
    stream.on("response", (headers) => (answer = headers));
    stream.on("error", reject);
    stream.on("end", () => {
      if (!answer) return reject(new Error("no answer"));
      const age = answer.age === undefined ? null : Number(answer.age);
      resolve({ status: answer[":status"], age, ms: performance.now() - began });
    });
    stream.resume();
    stream.end();
  });
}

/** Writes down how it went. */
function note(name, answers, requested) {
  const sorted = answers.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (share) => Math.round(sorted[Math.floor((sorted.length - 1) * share)]);
  const counts = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  const logged = Object.entries(counts).map(([status, count]) => `${count} × ${status}`);
  const oldest = Math.max(...answers.map(({ age }) => age ?? 0));
  const row = [name, logged.join(", "), requested, `${at(0.5)} / ${at(0.95)} / ${at(0.99)}`, oldest];
  rows.push(row);
  console.log(row.join(" | "));
}

/** The UIDs of the console's companies. */
async function companies(stand) {
  const found = [];
  for (let offset = 0; offset < COMPANIES; offset += 500) {
    const path = `/api/v3/licensing/usage/organizations?limit=500&offset=${offset}`;
    const headers = { Authorization: `Bearer ${KEY}` };
    const { data } = await (await fetch(stand.http + path, { headers })).json();
    found.push(...data.map(({ organizationUid }) => organizationUid));
  }
  return found.slice(0, COMPANIES);
}

const forget = (stand) => fetch(`${stand.http}/console/requests`, { method: "DELETE" });
const requested = async (stand) =>
  (await (await fetch(`${stand.http}/console/requests`)).json()).length;

/** Cards of many companies at an even pace: each one's request every 60 seconds. */
async function paced(gateway, uids, seconds) {
  const count = Math.round((uids.length / 60) * seconds);
  const sent = [];
  const began = performance.now();
  for (let n = 0; n < count; n++) {
    const due = (n * 60_000) / uids.length - (performance.now() - began);
    if (due > 1) await pause(due);
    sent.push(card(gateway, usage(uids[n % uids.length])));
  }
  return Promise.all(sent);
}

async function start(tweak = []) {
  const stand = await startConsole("--companies", String(COMPANIES));
  const portal = await startPortal();
  portal.users.all = { includes: () => true };
  const wire = await startWire(new URL(stand.v3).port);
  const { address } = wire;
  const gateway = await startGateway({ portal, address, name: "localhost", key: KEY, tweak });
  return {
    ...{ stand, portal, gateway, wire, uids: await companies(stand) },
    stop: () => Promise.all([gateway.stop(), portal.stop(), wire.cut(), stand.stop()]),
  };
}

async function users() {
  const scene = await start();
  const { gateway, stand, uids } = scene;
  await forget(stand);
  const together = Array.from({ length: 200 }, () => card(gateway, usage(uids[0])));
  note("200 users of one company at once", await Promise.all(together), await requested(stand));

  await forget(stand);
  const greedy = Array.from({ length: 500 }, () => card(gateway, usage(uids[1]), "all.greedy"));
  const others = [];
  for (let n = 0; n < 20; n++) others.push(await card(gateway, usage(uids[0])));
  note("one user's 500 requests", await Promise.all(greedy), await requested(stand));
  note("… other users meanwhile", others, 0);

  const kept = [];
  for (let n = 0; n < 100; n++) {
    const some = Array.from({ length: 20 }, () => card(gateway, usage(uids[0])));
    kept.push(...(await Promise.all(some)));
  }
  note("2,000 kept answers, 20 at a time", kept, 0);
  await scene.stop();
}

async function many() {
  const scene = await start();
  const { gateway, stand, uids } = scene;
  await forget(stand);
  const some = await paced(gateway, uids.slice(0, 600), 60);
  note("600 companies, a card each 60 s, from the console, for 60 s", some, await requested(stand));
  await forget(stand);
  const all = await paced(gateway, uids, 30);
  note("10,000 companies, the same, nothing kept yet, for 30 s", all, await requested(stand));

  const shown = await blocks("docs/deployment.md", "From two thousand companies on");
  await gateway.place.follow(shown, () => true);
  await gateway.place.settle();
  await gateway.outer.reload();
  await forget(stand);
  const round = await startService(gateway.place, "licensing-card-publish.service");
  if (await round.ended) throw new Error(round.log);
  console.log(round.log.trim());
  const published = await paced(gateway, uids, 60);
  note("10,000 companies, the same, published, for 60 s", published, await requested(stand));
  await scene.stop();
}

/** The certificate that a server shows, as PEM. */
async function certificate(port) {
  const socket = secure({ host: "127.0.0.1", port, servername: "localhost", rejectUnauthorized: false });
  await once(socket, "secureConnect");
  const pem = socket.getPeerX509Certificate().toString();
  socket.destroy();
  return pem;
}

/** 100 companies' cards every 10 seconds while the console fails. Numbers are fresh for 10 s here. */
async function failures() {
  const scene = await start([[SOURCE, "200 5m;", "200 10s;"]]);
  const { gateway, stand, wire, uids } = scene;
  const hundred = uids.slice(0, 100);
  const round = async (seconds) => {
    const answers = [];
    for (let n = 0; n < seconds * 10; n++) {
      answers.push(card(gateway, usage(hundred[n % 100])));
      await pause(100);
    }
    return Promise.all(answers);
  };
  await round(12);
  for (const [name, fault] of Object.entries({
    "the console hangs, 20 s": { connection: "hang" },
    "the console answers 500, 20 s": { status: 500 },
    "the console answers 429, 20 s": { status: 429, headers: { "Retry-After": "20" } },
    "the console takes 5 s, 20 s": { delayMs: 5000 },
    "the console resets connections, 20 s": { connection: "reset" },
  })) {
    await stand.fault("every", fault);
    await forget(stand);
    const answers = await round(20);
    note(name, answers, await requested(stand));
    await stand.mend("every");
    await round(12);
  }
  const restart = async () => {
    await pause(2000);
    await wire.cut();
    await pause(5000);
    await wire.mend();
  };
  await forget(stand);
  const [answers] = await Promise.all([round(20), restart()]);
  note("the console restarts: gone for 5 s of 20", answers, await requested(stand));

  const next = await startConsole("--companies", String(COMPANIES));
  await wire.lead(new URL(next.v3).port);
  note("the console shows another certificate, 20 s", await round(20), await requested(next));
  await gateway.place.write("/etc/licensing-card/console.pem", await certificate(new URL(next.v3).port));
  await gateway.inner.reload();
  note("… which the inner door trusts now, 20 s", await round(20), await requested(next));

  await wire.cut();
  note("the console is gone, 60 s", await round(60), 0);
  await next.stop();
  await scene.stop();
}

const PARTS = { users, many, failures };
const chosen = process.argv.slice(2);
for (const [name, part] of Object.entries(PARTS)) {
  if (!chosen.length || chosen.includes(name)) await part();
}
console.log("\n| load | answers | at the console | ms: half, 95 %, 99 % | oldest, s |");
console.log("|---|---|---|---|---|");
for (const row of rows) console.log(`| ${row.join(" | ")} |`);
process.exit(0);
