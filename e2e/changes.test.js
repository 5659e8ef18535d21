// When the page speaks: before the definition, many times in one task, or while a load goes on.

import assert from "node:assert/strict";

import { fired, look, settles, suite, warnings } from "./support/suite.js";

const test = suite();

test("properties set before the element is defined are kept", async ({
  page,
  open,
  tenant,
  console,
}) => {
  const company = tenant();
  await console.fault(company, { body: { rows: 4 } });
  await open(
    `<licensing-card></licensing-card><script>
      const card = document.querySelector("licensing-card");
      Object.assign(card, {
        tenant: "${company}", headingLevel: 3, heading: "Early", tenantName: "Bird", limit: 7,
        timeout: 20, refreshInterval: 60, locale: "de", theme: "dark", token: "early-token",
        resource: "backupServerUsage", credentials: "omit",
      });
    </script>`,
  );
  await settles(page, "ready");
  const [attributes, own, token] = await page.evaluate(() => {
    const card = document.querySelector("licensing-card");
    const attributes = Object.fromEntries(
      [...card.attributes].map(({ name, value }) => [name, value]),
    );
    return [attributes, Object.keys(card), card.token];
  });
  assert.deepEqual(attributes, {
    tenant: company,
    "heading-level": "3",
    heading: "Early",
    "tenant-name": "Bird",
    limit: "7",
    timeout: "20",
    "refresh-interval": "60",
    locale: "de",
    theme: "dark",
    resource: "backupServerUsage",
    credentials: "omit",
  });
  assert.deepEqual(own, []);
  assert.equal(token, null);
  const [request, ...more] = await console.requests(company);
  assert.equal(request.headers.authorization, "Bearer early-token");
  assert.match(request.path, /backupServerUsage$/);
  assert.deepEqual(more, []);
  assert.equal(await page.locator("h3[part=heading]").innerText(), "Early");
});

test("a token provider and data set before the element is defined are kept", async ({
  page,
  open,
}) => {
  await open(
    `<licensing-card id="a" tenant="2"></licensing-card><licensing-card id="b"></licensing-card><script>
      window.reasons = [];
      a.tokenProvider = (reason) => { window.reasons.push(reason); return ""; };
      b.data = [{ type: "CC_VM_Backup", usedCount: 3, usedInstances: 3 }];
    </script>`,
  );
  await settles(page, "ready", "#a");
  await settles(page, "ready", "#b");
  assert.deepEqual(await page.evaluate(() => window.reasons), ["initial"]);
  assert.equal(await page.evaluate(() => document.querySelector("#b").usage.totals.used.count), 3);
});

test("any number of changes in one task make one request", async ({
  page,
  open,
  console,
  tenant,
}) => {
  const [first, second] = [tenant(), tenant()];
  await console.fault(first, { body: { rows: 4 } });
  await console.fault(second, { body: { rows: 4 } });
  await open("");
  await page.evaluate(
    ([first, second]) => {
      const card = window.put();
      const done = window.outcome(card);
      for (const resource of [
        "backupServerUsage",
        "availabilityConsoleUsage",
        "cloudConnectUsage",
      ]) {
        for (const tenant of [first, second]) {
          Object.assign(card, { tenant, resource, heading: resource, limit: 3, theme: "dark" });
          card.setAttribute("endpoint", "/v2/");
          card.token = resource;
        }
      }
      return done;
    },
    [first, second],
  );
  assert.deepEqual(await console.requests(first), []);
  const requests = await console.requests(second);
  assert.equal(requests.length, 1);
  assert.equal(requests[0].headers.authorization, "Bearer cloudConnectUsage");

  await page.evaluate(
    ([first, second]) => {
      const card = document.querySelector("licensing-card");
      const done = window.outcome(card);
      card.tenant = first;
      card.tenant = second;
      card.tenant = first;
      return done;
    },
    [first, second],
  );
  assert.equal((await console.requests(first)).length, 1);
  assert.equal((await console.requests(second)).length, 1);
});

