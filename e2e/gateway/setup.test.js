// The gateway set up with nothing but docs/deployment.md, all of its commands in their order, with the
// mock console for v3: then the document's own checks come out as it says.

import assert from "node:assert/strict";
import { stat } from "node:fs/promises";
import { after, test } from "node:test";

import { KEY, startConsole } from "../support/console.js";
import { blocks } from "../support/documents.js";
import { DIST } from "../support/environment.js";
import { startGateway } from "./support/doors.js";
import { startPortal } from "./support/portal.js";

const FIRST = "c963cfe0-afae-4a3b-b909-6a04e7d80068";

const open = [];
after(async () => {
  for (const thing of open.reverse()) await thing.stop();
});

test("the document's commands set it up, and its checks pass", async () => {
  const console = await startConsole();
  const portal = await startPortal();
  portal.users.anna.push(FIRST);
  open.push(console, portal);
  const shown = await blocks("docs/deployment.md", "Setting it up");
  const address = new URL(console.v3).host;
  const values = { application: portal.address, console: "localhost", address };
  // The first three of its blocks are `startGateway`'s; here are the others.
  const gateway = await startGateway({ portal, address, name: "localhost", key: "none yet" });
  open.push(gateway);
  const { place, port } = gateway;
  const from = (start) => (code) => code.startsWith(start);
  await place.shell("rm -f /etc/licensing-card/api-key");
  await place.follow(shown, from("read -r key"), {}, `${KEY}\n`);
  const { mode } = await stat(place.path("/etc/licensing-card/api-key"));
  assert.equal(mode & 0o777, 0o400);
  await place.own();
  await place.follow(shown, from("systemctl"));

  // This host knows no portal.example, and its port 443 is not the gateway's.
  await place.stub("curl", `exec /usr/bin/curl -k --connect-to "portal.example:443:127.0.0.1:${port}" "$@"`);
  const check = { ...values, uid: FIRST, session: "session=anna.1" };
  const parts = (code) => code.startsWith("portal=") || code.startsWith("uid=");
  const logged = await place.follow(shown, parts, check);
  const lines = logged.trim().split("\n").map((line) => line.match(/^(\d+), should be (\d+)$/));
  assert.equal(lines.length, 3);
  for (const [line, status, expected] of lines) assert.equal(status, expected, line);
});

test("the card's files are where the portal's pages name them", async () => {
  const shown = await blocks("docs/deployment.md", "Setting it up");
  const files = shown.find(({ code }) => code.includes("/srv/licensing-card/")).code;
  assert.match(files, /cp -r dist\/\. \/srv\/licensing-card\/(\d+\.\d+\.\d+)\/$/m);
  const [{ place }] = open.slice(-1);
  await place.shell(files.replace("dist/.", `${DIST}/.`));
  await stat(place.path("/srv/licensing-card/0.1.0/licensing-card.js"));
});
