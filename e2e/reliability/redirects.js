// Redirects, sign-in pages, and other servers in front of the API.

import assert from "node:assert/strict";

import { GOOD, MENDED } from "./scene.js";
import { reported } from "./variants.js";

const UNAUTHORIZED = { kind: "unauthorized" };
const INVALID = { kind: "invalid-response", status: 200 };
const MAINTENANCE = "<!doctype html><title>Maintenance</title><h1>Back at noon</h1>";

const to = (status, location) => ({ status, headers: location && { Location: location } });

export const redirects = {
  title: "Redirects and pages",
  about: "The API has no redirects, and sign-in pages do: a redirect is never followed.",
  cases: [
    ...[301, 302, 303, 307, 308].map((status) =>
      reported(`A ${status} to a sign-in page`, to(status, "/sign-in"), UNAUTHORIZED),
    ),
    reported("A 302 to another origin", to(302, "http://127.0.0.1:9/"), UNAUTHORIZED),
    {
      fault: "A 307 to another company's numbers",
      card: "Does not go there, and shows `unauthorized`",
      async run(scene) {
        await scene.open();
        const other = scene.tenant();
        await scene.console.fault(other, GOOD);
        await scene.answers(to(307, `/v2/tenants/${other}/licensing/cloudConnectUsage`));
        await scene.load();
        await scene.shows("error", { ...UNAUTHORIZED, requests: 1 });
        assert.deepEqual(await scene.console.requests(other), []);
        await scene.mends();
      },
    },
    {
      fault: "A 302 to itself",
      card: "Asks once, and shows `unauthorized`",
      async run(scene) {
        await scene.open();
        const itself = `/v2/tenants/${scene.company}/licensing/cloudConnectUsage`;
        await scene.answers(to(302, itself));
        await scene.load();
        await scene.shows("error", { ...UNAUTHORIZED, requests: 1 });
        await scene.mends();
      },
    },
    {
      fault: "A 302, with a `tokenProvider`",
      card: "Does not ask for another token: it is no 401",
      async run(scene) {
        await scene.open();
        await scene.answers({ ...to(302, "/sign-in"), times: 1 }, MENDED);
        await scene.load({}, { tokenProvider: (reason) => reason });
        await scene.shows("error", { ...UNAUTHORIZED, requests: 1 });
        await scene.mends();
        const [{ headers }] = await scene.requests();
        assert.equal(headers.authorization, "Bearer initial");
      },
    },
    reported("A sign-in page with status 200", { body: "signIn" }, INVALID),
    reported(
      "A sign-in page that says it is JSON",
      { body: "signIn", contentType: "application/json" },
      INVALID,
    ),
    reported(
      "A sign-in page with status 401",
      { status: 401, body: "signIn" },
      {
        kind: "unauthorized",
        status: 401,
      },
    ),
    reported(
      "A sign-in page with status 403",
      { status: 403, body: "signIn" },
      {
        kind: "forbidden",
        status: 403,
        retryable: false,
      },
    ),
    reported(
      "A page that says it is down for maintenance, with status 503",
      { status: 503, body: { text: MAINTENANCE }, contentType: "text/html" },
      { kind: "server", status: 503, requests: 4 },
    ),
    reported(
      "A page that says it is down for maintenance, with status 200",
      { body: { text: MAINTENANCE }, contentType: "text/html" },
      INVALID,
    ),
  ],
};
