// A portal as the outer door sees it: pages, and the answer to who may see a company. It keeps its
// connections open.

import { once } from "node:events";
import { createServer } from "node:http";

import { COMPANIES, uid } from "./console.js";

const [FIRST, SECOND, THIRD, FOURTH] = COMPANIES;
const many = Array.from({ length: 2000 }, (_, n) => uid(n));

/**
 * Starts it on a free port, with `html` for a page at any path. `anna.1` and `anna.2` are two
 * sessions of the user anna.
 */
export async function startPortal(html = "<!doctype html><title>Portal</title>") {
  const users = {
    anna: [FIRST, "2"],
    ben: [SECOND, THIRD, "3", "9"],
    clara: [],
    dora: [FOURTH, "12", "26b563b1-e794-4e14-a145-4c40c439f34a"],
    mona: many,
  };
  const requests = [];
  const server = createServer((request, response) => {
    requests.push({ url: request.url, headers: request.headers, method: request.method });
    if (new URL(request.url, "http://portal").pathname !== "/licensing-session") {
      // `/?as=anna` signs anna in.
      const as = new URL(request.url, "http://portal").searchParams.get("as")?.match(/^\w+$/)?.[0];
      if (as) response.setHeader("Set-Cookie", `session=${as}; Path=/; Secure; HttpOnly; SameSite=Lax`);
      response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(portal.html);
      return;
    }
    // Of two cookies of one name, the last: not all portals take the first.
    const user = [...(request.headers.cookie ?? "").matchAll(/session=(\w+)/g)].at(-1)?.[1];
    const companies = users[user];
    const company = request.headers["x-licensing-company"];
    response.writeHead(!companies ? 401 : companies.includes(company) ? 204 : 403).end();
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const portal = {
    html,
    users,
    requests,
    checks: () => requests.filter(({ url }) => url === "/licensing-session"),
    address: `127.0.0.1:${server.address().port}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  return portal;
}
