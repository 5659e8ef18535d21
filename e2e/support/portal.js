// A portal as nginx sees it: pages, and what its sessions may see. Anna's company is 2; Ben's are two.

import { once } from "node:events";
import { createServer } from "node:http";

const COMPANIES = { anna: "2", ben: "3 9", clara: "" };

/** Starts it on a free port, with `html` for a page at any path. */
export async function startPortal(html) {
  const server = createServer((request, response) => {
    const user = request.headers.cookie?.match(/(?:^|; )session=(\w+)/)?.[1];
    if (new URL(request.url, "http://portal").pathname !== "/licensing-session") {
      response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(html);
    } else if (user in COMPANIES) {
      response.writeHead(204, { "X-Licensing-Companies": COMPANIES[user] }).end();
    } else {
      response.writeHead(401).end();
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    address: `127.0.0.1:${server.address().port}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
