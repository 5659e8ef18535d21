// Two outer doors share one inner door over the network, by the document's commands: each side shows a
// certificate of the doors' own CA, and whoever has none gets nothing.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { blocks } from "../support/documents.js";
import { ROOT } from "../support/environment.js";
import { raw } from "./support/client.js";
import { COMPANIES } from "./support/console.js";
import { freePort, startGateway, usage } from "./support/doors.js";
import { startScene } from "./support/scene.js";

const [FIRST] = COMPANIES;

let scene, other, port;

before(async () => {
  scene = await startScene({ inner: false });
  const { console, portal, gateway } = scene;
  port = await freePort();
  const shown = await blocks("docs/deployment.md", "Several hosts");
  // A folder for the certificates, in the checkout that the commands are run in.
  const begin = { code: `cd ${scene.folder}\nln -sfn ${ROOT}examples examples\n` };
  const follow = ({ place }, parts, values) =>
    place.follow([begin, ...parts.map((part) => shown[part])], () => true, values);
  await follow(gateway, [0, 1]);
  await gateway.place.replace("/etc/licensing-card/network.conf", "0.0.0.0:8443", `127.0.0.1:${port}`);
  other = await startGateway({ portal, address: console.address, pem: "", inner: false });
  for (const outer of [gateway, other]) {
    await follow(outer, [2], { inner: `127.0.0.1:${port}` });
    await outer.place.settle();
    await outer.place.own();
  }
  await gateway.inner.start();
  await Promise.all([gateway, other].map(({ outer }) => outer.reload()));
});
after(async () => {
  await other?.stop();
  await scene?.stop();
});

test("both outer doors get answers from the one inner door", async () => {
  for (const gateway of [scene.gateway, other]) {
    const { status, body } = await gateway.as("anna", usage(FIRST));
    assert.equal(status, 200);
    assert.equal(JSON.parse(body).data[0].organizationUid, FIRST);
  }
  assert.equal(scene.console.requests.length, 2);
});

test("a client without a certificate gets nothing", async () => {
  const request = `GET /v3/CloudConnect/${FIRST} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`;
  const answer = await raw(port, request);
  assert.match(answer, /^HTTP\/1\.1 400 /);
  assert.ok(!answer.includes(FIRST));
  assert.equal(scene.console.requests.length, 2);
});
