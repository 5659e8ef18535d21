// A console that keeps its connections open, as many servers do, and answers as a test says. Asked
// without a company it sends all of them, as the real one does.

import { once } from "node:events";
import { createServer } from "node:https";

/** The UID of the nth of many companies. */
export const uid = (n) => `${n.toString(16).padStart(8, "0")}-bbbb-4bbb-8bbb-222222222222`;

export const COMPANIES = ["1", "2", "3", "4"].map((n) => `${n.repeat(8)}-aaaa-4aaa-8aaa-111111111111`);

export const KEY = "key-that-only-the-inner-door-has";

/** The console's usage of one company. */
export const numbers = (uid, machines) => ({
  organizationUid: uid,
  organizationType: "Company",
  providerUid: null,
  servers: [
    {
      serverUid: "33333333-cccc-4ccc-8ccc-333333333333",
      serverType: "CloudConnect",
      workloads: [
        {
          id: "97e257f5-b50b-4844-90dd-f8bb6f9ecc20",
          description: "Cloud Backup (VM)",
          unitType: "Points",
          ...{ rentalUnits: 0, newUnits: 0, usedUnits: machines * 5 },
          ...{ rentalCount: 0, newCount: 0, usedCount: machines },
          workloadsByPlatform: [],
        },
      ],
    },
  ],
});

export const page = (data, total = data.length, offset = 0) =>
  JSON.stringify({ meta: { pagingInfo: { total, count: data.length, offset } }, data });

/** Starts it with a certificate; `answer` is a test's to replace. */
export async function startUpstream(certificate, port = 0) {
  const known = COMPANIES.map((uid, at) => numbers(uid, at + 1));
  const usual = (request, response) => {
    const { pathname, searchParams } = new URL(request.url, "https://console.example");
    const one = searchParams.get("organizationUid")?.toLowerCase();
    const v2 = pathname.match(/^\/v2\/tenants\/([\w-]+)\/licensing\/\w+(?:\/byVCCTenantUid)?$/);
    response.setHeader("Content-Type", "application/json");
    if (request.headers.authorization !== `Bearer ${upstream.token}`) {
      response.writeHead(401).end('{"errors":[{"message":"no","type":"security"}]}');
    } else if (v2) {
      response.end(JSON.stringify([{ type: "CC_VM_Backup", usedCount: 1, tenant: v2[1] }]));
    } else if (pathname === "/api/v3/licensing/usage/organizations") {
      const listed = known.filter(({ organizationUid }) => !one || organizationUid === one);
      response.end(page(listed.length ? listed : [numbers(one, 7)]));
    } else {
      response.writeHead(404).end("{}");
    }
  };
  const requests = [];
  const server = createServer(certificate, (request, response) => {
    requests.push({ method: request.method, url: request.url, headers: request.headers });
    upstream.answer(request, response);
  });
  server.keepAliveTimeout = 60_000;
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const upstream = {
    token: KEY,
    requests,
    usual,
    answer: usual,
    port: server.address().port,
    address: `127.0.0.1:${server.address().port}`,
    /** Shows another certificate from the next connection on. */
    show(certificate) {
      server.setSecureContext(certificate);
      server.closeAllConnections();
    },
    async stop() {
      if (!server.listening) return;
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  return upstream;
}
