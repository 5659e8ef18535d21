// The development page, as Trunk builds it.

import assert from "node:assert/strict";
import { readFileSync, existsSync } from "node:fs";
import { join } from "node:path";

import { DEV_DIST } from "./support/environment.js";
import { settles, suite } from "./support/suite.js";

const test = suite({ folder: DEV_DIST, session: false });

const options = {
  skip: !existsSync(join(DEV_DIST, "index.html")) && "Trunk has not built the page",
};

const open = async ({ page, portal }, query = "") => {
  await page.goto(`${portal.origin}/${query}`);
  await settles(page, "ready", "#card");
};

const totals = (page) =>
  page.evaluate(() => {
    const { tenant, totals } = document.querySelector("#card").usage;
    return [tenant, totals.total.count, totals.total.instances];
  });

test(
  "the page signs in and shows company 2's 11 machines and 1.93 instances",
  options,
  async (given) => {
    const { page } = given;
    await open(given);
    assert.deepEqual(await totals(page), ["2", 11, 1.93]);
    await page.getByText("Signed in as admin").waitFor();
    await page.locator("#card [part=tenant]", { hasText: "Birchgate Logistics" }).waitFor();
    const names = await page.locator("#company option").allInnerTexts();
    const listed = JSON.parse(
      readFileSync(new URL("../fixtures/tenants.json", import.meta.url), "utf8"),
    );
    assert.deepEqual(
      names,
      listed.map(({ name }) => name),
    );
    const event = page.locator("#log li", { hasText: "usage-load" }).first();
    // As it is copied, and read aloud.
    assert.match(await event.textContent(), /^\d\d:\d\d:\d\d usage-load( |$)/);
  },
);

test("another company, resource and limit are shown in the card", options, async (given) => {
  const { page } = given;
  await open(given);
  await page.getByLabel("Company").selectOption("12");
  await page.locator("#card [part=tenant]", { hasText: "Cobalt Harbour Clinics" }).waitFor();
  await page.getByLabel("Resource").selectOption("backupServerUsage");
  await page.waitForFunction(
    () => document.querySelector("#card").usage?.resource === "backupServerUsage",
  );
  await page.getByLabel("Limit").fill("10");
  await page.locator("#card meter").waitFor();
  assert.equal((await totals(page))[0], "12");
  // The choice survives a reload.
  await page.reload();
  await settles(page, "ready", "#card");
  assert.equal((await totals(page))[0], "12");
  await page.locator("#card meter").waitFor();
});

test("another API shows the same company and the same totals", options, async (given) => {
  const { page } = given;
  await open(given);
  const byUid = ["c963cfe0-afae-4a3b-b909-6a04e7d80068", 11, 1.93];
  const requested = page.waitForRequest(/\/api\/v3\/licensing\/usage\/organizations\?/);
  await page.getByLabel("API").selectOption("v3");
  await requested;
  const isLoaded = (tenant) =>
    page.waitForFunction((tenant) => document.querySelector("#card").usage?.tenant === tenant, tenant);
  await isLoaded(byUid[0]);
  assert.deepEqual(await totals(page), byUid);
  await page.locator("#card [part=tenant]", { hasText: "Birchgate Logistics" }).waitFor();
  // The choice survives a reload, and the cards below with it.
  await page.reload();
  await settles(page, "ready", "#card");
  assert.deepEqual(await totals(page), byUid);
  await settles(page, "stale", "#stale");
  await page.getByLabel("API").selectOption("v2");
  await isLoaded("2");
  assert.deepEqual(await totals(page), ["2", 11, 1.93]);
});

test("the language and the theme are switched for page and card alike", options, async (given) => {
  const { page } = given;
  await open(given);
  await page.getByLabel("Language").selectOption("de");
  await page.locator("#card [part=heading]", { hasText: "Cloud-Connect-Lizenznutzung" }).waitFor();
  assert.equal(await page.getAttribute("html", "lang"), "de");
  assert.equal(await page.locator("h1").innerText(), "Lizenzierung");
  const grounds = () =>
    page.evaluate(() => {
      const card = document.querySelector("#card");
      const inside = card.shadowRoot.querySelector("[part=card]");
      return [document.documentElement, inside].map(
        (each) => getComputedStyle(each).backgroundColor,
      );
    });
  await page.getByLabel("Darstellung").selectOption("light");
  const light = await grounds();
  await page.getByLabel("Darstellung").selectOption("dark");
  const dark = await grounds();
  assert.notEqual(light[0], dark[0]);
  assert.notEqual(light[1], dark[1]);
});

test("the cards below are loading, empty, failed and stale", options, async (given) => {
  const { page } = given;
  await open(given);
  for (const [id, state] of [
    ["empty", "empty"],
    ["failed", "error"],
    ["stale", "stale"],
    ["loading", "loading"],
  ]) {
    await settles(page, state, `#${id}`);
  }
});

test("an expired token is renewed without a word", options, async (given) => {
  const { page, console } = given;
  await open(given);
  await console.expireTokens();
  await page.evaluate(() => document.querySelector("#card").refresh());
  assert.deepEqual(await totals(page), ["2", 11, 1.93]);
});

test(
  "signing out takes the numbers away and ends the session; signing in brings them back",
  options,
  async (given) => {
    const { page } = given;
    await open(given);
    const ended = page.waitForResponse(/accounts\/logout/);
    await page.getByRole("button", { name: "Sign out" }).click();
    assert.equal((await ended).status(), 200);
    assert.equal(await page.locator("#card").count(), 0);
    await page.getByLabel("Password").fill("wrong");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("alert").filter({ hasText: "wrong" }).waitFor();
    await page.getByLabel("Password").fill("console");
    await page.getByRole("button", { name: "Sign in" }).click();
    await settlesLater(page);
    assert.deepEqual(await totals(page), ["2", 11, 1.93]);
  },
);

test("every language can be chosen, also one that the page itself does not speak", options, async (given) => {
  const { page } = given;
  await open(given, "?language=ja");
  await page.locator("#card [part=card]:lang(ja)").waitFor();
  assert.equal(await page.getAttribute("html", "lang"), "en");
  const languages = await page
    .locator("#language option")
    .evaluateAll((options) => options.map(({ value }) => value));
  for (const language of languages) {
    await page.locator("#language").selectOption(language);
    for (const id of ["card", "empty"]) {
      await page.locator(`#${id} [part=card][lang=${language}]`).waitFor();
    }
  }
  assert.equal(languages.length, 10);
});

test("the page does not scroll sideways on a narrow screen", options, async (given) => {
  const { page } = given;
  await page.setViewportSize({ width: 320, height: 800 });
  for (const language of ["en", "de", "pl", "ar"]) {
    await open(given, `?language=${language}`);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  }
});

/** The card is put back when the session is there. */
const settlesLater = (page) =>
  page.waitForFunction(() => document.querySelector("#card")?.state === "ready");
