// `cargo xtask serve --gateway`: a portal at the outer door, with the mock console behind the inner
// one. Not a test.

import { cp } from "node:fs/promises";

import { KEY, startConsole } from "../support/console.js";
import { DIST } from "../support/environment.js";
import { startGateway } from "./support/doors.js";
import { startPortal } from "./support/portal.js";

// Of the mock console.
const COMPANIES = {
  "Birchgate Logistics": "c963cfe0-afae-4a3b-b909-6a04e7d80068",
  "Halden Ferries": "26b563b1-e794-4e14-a145-4c40c439f34a",
};
const [[, FIRST], [, SECOND]] = Object.entries(COMPANIES);

const cards = Object.entries(COMPANIES).map(
  ([name, uid]) =>
    `<licensing-card api="v3" tenant="${uid}" tenant-name="${name}" refresh-interval="30"></licensing-card>`,
);
const PAGE = `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>A portal behind the gateway</title>
  <script type="module" src="/assets/licensing-card/0.1.0/licensing-card.js"></script>
  <p>Sign in as <a href="/?as=anna">anna, of the first company</a>, as
    <a href="/?as=ben">ben, of the second</a>, or as <a href="/?as=nobody">nobody</a>.</p>
  ${cards.join("\n  ")}
</html>
`;

const port = Number(process.argv[2]);
const stand = await startConsole("--api-key", KEY);
const portal = await startPortal(PAGE);
portal.users.anna = [FIRST];
portal.users.ben = [SECOND];
const address = new URL(stand.v3).host;
const gateway = await startGateway({ portal, address, name: "localhost", host: "localhost", port, key: KEY });
await cp(DIST, gateway.place.path("/srv/licensing-card/0.1.0"), { recursive: true });
console.log(`
The portal is at ${gateway.origin}/?as=anna — its certificate is self-signed.
The outer door writes ${gateway.place.path("/var/log/nginx/licensing-card.log")}
The console fails as you like, for example it hangs:
  curl -X PUT ${stand.http}/console/faults/every -d '{"connection": "hang"}'
Ctrl-C stops it.`);

const stop = async () => {
  await gateway.stop();
  await Promise.all([portal.stop(), stand.stop()]);
  process.exit(0);
};
process.on("SIGINT", stop);
process.on("SIGTERM", stop);
