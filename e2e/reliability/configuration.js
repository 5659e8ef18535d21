// The page's own mistakes: nothing that could be asked, or nobody.

import assert from "node:assert/strict";

import { MENDED } from "./scene.js";

const ENDPOINTS = [
  ["`http:` to a foreign host", "http://console.example/v2"],
  ["`http:` to a host that only looks like loopback", "http://127.0.0.1.console.example/v2"],
  ["Credentials in the endpoint", "https://admin:console@127.0.0.1/v2"],
  ["A user name in the endpoint", "https://admin@127.0.0.1/v2"],
  ["A script for an endpoint", "javascript:alert(1)"],
  ["A `data:` URL for an endpoint", "data:application/json,[]"],
  ["A `blob:` URL for an endpoint", "blob:http://127.0.0.1/x"],
  ["A file for an endpoint", "file:///v2"],
  ["Another protocol", "ftp://127.0.0.1/v2"],
  ["A query in the endpoint", "/v2?api-key=1"],
  ["A fragment in the endpoint", "/v2#x"],
  ["An endpoint that is no address at all", "http://"],
  ["An empty endpoint", ""],
];

const TENANTS = [
  ["No tenant", null],
  ["An empty tenant", ""],
  ["A tenant that is no ID", "../admin"],
  ["A tenant that is markup", "<b>2</b>"],
  ["A tenant of 20 digits", "10000000000000000000"],
  ["A negative tenant", "-2"],
  ["A UUID with a digit too few", "0f8fad5b-d9cb-469f-a165-70867728950"],
];

/** Mistakes of the page, before and after a correct setting. */
const wrong = (fault, name, value, word) => ({
  fault,
  card: "Asks nobody, and shows `config` without a retry button; numbers of another request go. Set right, it loads at once",
  async run(scene) {
    const reported = { kind: "config", retryable: false, requests: 0 };
    const right = name === "tenant" ? scene.company : "/v2";
    await scene.open();
    await scene.answers(MENDED);
    const requested = [];
    scene.page.on("request", (request) => requested.push(request.url()));
    await scene.page.evaluate(
      ([attributes, name, value]) => {
        window.card = window.put(attributes);
        if (value === null) window.card.removeAttribute(name);
        else window.card.setAttribute(name, value);
        window.awaitOutcome();
      },
      [{ tenant: scene.company }, name, value],
    );
    await scene.settles({ within: 0 });
    await scene.shows("error", reported);
    assert.match((await scene.look()).error.message, word);
    await scene.rests(60_000);
    assert.deepEqual(requested, []);

    await scene.change({ [name]: right });
    await scene.settles();
    await scene.isWell({ machines: 8, requests: 1, quiet: false });
    await scene.keeps();
    await scene.change({ [name]: value });
    await scene.settles({ within: 0 });
    await scene.shows("error", reported);
    await scene.change({ [name]: right });
    await scene.settles();
    await scene.isWell({ machines: 8, requests: 1, quiet: false });
  },
});

export const configuration = {
  title: "Configuration",
  about:
    "Where nothing can be asked, nothing is: above all, no token goes where it does not belong.",
  cases: [
    ...ENDPOINTS.map(([fault, value]) => wrong(fault, "endpoint", value, /endpoint/)),
    ...TENANTS.map(([fault, value]) => wrong(fault, "tenant", value, /tenant/)),
  ],
};
