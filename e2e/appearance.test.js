// How a card is titled, coloured and worded: by its attributes, and by the page around it.

import assert from "node:assert/strict";

import { settles, suite } from "./support/suite.js";

const test = suite();

const FULL =
  '<licensing-card tenant="3" tenant-name="Halden Ferries" limit="100"></licensing-card>';

test("the heading has its level and its text, or the resource's own", async ({ page, open }) => {
  await open('<licensing-card tenant="12"></licensing-card>');
  await settles(page, "ready");
  const heading = (level) => page.locator(`h${level}[part=heading]`);
  assert.equal(await heading(2).innerText(), "Cloud Connect license usage");
  for (const level of [1, 2, 3, 4, 5, 6]) {
    await page.evaluate((level) => {
      document.querySelector("licensing-card").headingLevel = level;
    }, level);
    await heading(level).waitFor();
    assert.equal(await page.locator("[part=heading]").count(), 1);
  }
  for (const [properties, text] of [
    [{ resource: "backupServerUsage" }, "Backup server license usage"],
    [{ resource: "availabilityConsoleUsage" }, "Availability Console license usage"],
    [{ heading: "<i>Ours</i>" }, "<i>Ours</i>"],
    [{ heading: null, resource: null, locale: "de" }, "Cloud-Connect-Lizenznutzung"],
  ]) {
    await page.evaluate(
      (properties) => Object.assign(document.querySelector("licensing-card"), properties),
      properties,
    );
    await page.locator("[part=heading]", { hasText: text }).waitFor();
    assert.equal(await page.locator("[part=card]").getAttribute("aria-label"), text);
  }
});

test("themes: light, dark, and the page's own choice", async ({ page, open }) => {
  await open(FULL);
  await settles(page, "ready");
  const ground = () =>
    page.locator("[part=card]").evaluate((card) => getComputedStyle(card).backgroundColor);
  const seen = {};
  for (const scheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme: scheme });
    for (const theme of ["auto", "light", "dark"]) {
      await page.evaluate((theme) => {
        document.querySelector("licensing-card").theme = theme;
      }, theme);
      seen[`${theme} on ${scheme}`] = await ground();
    }
  }
  const [light, dark] = [seen["light on light"], seen["dark on dark"]];
  assert.notEqual(light, dark);
  assert.deepEqual(seen, {
    "auto on light": light,
    "light on light": light,
    "dark on light": dark,
    "auto on dark": dark,
    "light on dark": light,
    "dark on dark": dark,
  });
});

test("hosts style the card through custom properties and parts", async ({ page, open }) => {
  await open(FULL, {
    head: `<style>
      licensing-card { --licensing-card-background: rgb(1, 2, 3); }
      licensing-card::part(heading) { color: rgb(4, 5, 6); }
    </style>`,
  });
  await settles(page, "ready");
  const style = (part, name) =>
    page
      .locator(`[part=${part}]`)
      .evaluate((element, name) => getComputedStyle(element)[name], name);
  assert.equal(await style("card", "backgroundColor"), "rgb(1, 2, 3)");
  assert.equal(await style("heading", "color"), "rgb(4, 5, 6)");
});

test("the page's styles stay outside, and the card's stay inside", async ({ page, open }) => {
  await open(`${FULL}<h2 id="theirs">Theirs</h2><button id="button">B</button>`, {
    head: "<style>* { margin: 37px !important } table { display: none } h2 { font-size: 77px }</style>",
  });
  await settles(page, "ready");
  assert.equal(await page.locator("table").isVisible(), true);
  const size = (selector) =>
    page.locator(selector).evaluate((element) => getComputedStyle(element).fontSize);
  assert.equal(await size("#theirs"), "77px");
  assert.notEqual(await size("[part=heading]"), "77px");
});

const LANGUAGES = [
  [
    "the nearest lang",
    '<div lang="de"><licensing-card tenant="2"></licensing-card></div>',
    "en",
    "1,93",
  ],
  ["the document's lang", '<licensing-card tenant="2"></licensing-card>', "de-AT", "1,93"],
  ["its own lang", '<licensing-card lang="en" tenant="2"></licensing-card>', "de", "1.93"],
  [
    "locale before lang",
    '<licensing-card locale="en-GB" tenant="2"></licensing-card>',
    "de",
    "1.93",
  ],
  ["the browser's, without any lang", '<licensing-card tenant="2"></licensing-card>', "", "1,93"],
  [
    "English words where a language has none",
    '<licensing-card locale="fi" tenant="2"></licensing-card>',
    "en",
    "1,93",
  ],
];

test(
  "language and numbers follow the locale",
  {
    contextOptions: { locale: "de-AT" },
  },
  async ({ t, page, open }) => {
    for (const [what, markup, lang, amount] of LANGUAGES) {
      await t.test(what, async () => {
        await open(markup, { lang });
        await settles(page, "ready");
        assert.equal(await page
            .locator("tfoot [data-measure=total][data-unit=instances]")
            .innerText(), amount);
        const german = amount === "1,93" && !markup.includes("fi");
        assert.equal(await page.locator("[part=card]").getAttribute("lang"), german ? "de" : "en");
        assert.equal(
          await page.getByRole("button", { name: german ? "Aktualisieren" : "Refresh" }).count(),
          1,
        );
      });
    }
  },
);

test("a change of the page's language is followed at once, without a request", async ({
  page,
  open,
  console,
  tenant,
}) => {
  const company = tenant();
  await console.fault(company, { body: { rows: 4 } });
  await open(`<div><licensing-card tenant="${company}"></licensing-card></div>`);
  await settles(page, "ready");
  for (const [selector, lang, text] of [
    ["html", "de", "Cloud-Connect-Lizenznutzung"],
    ["div", "en", "Cloud Connect license usage"],
    ["licensing-card", "de", "Cloud-Connect-Lizenznutzung"],
  ]) {
    await page.evaluate(
      ([selector, lang]) => document.querySelector(selector).setAttribute("lang", lang),
      [selector, lang],
    );
    await page.locator("[part=heading]", { hasText: text }).waitFor();
  }
  const labels = await page.evaluate(() =>
    document.querySelector("licensing-card").usage.workloads.map(({ label }) => label),
  );
  assert.equal(labels[0], "VM-Backup");
  await page.evaluate(() => document.querySelector("licensing-card").refresh());
  assert.equal((await console.requests(company)).length, 2);
});