test("what changes the view alone is drawn without a request", async ({
  page,
  open,
  console,
  tenant,
}) => {
  const company = tenant();
  await console.fault(company, { body: { rows: 4 } });
  await open(`<licensing-card tenant="${company}"></licensing-card>`);
  await settles(page, "ready");
  for (const [properties, selector] of [
    [{ heading: "Usage" }, "h2[part=heading]:text-is('Usage')"],
    [{ headingLevel: 4 }, "h4[part=heading]"],
    [{ tenantName: "Bird" }, "[part=tenant]:text-is('Bird')"],
    [{ limit: 5 }, "meter[part=meter]"],
    [{ locale: "de" }, "[part=card]:lang(de)"],
    [{ theme: "dark", timeout: 20, refreshInterval: 60, heading: "Last" }, "h4:text-is('Last')"],
    // The same request in other words.
    [{ endpoint: "/v2/", heading: "Same" }, "h4:text-is('Same')"],
  ]) {
    await page.evaluate(
      (properties) => Object.assign(document.querySelector("licensing-card"), properties),
      properties,
    );
    await page.locator(`licensing-card ${selector}`).waitFor();
  }
  assert.equal((await look(page)).state, "ready");
  // A request of before this one would be in the list by now.
  await page.evaluate(() => document.querySelector("licensing-card").refresh());
  assert.equal((await console.requests(company)).length, 2);
});

test("what changes the request aborts the old one and makes a new one", async ({
  page,
  open,
  console,
  tenant,
}) => {
  const [slow, quick] = [tenant(), tenant()];
  await console.fault(slow, { connection: "hang" });
  await console.fault(quick, { body: { rows: 4 } });
  const sent = page.waitForRequest((request) => request.url().includes(`/tenants/${slow}/`));
  await open(`<licensing-card tenant="${slow}"></licensing-card>`);
  await sent;
  await fired(page, "usage-loadstart");
  const aborted = page.waitForEvent("requestfailed", (request) => request.url().includes(slow));
  await page.evaluate((quick) => {
    document.querySelector("licensing-card").tenant = quick;
  }, quick);
  assert.match((await aborted).failure().errorText, /ERR_ABORTED/);
  await settles(page, "ready");
  assert.equal((await console.requests(quick)).length, 1);
  assert.deepEqual(
    (await console.requests(slow)).map(({ status }) => status),
    [null],
  );
});

test("another tenant, resource, endpoint or token is another request, one", async ({
  page,
  open,
  console,
  tenant,
}) => {
  const company = tenant();
  await console.fault(company, { body: { rows: 4 } });
  await open(`<licensing-card tenant="${company}"></licensing-card>`);
  await settles(page, "ready");
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  for (const change of [
    { token: "another" },
    { resource: "backupServerUsage" },
    { endpoint: "/v2/none" },
    { tenant: "3" },
  ]) {
    requests.length = 0;
    await page.evaluate((change) => {
      const card = document.querySelector("licensing-card");
      const done = window.outcome(card);
      Object.assign(card, change);
      return done;
    }, change);
    assert.equal(requests.length, 1, JSON.stringify(change));
  }
});

test("an invalid property set before the element is defined is reported, too", async ({
  page,
  open,
  logged,
}) => {
  await open('<licensing-card tenant="2"></licensing-card>', { module: "" });
  await page.evaluate(async () => {
    const card = document.querySelector("licensing-card");
    Object.assign(card, { headingLevel: 9, theme: "pink", limit: 5 });
    await import("/licensing-card.js");
  });
  await settles(page, "ready");
  const read = await page.evaluate(() => {
    const { headingLevel, theme, limit } = document.querySelector("licensing-card");
    return { headingLevel, theme, limit };
  });
  assert.deepEqual(read, { headingLevel: 2, theme: "auto", limit: 5 });
  assert.deepEqual(
    warnings(logged).map(({ text }) => text),
    ["<licensing-card>: invalid heading-level", "<licensing-card>: invalid theme"],
  );
});
