// The card's request: its exact content, its receiver, and requests that must not go out.

import assert from "node:assert/strict";

import { settles, suite } from "./support/suite.js";

// Nothing stands between these pages and the console.
const test = suite({ session: false });

const UUID = "0F8FAD5b-d9cb-469f-a165-70867728950e";
const SECRET = "eyJhbGciOi.c2VjcmV0~_-+/==";

// Headers that browsers add by themselves.
const BROWSERS_OWN =
  /^(accept-(encoding|language)|connection|host|referer|sec-.*|user-agent|(cache-control|pragma))$/;

const REQUESTS = [
  ["an ID", { tenant: "4711" }, "/v2/tenants/4711/licensing/cloudConnectUsage"],
  [
    "another resource",
    { tenant: "4712", resource: "backupServerUsage" },
    "/v2/tenants/4712/licensing/backupServerUsage",
  ],
  [
    "a UUID",
    { tenant: UUID, resource: "availabilityConsoleUsage" },
    `/v2/tenants/${UUID}/licensing/availabilityConsoleUsage/byVCCTenantUid`,
  ],
  [
    "an endpoint with a slash at its end",
    { tenant: "4713", endpoint: "/v2/" },
    "/v2/tenants/4713/licensing/cloudConnectUsage",
  ],
  [
    "an endpoint relative to the document",
    { tenant: "4714", endpoint: "v2" },
    "/v2/tenants/4714/licensing/cloudConnectUsage",
  ],
];

test("a load is one GET with the documented headers", async ({ t, page, open, console }) => {
  await open("");
  for (const [what, attributes, path] of REQUESTS) {
    await console.fault(attributes.tenant, { body: { rows: 4 } });
    for (const token of [undefined, SECRET]) {
      await t.test(`${what}, ${token ? "with" : "without"} a token`, async () => {
        const earlier = (await console.requests(attributes.tenant)).length;
        const { state } = await page.evaluate(
          ([attributes, token]) => window.mount(attributes, token ? { token } : {}),
          [attributes, token],
        );
        assert.equal(state, "ready");
        const requests = (await console.requests(attributes.tenant)).slice(earlier);
        assert.deepEqual(
          requests.map(({ method, path, query }) => [method, path, query]),
          [["GET", path, null]],
        );
        const { headers } = requests[0];
        const ours = Object.entries(headers).filter(([name]) => !BROWSERS_OWN.test(name));
        assert.deepEqual(Object.fromEntries(ours), {
          accept: "application/json",
          ...(token && { authorization: `Bearer ${token}` }),
        });
      });
    }
  }
});

test("the endpoint is resolved against the document's base", async ({
  page,
  open,
  console,
  tenant,
}) => {
  const company = tenant();
  await console.fault(company, { body: { rows: 4 } });
  const sent = page.waitForRequest(/tenants/);
  await open(`<licensing-card endpoint="v2" tenant="${company}"></licensing-card>`, {
    head: '<base href="/v2/deeper/..">',
  });
  const [request] = await Promise.all([sent, settles(page, "error")]);
  assert.equal(
    new URL(request.url()).pathname,
    `/v2/v2/tenants/${company}/licensing/cloudConnectUsage`,
  );
});

for (const [credentials, sameOrigin, crossOrigin] of [
  ["omit", false, false],
  ["same-origin", true, false],
  ["include", true, true],
]) {
  test(`credentials ${credentials}: cookies go ${sameOrigin ? "" : "not "}home and ${crossOrigin ? "" : "not "}abroad`, async ({
    page,
    open,
    console,
    context,
    other,
    portal,
    tenant,
  }) => {
    // Cookies know no ports, so this one is the console's as well.
    await context.addCookies([{ name: "session", value: "1", url: portal.origin }]);
    for (const [site, endpoint, expected] of [
      [portal, "/v2", sameOrigin],
      [other, `${console.http}/v2`, crossOrigin],
    ]) {
      const company = tenant();
      await console.fault(company, { body: { rows: 4 } });
      await open("", { site });
      const { state } = await page.evaluate((attributes) => window.mount(attributes), {
        tenant: company,
        endpoint,
        credentials,
      });
      assert.equal(state, "ready");
      const requests = await console.requests(company);
      const { headers } = requests.find(({ method }) => method === "GET");
      assert.equal("cookie" in headers, expected, endpoint);
    }
  });
}
