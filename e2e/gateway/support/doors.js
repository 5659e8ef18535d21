// Both doors, installed by the document's commands, each a process of its own.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { connect, createServer } from "node:net";

import { blocks } from "../../support/documents.js";
import { NGINX } from "../../support/environment.js";
import { ask } from "./client.js";
import { KEY } from "./console.js";
import { selfSigned } from "./certificates.js";
import { makePlace, NOBODY } from "./place.js";

const SITE = "/etc/nginx/sites-enabled/portal.conf";
// The portal is in the test's own process, which may be busy with hundreds of clients.
const PATIENCE = [
  [SITE, "proxy_connect_timeout 2s;", "proxy_connect_timeout 20s;"],
  [SITE, "proxy_read_timeout 5s;", "proxy_read_timeout 20s;"],
];

/**
 * Installs the gateway between a portal and a console's address, and starts it. `tweak` has texts of
 * installed files to exchange, mostly to make times short: `[path, from, to]`; `inner: false` leaves
 * the inner door to the test.
 */
export async function startGateway(options) {
  const { portal, address, name, pem, api = "v3", key = KEY, tweak = [] } = options;
  const host = options.host ?? "portal.example";
  const place = await makePlace();
  const port = options.port ?? (await freePort());
  await selfSigned(place.path("/etc/nginx/"), "portal", host);
  await place.write("/etc/nginx/nginx.conf", AROUND);
  const values = { portal: host, application: portal.address, address };
  if (name) values.console = name;
  // The certificate is the one that the console shows, or the one that a test says.
  const parts = (code) => /^portal=|^mkdir -p .etc/.test(code) || (pem === undefined && /s_client/.test(code));
  await place.follow(await blocks("docs/deployment.md", "Setting it up"), parts, values);
  if (pem !== undefined) await place.write("/etc/licensing-card/console.pem", pem);
  if (api === "v2") {
    const shown = await blocks("docs/deployment.md", "Version 2 of the API");
    await place.follow(shown, (code) => code.startsWith("cp"));
  }
  await place.write("/etc/licensing-card/api-key", `${key}\n`, 0o600);
  // Ports below 1024 are root's, and several gateways run at once.
  await place.replace(SITE, "listen 443 ssl", `listen 127.0.0.1:${port} ssl`);
  for (const [path, from, to] of [...PATIENCE, ...tweak]) await place.replace(path, from, to);
  await place.settle();

  const outer = door(place, "nginx", () => listens({ port, host: "127.0.0.1" }));
  const socket = { path: place.path("/run/licensing-card/inner.sock") };
  const inner = door(place, "licensing-card", () => listens(socket));
  const gateway = {
    port,
    place,
    origin: `https://${host}:${port}`,
    outer,
    inner,
    ask: (path, options) => ask(port, path, options),
    /** Asks as a user, in a session of its own, so that no limit of an earlier one counts. */
    as: (user, path, { headers, ...more } = {}) =>
      ask(port, path, { headers: { Cookie: session(user), ...headers }, ...more }),
    logs: () => place.read("/var/log/nginx/licensing-card.log"),
    async stop() {
      await Promise.all([outer.stop(), inner.stop()]);
      await place.remove();
    },
  };
  try {
    await place.own();
    await outer.start();
    if (options.inner !== false) await inner.start();
  } catch (error) {
    await gateway.stop();
    throw error;
  }
  return gateway;
}

let sessions = 0;

/** The cookie of a new session of a user. */
export const session = (user) => `session=${user}.${++sessions}`;

/** The card's request. */
export const usage = (uid, type = "CloudConnect") =>
  `/api/v3/licensing/usage/organizations?organizationUid=${uid}&serverType=${type}&limit=500&offset=0`;

/** nginx as a process that can be started, stopped and reloaded. */
function door(place, folder, ready) {
  const file = place.path(`/etc/${folder}/nginx.conf`);
  const log = place.path(`/var/log/${folder}.log`);
  let child;
  const self = {
    /** nginx's errors and warnings. */
    log: () => readFile(log, "utf8").catch(() => ""),
    pid: () => child?.pid,
    async start() {
      // The inner door writes to standard error, which is the journal's.
      const command = `exec "${NGINX}" -e stderr -c "${file}" 2>>"${log}"`;
      child = spawn("sh", ["-c", command], { stdio: "ignore", ...NOBODY });
      const started = child;
      for (;;) {
        if (started.exitCode !== null) throw new Error(await self.log());
        if (await ready()) return;
        await pause(20);
      }
    },
    async reload() {
      const before = await workers(child);
      child.kill("SIGHUP");
      for (;;) {
        const now = await workers(child);
        if (now.length && !now.some((worker) => before.includes(worker))) return;
        await pause(20);
      }
    },
    async stop() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill();
      await ended;
    },
  };
  return self;
}

/** Debian's configuration around conf.d and sites-enabled, without rights. */
const AROUND = `
daemon off;
pid /run/nginx.pid;
error_log stderr;
load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
load_module /usr/lib/nginx/modules/ngx_http_js_module.so;
worker_processes auto;
events {
    worker_connections 768;
}
http {
    access_log /var/log/nginx/access.log;
    ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
      .map((name) => `${name}_temp_path /var/lib/nginx/${name};`)
      .join("\n    ")}
    include /etc/nginx/conf.d/*.conf;
    include /etc/nginx/sites-enabled/*;
}
`;

const pause = (ms) => new Promise((resume) => setTimeout(resume, ms));

function listens(address) {
  return new Promise((resolve) => {
    const socket = connect(address, () => resolve(true));
    socket.on("connect", () => socket.destroy());
    socket.on("error", () => resolve(false));
  });
}

/** The processes that answer; a reload has others do it. */
async function workers({ pid }) {
  const tasks = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8");
  return tasks.split(" ").filter(Boolean);
}

export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}
