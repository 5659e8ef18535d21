// The gallery, as Trunk builds it.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";

import axe from "axe-core";

import { STATES, endOf, standsAlone, titleOf } from "../gallery/cells.js";
import { LANGUAGES } from "../gallery/languages.js";
import { FAULTS } from "./gallery/visit.js";
import { DEV_DIST } from "./support/environment.js";
import { manifestElement } from "./support/manifest.js";
import { settles, suite } from "./support/suite.js";

const test = suite({ folder: DEV_DIST, session: false, flags: ["--faults", FAULTS] });

const options = {
  skip: !existsSync(join(DEV_DIST, "gallery/index.html")) && "Trunk has not built the page",
};

const open = async ({ page, portal }, query = "") => {
  await page.goto(`${portal.origin}/gallery/${query}`);
  await page.waitForSelector("html[data-shown]", { state: "attached" });
};

test(
  "every state is there and comes to its end, in its own document or not",
  options,
  async (given) => {
    const { page } = given;
    // Retries take their time; iframes are loaded when they come near.
    await page.clock.install();
    await open(given);
    for (const state of STATES) {
      const frame = page.getByRole("link", { name: titleOf(state), exact: true }).locator("../..");
      await frame.scrollIntoViewIfNeeded();
      const there = async () => {
        const card = standsAlone(state)
          ? frame.locator("iframe").contentFrame().locator("licensing-card")
          : frame.locator("licensing-card");
        return card.evaluate((card) => [card.state, card.error?.kind]);
      };
      let [is, kind] = await there();
      for (let tries = 0; is !== endOf(state) && tries < 200; tries++) {
        await page.clock.runFor(500);
        [is, kind] = await there();
      }
      assert.equal(is, endOf(state), state);
      if (is === "error") assert.equal(kind, state);
    }
  },
);

test(
  "the first card has a control for each attribute, and shows its markup",
  options,
  async (given) => {
    const { page } = given;
    await open(given);
    await settles(page, "ready", "#card");
    const controls = await page.evaluate(() =>
      [...document.querySelectorAll("#attributes [name]")].map(({ name, type, options }) => [
        name,
        type,
        options?.[options.length - 1].value ?? (type === "number" ? "3" : "de"),
      ]),
    );
    const { attributes } = await manifestElement();
    assert.deepEqual(
      controls.map(([name]) => name),
      attributes.map(({ name }) => name),
    );
    for (const [name, type, value] of controls) {
      const control = page.locator(`#attributes [name=${name}]`);
      const select = type === "select-one";
      await (select ? control.selectOption(value) : control.fill(value));
      assert.equal(await page.locator("#card").getAttribute(name), value);
      assert.ok((await page.locator("#markup").innerText()).includes(`${name}="${value}"`), name);
      await (select ? control.selectOption("") : control.fill(""));
      assert.equal(await page.locator("#card").getAttribute(name), null);
    }
  },
);

test("the first card goes on with its company, or its fault, by another API", options, async (given) => {
  const { page } = given;
  await open(given);
  await settles(page, "ready", "#card");
  const rows = () => page.evaluate(() => document.querySelector("#card").usage.totals);
  const byId = await rows();
  const api = page.locator("#attribute-api");
  const uid = "26b563b1-e794-4e14-a145-4c40c439f34a";
  const isLoaded = (tenant) =>
    page.waitForFunction((tenant) => document.querySelector("#card").usage?.tenant === tenant, tenant);
  await api.selectOption("v3");
  await isLoaded(uid);
  assert.deepEqual(await rows(), byId);
  assert.equal(await page.locator("#attribute-endpoint").getAttribute("placeholder"), "/api/v3");
  // The payload is in the API's shape.
  await page.getByLabel("data").selectOption("2");
  await page.locator("#log li", { hasText: "11 · 1.93 instances" }).first().waitFor();
  await api.selectOption("");
  await isLoaded("2");
  assert.equal(await page.evaluate(() => document.querySelector("#card").usage.totals.total.instances), 1.93);
  await page.getByLabel("data").selectOption("");
  await page.getByLabel("tenant", { exact: true }).fill("403");
  await page.locator("#log li.problem", { hasText: "forbidden 403" }).waitFor();
  await page.getByRole("button", { name: "Clear" }).click();
  await api.selectOption("v3");
  await page.locator("#log li.problem", { hasText: "forbidden 403" }).waitFor();
  assert.match(await page.locator("#card").getAttribute("tenant"), /-000000000403$/);
});

test("its events are listed with all that they say", options, async (given) => {
  const { page } = given;
  await open(given);
  await settles(page, "ready", "#card");
  await page.getByLabel("data").selectOption("2");
  await page
    .locator("#log li", { hasText: "11 · 1.93 instances" })
    .first()
    .locator("summary")
    .click();
  const logged = JSON.parse(await page.locator("#log details[open] pre").innerText());
  const usage = await page.evaluate(() => document.querySelector("#card").usage);
  assert.deepEqual(logged, usage);
  await page.getByLabel("data").selectOption("");
  await page.getByLabel("tenant", { exact: true }).fill("403");
  await page.locator("#log li.problem", { hasText: "forbidden 403" }).waitFor();
  await page.getByRole("button", { name: "Clear" }).click();
  assert.equal(await page.locator("#log li").count(), 0);
});

test(
  "one choice of theme and language holds for all cards below, also after a reload",
  options,
  async (given) => {
    const { page } = given;
    await open(given);
    await page.locator("#theme").selectOption("dark");
    await page.locator("#lang").selectOption("ar");
    await page.reload();
    await page.waitForSelector("html[data-shown]", { state: "attached" });
    const cards = page.locator("[data-cells=limits] licensing-card");
    assert.deepEqual(
      await cards.evaluateAll((cards) => [
        ...new Set(cards.map((card) => `${card.theme} ${getComputedStyle(card).direction}`)),
      ]),
      ["dark rtl"],
    );
    const languages = page.locator("[data-cells=languages] .frame");
    assert.deepEqual(
      await languages.evaluateAll((all) => all.map(({ lang }) => lang)),
      Object.keys(LANGUAGES),
    );
    await page.getByRole("link", { name: "Stale" }).click();
    await page.waitForSelector("html[data-settled]", { state: "attached" });
    await settles(page, "stale");
    assert.equal(await page.locator("licensing-card").getAttribute("theme"), "dark");
  },
);

test("the page itself is accessible and does not scroll sideways", options, async (given) => {
  const { page } = given;
  await open(given);
  await page.evaluate(axe.source);
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    for (const width of [320, 800, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
      const violations = await page.evaluate(async () => {
        // The cards have tests of their own.
        const { violations } = await window.axe.run({ exclude: [["licensing-card"], ["iframe"]] });
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target)}`);
      });
      assert.deepEqual(violations, [], `${colorScheme}, ${width} px`);
    }
  }
});
