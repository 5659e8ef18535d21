// A web server for one test file: the released files, the pages that tests make up, and the API of a
// portal's own origin does: it answers /v2, /token and /api/v3 from the console behind it.

import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer, request } from "node:http";
import { once } from "node:events";
import { extname, join, normalize } from "node:path";

import { KEY } from "./console.js";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/**
 * Serves `folder`, or several in which a file is looked for in turn. With `console`, passes the API on
 * to it. With `session`, a token, answers for a browser that has none of its own, as a portal with
 * cookie sessions does. Without `keepAlive`, each request has a connection of its own: on one that was
 * used before, a browser repeats a broken request by itself.
 */
export async function startHost({ folder, console, session, port = 0, keepAlive = true }) {
  const pages = new Map();
  let release = () => {};
  let released;
  const server = createServer((incoming, outgoing) => {
    const { pathname } = new URL(incoming.url, "http://host");
    if (console && /^\/(v2|token|api\/v3)(\/|$)/.test(pathname)) {
      pass(incoming, outgoing, console, session, () => released);
    } else if (pages.has(pathname)) {
      const { body, headers } = pages.get(pathname);
      outgoing.writeHead(200, { "Content-Type": TYPES[extname(pathname)], ...headers }).end(body);
    } else if (pathname === "/favicon.ico") {
      outgoing.writeHead(204).end();
    } else {
      serve([folder].flat(), pathname, outgoing);
    }
  });
  if (!keepAlive) server.maxRequestsPerSocket = 1;
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    /** Puts up a file made by a test, and says its address. */
    put(path, body, headers = {}) {
      pages.set(path, { body, headers });
      return origin + path;
    },
    /** Keeps the API's responses back until they are released. */
    hold() {
      released = new Promise((resolve) => (release = resolve));
    },
    release: () => release(),
    stop() {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}

function serve(folders, pathname, outgoing) {
  const name = normalize(decodeURIComponent(pathname.replace(/\/$/, "/index.html")));
  const path = folders
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path) && statSync(path).isFile());
  if (!path) {
    outgoing.writeHead(404, { "Content-Type": TYPES[".html"] }).end("<h1>Not found</h1>");
    return;
  }
  const type = TYPES[extname(path)] ?? "application/octet-stream";
  outgoing.writeHead(200, { "Content-Type": type, "Cache-Control": "no-store" });
  createReadStream(path).pipe(outgoing);
}

function pass(incoming, outgoing, console, session, released) {
  const headers = { ...incoming.headers };
  const token = incoming.url.startsWith("/api/v3/") ? KEY : session;
  if (session) headers.authorization ??= `Bearer ${token}`;
  const upstream = request(new URL(incoming.url, console), { method: incoming.method, headers });
  // A connection that breaks on one side breaks on the other.
  outgoing.on("close", () => upstream.destroy());
  upstream.on("error", () => outgoing.destroy());
  upstream.on("response", async (response) => {
    response.on("error", () => outgoing.destroy());
    await released();
    outgoing.writeHead(response.statusCode, response.rawHeaders);
    response.pipe(outgoing);
  });
  incoming.pipe(upstream);
}
