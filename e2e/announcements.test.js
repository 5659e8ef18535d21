// A screen reader announces each change once, and politely unless there is an error.

import assert from "node:assert/strict";

import { fired, settles, suite } from "./support/suite.js";

const test = suite();

/** Runs before the page's scripts: records the texts of the card's live regions, with their times. */
function listen() {
  window.reported = [];
  const POLITENESS = { alert: "assertive", status: "polite", log: "polite" };
  const region = (node) => {
    const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    return element?.closest("[role=alert], [role=status], [role=log], [aria-live]");
  };
  const tell = (records) => {
    const regions = new Set();
    for (const { target, addedNodes, type } of records) {
      for (const node of type === "characterData" ? [target] : addedNodes) {
        regions.add(region(node) ?? region(target));
        if (node.nodeType !== Node.ELEMENT_NODE) continue;
        node.querySelectorAll("[role=alert], [role=status]").forEach((each) => regions.add(each));
      }
    }
    for (const each of regions) {
      if (!each?.isConnected || each.ariaLive === "off" || !each.textContent.trim()) continue;
      const how = each.getAttribute("aria-live") ?? POLITENESS[each.getAttribute("role")];
      window.reported.push([how, each.textContent.trim().replace(/\s+/g, " ")]);
    }
  };
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, init);
    const what = { childList: true, subtree: true, characterData: true };
    new MutationObserver(tell).observe(root, what);
    return root;
  };
}

const reported = (page) =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    return window.reported.splice(0);
  });

const refresh = (page) =>
  page.evaluate(() =>
    document
      .querySelector("licensing-card")
      .refresh()
      .catch(() => {}),
  );

test("each change is announced once: an error at once, all else politely", async ({
  page,
  open,
  portal,
  console,
  tenant,
}) => {
  const company = tenant();
  await page.addInitScript(listen);
  await console.fault(company, [
    { status: 403, times: 2 },
    { body: { rows: 4 }, times: 2 },
    { status: 403, times: 2 },
    { body: { json: [] }, times: 1 },
  ]);
  portal.hold();
  await open(`<licensing-card tenant="${company}"></licensing-card>`);
  await page.waitForFunction(() => window.reported.length);
  portal.release();
  await settles(page, "error");
  const steps = [await reported(page)];
  for (const [state, event, times] of [
    ["error", "usage-error", 2],
    ["ready", "usage-load", 1],
    ["ready", "usage-load", 2],
    ["stale", "usage-error", 3],
    ["stale", "usage-error", 4],
    ["empty", "usage-load", 3],
  ]) {
    await refresh(page);
    await fired(page, event, times);
    await settles(page, state);
    steps.push(await reported(page));
  }
  for (const [index, step] of steps.entries()) {
    const texts = step.map(([how, text]) => `${how}: ${text}`);
    assert.deepEqual(texts, [...new Set(texts)], `step ${index} says something twice`);
  }
  const how = steps.map((step) => [...new Set(step.map(([how]) => how))]);
  assert.deepEqual(how[0], ["polite", "assertive"], "it loads, and it fails");
  for (const index of [2, 3, 4, 5, 6]) {
    assert.ok(!how[index].includes("assertive"), `step ${index}: ${JSON.stringify(steps[index])}`);
  }
  assert.equal(steps[4].length, 1, `a stale card says so once: ${JSON.stringify(steps[4])}`);
  assert.match(steps[4][0][1], /could not refresh/i);
  assert.match(steps[6].map(([, text]) => text).join(), /no license usage/i);
});

test("numbers that grow older are not announced each time", async ({
  page,
  open,
  console,
  tenant,
}) => {
  const company = tenant();
  await page.clock.install();
  await page.addInitScript(listen);
  await console.fault(company, [{ body: { rows: 4 }, times: 1 }, { status: 403 }]);
  await open(`<licensing-card tenant="${company}"></licensing-card>`);
  await settles(page, "ready");
  await refresh(page);
  await settles(page, "stale");
  await reported(page);
  await page.clock.runFor(10 * 60_000);
  await page.locator("[part=notice]", { hasText: "10 minutes ago" }).waitFor();
  const again = await reported(page);
  assert.ok(again.length <= 1, `announced ${again.length} times: ${JSON.stringify(again[1])}`);
});
