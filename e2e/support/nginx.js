// nginx with the kept configuration: its addresses, names and folders are those of this machine, and
// nothing else is changed. It runs without rights, in a folder of its own.

import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { request } from "node:https";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import { blocks } from "./documents.js";
import { DIST, NGINX, ROOT } from "./environment.js";

const run = promisify(execFile);
const KEPT = join(ROOT, "examples/nginx");
export const VERSION = "/assets/licensing-card/0.1.0";

// A user that owns nothing, where the tests run as root.
const NOBODY = process.getuid() === 0 ? { uid: 65534, gid: 65534 } : {};

/** Starts nginx between a browser, a portal and a console; `renew` signs in to the console. */
export async function startNginx({ portal, console }) {
  const folder = await mkdtemp(join(tmpdir(), "licensing-card-nginx-"));
  const port = await freePort();
  const secrets = join(folder, "licensing-card");
  await mkdir(secrets);
  await cp(DIST, join(folder, "files/0.1.0"), { recursive: true });
  // Files that no version names: browsers have to ask for them each time.
  await cp(DIST, join(folder, "files/current"), { recursive: true });
  await cp(join(KEPT, "security-headers.conf"), join(secrets, "security-headers.conf"));
  await writeFile(join(secrets, "authorization.conf"), "");
  await writeFile(join(secrets, "sign-in"), "grant_type=password&username=admin&password=console");
  await pin(console, secrets);
  await certificate(folder);

  const site = replace(await readFile(join(KEPT, "portal.conf"), "utf8"), [
    ["listen 443 ssl", `listen 127.0.0.1:${port} ssl`],
    ["server console.example:1281;", `server ${new URL(console.https).host};`],
    ["server 127.0.0.1:3000;", `server ${portal.address};`],
    ["Host console.example;", "Host localhost;"],
    ["proxy_ssl_name console.example;", "proxy_ssl_name localhost;"],
    ["/etc/nginx/licensing-card/", `${secrets}/`],
    ["/etc/nginx/portal.", `${folder}/portal.`],
    ["/srv/licensing-card/", `${folder}/files/`],
  ]);
  await writeFile(join(folder, "nginx.conf"), around(folder, site));
  if (NOBODY.uid) await run("chown", ["-R", `${NOBODY.uid}:${NOBODY.gid}`, folder]);

  const said = join(folder, "error.log");
  const child = spawn(NGINX, ["-p", folder, "-c", "nginx.conf", "-e", said], {
    stdio: ["ignore", "ignore", "inherit"],
    ...NOBODY,
  });
  const origin = `https://127.0.0.1:${port}`;
  await answers(origin, child, said);

  return {
    origin,
    folder,
    ask: (path, options) => ask(origin, path, options),
    /** Has the kept script sign in and nginx read what it wrote; gives the token. */
    async renew(reload = `kill -HUP ${child.pid}`) {
      const before = await workers(child);
      const environment = {
        PATH: process.env.PATH,
        CONSOLE: console.https.replace("127.0.0.1", "localhost"),
        FOLDER: secrets,
        RELOAD: reload,
      };
      await run(join(KEPT, "renew-token"), [], { env: environment, ...NOBODY });
      await replaced(child, before);
      const written = await readFile(join(secrets, "authorization.conf"), "utf8");
      return written.match(/Bearer (.+)"/)[1];
    },
    /** Has nginx trust the certificate of another console from now on. */
    async trust(other) {
      const before = await workers(child);
      await pin(other, secrets);
      child.kill("SIGHUP");
      await replaced(child, before);
    },
    logs: async () => (await readFile(said, "utf8")) + (await readFile(join(folder, "access.log"))),
    async stop() {
      const ended = once(child, "exit");
      child.kill();
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

/** The configuration that Debian has around a site, without rights. */
const around = (folder, site) => `
daemon off;
pid ${folder}/nginx.pid;
load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
events {}
http {
    access_log ${folder}/access.log;
    ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
      .map((name) => `${name}_temp_path ${folder}/${name};`)
      .join("\n    ")}
${site}
}
`;

/** Exchanges the texts for one another; each has to be there. */
function replace(text, pairs) {
  return pairs.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the configuration has no ${from}`);
    return text.replaceAll(from, to);
  }, text);
}

/** Writes the certificate that a console shows into the file that nginx holds it to, as documented. */
async function pin(console, folder) {
  const shown = await blocks("docs/deployment.md", "With nginx");
  const { code } = shown.find(({ code }) => code.startsWith("openssl"));
  const command = replace(code, [
    ["console.example:1281", new URL(console.https).host],
    ["/etc/nginx/licensing-card/", `${folder}/`],
  ]);
  const { stdout } = await run("sh", ["-e", "-c", command]);
  if (!/DNS:localhost/.test(stdout)) throw new Error(`the certificate is another's: ${stdout}`);
}

/** A certificate for the portal. */
const certificate = (folder) =>
  run("openssl", [
    ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"],
    ...["-subj", "/CN=portal.example", "-days", "2"],
    ...["-keyout", join(folder, "portal.key"), "-out", join(folder, "portal.pem")],
  ]);

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** What a client gets that believes any certificate, and writes the path as it is: status, headers and bytes. */
function ask(origin, path, { method = "GET", headers = {} } = {}) {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    const options = { hostname, port, path, method, headers, rejectUnauthorized: false };
    const asked = request(options, async (answer) => {
      const body = Buffer.concat(await answer.toArray());
      resolve({ status: answer.statusCode, headers: answer.headers, body });
    });
    asked.on("error", reject);
    asked.end();
  });
}

const pause = () => new Promise((resume) => setTimeout(resume, 20));

async function answers(origin, child, said) {
  for (;;) {
    if (child.exitCode !== null) throw new Error(await readFile(said, "utf8"));
    try {
      return await ask(origin, "/");
    } catch {
      await pause();
    }
  }
}

/** The processes that answer; a reload has others do it. */
async function workers({ pid }) {
  const tasks = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8");
  return tasks.split(" ").filter(Boolean);
}

async function replaced(child, before) {
  for (;;) {
    const now = await workers(child);
    if (now.length && !now.some((worker) => before.includes(worker))) return;
    await pause();
  }
}
