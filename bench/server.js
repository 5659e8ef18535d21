// A web server for one of the two: its files, compressed as a portal serves them, pages that hold
// the measured cards, and an API that responds at once.

import { createServer } from "node:http";
import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";

const TYPES = { ".js": "text/javascript; charset=utf-8", ".wasm": "application/wasm" };

const ROWS = [
  { type: "CC_Workstation_Backup", rentalCount: 10, rentalInstances: 1.6 },
  { type: "CC_Server_Backup", rentalCount: 1, rentalInstances: 0.33 },
];
/** The machines in the API's answer. */
export const MACHINES = 11;

/** Serves the scripts and the WebAssembly of a folder, brotli 11, and counts their bytes. */
export async function serve(folder) {
  const files = new Map();
  for (const name of await readdir(folder)) {
    if (!(extname(name) in TYPES)) continue;
    files.set(`/${name}`, brotliCompressSync(await readFile(join(folder, name))));
  }
  const answer = Buffer.from(JSON.stringify(ROWS));
  const sent = { bytes: 0 };
  let page = "";
  const server = createServer(({ url }, response) => {
    const { pathname } = new URL(url, "http://host");
    const file = files.get(pathname);
    if (pathname === "/page.html") {
      response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(page);
    } else if (pathname.startsWith("/v2/")) {
      response.writeHead(200, { "Content-Type": "application/json" }).end(answer);
    } else if (file) {
      sent.bytes += file.length;
      const headers = { "Content-Type": TYPES[extname(pathname)], "Content-Encoding": "br" };
      response.writeHead(200, { ...headers, "Content-Length": file.length }).end(file);
    } else {
      response.writeHead(pathname === "/favicon.ico" ? 204 : 404).end();
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    sent,
    /** Puts up the page that is measured, and says its address. */
    put(html) {
      page = html;
      return `http://127.0.0.1:${server.address().port}/page.html`;
    },
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
