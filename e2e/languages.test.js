// The languages: English is in the WebAssembly, every other one in a file that is loaded for who reads
// it. Their texts are tested elsewhere; here, that and when they arrive.

import assert from "node:assert/strict";

import { PACKS, direction, pack } from "./support/packs.js";
import { CARD, fired, look, settles, suite, warnings } from "./support/suite.js";

const test = suite();

// Tags of regions that have no texts of their own.
const REGIONS = { en: "en-GB", de: "de-AT", es: "es-MX", nl: "nl-BE", "pt-BR": "pt", ar: "ar-EG" };

// A tag, the texts' language, the title, and the notice without WebAssembly.
const LANGUAGES = PACKS.map(({ tag, cloud_connect_heading, not_loaded }) => [
  REGIONS[tag] ?? tag,
  tag,
  cloud_connect_heading,
  not_loaded,
]);

const FILES = "**/licensing-card_{ar,de,pl}.js*";
const GERMAN = "**/licensing-card_de.js*";
const HEADING = Object.fromEntries(LANGUAGES.map(([, tag, title]) => [tag, title]));

/** The files of languages that a page asks for from now on. */
function languageFiles(page) {
  const files = [];
  page.on("request", (request) => {
    const [file] = /licensing-card_(?!glue|bg)\w+\.js.*$/.exec(request.url()) ?? [];
    if (file) files.push(file);
  });
  return files;
}

/** Keeps requests waiting until it is called. */
async function hold(page, url) {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route(url, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

const heading = (page) => page.locator("[part=heading]");
const speak = (page, lang) =>
  page.evaluate((lang) => document.documentElement.setAttribute("lang", lang), lang);

test("every language's words come from its own file, once for all cards", async ({ t, page, open }) => {
  const files = languageFiles(page);
  for (const [tag, language, title] of LANGUAGES) {
    await t.test(tag, async () => {
      files.length = 0;
      await open(`${CARD}<licensing-card id="other" tenant="3"></licensing-card>`, { lang: tag });
      await settles(page, "ready", "#card");
      await settles(page, "ready", "#other");
      assert.deepEqual(await page.locator("#card [part=heading]").innerText(), title);
      const shown = await page.evaluate(() =>
        [...document.querySelectorAll("licensing-card")].map((card) => {
          const article = card.shadowRoot.querySelector("[part=card]");
          return [article.lang, article.dir, getComputedStyle(article).direction];
        }),
      );
      const expected = [language, direction(language), direction(language)];
      assert.deepEqual(shown, [expected, expected]);
      const file = `licensing-card_${language.split("-")[0]}.js`;
      assert.deepEqual(files, language === "en" ? [] : [file]);
    });
  }
});

test("numbers choose the form of the word", async ({ page, open }) => {
  await open("");
  for (const [locale, count, words] of [
    ["pl", 1, "1 maszyna"],
    ["pl", 3, "3 maszyny"],
    ["pl", 5, "5 maszyn"],
    ["ar-u-nu-latn", 2, "2 جهازان"],
    ["ar-u-nu-latn", 11, "11 جهازًا"],
    ["ja", 1, "1 台"],
  ]) {
    const text = await page.evaluate(
      async ([locale, count]) => {
        const card = window.put({ locale });
        const loaded = window.outcome(card);
        card.data = [window.row("CC_VM_Backup", { used: [count, 1] })];
        await loaded;
        const { innerText } = card.shadowRoot.querySelector("[part=summary]");
        card.remove();
        return innerText;
      },
      [locale, count],
    );
    assert.ok(text.includes(words), `${locale}: ${words} in ${text}`);
  }
});

test("the words are asked for before the WebAssembly is there", async ({ page, open }) => {
  const files = languageFiles(page);
  const release = await hold(page, "**/*.wasm");
  const requested = page.waitForRequest(GERMAN);
  await open(CARD, { lang: "de" });
  await requested;
  release();
  await settles(page, "ready");
  assert.deepEqual(files, ["licensing-card_de.js"]);
});

/** Writes down every title that is on screen from now on. */
const watchTitles = (page) =>
  page.evaluate(() => {
    window.titles = [];
    const root = document.querySelector("licensing-card").shadowRoot;
    const note = () => {
      const title = root.querySelector("[part=heading]")?.textContent;
      if (title && title !== window.titles.at(-1)) window.titles.push(title);
    };
    new MutationObserver(note).observe(root, { childList: true, subtree: true, characterData: true });
    note();
  });

test("words that take a while are waited for, with the page's own content on screen", async ({
  page,
  open,
}) => {
  await open('<licensing-card id="warm" tenant="3"></licensing-card>');
  await settles(page, "ready");
  await page.evaluate(() => document.querySelector("#warm").remove());
  const release = await hold(page, GERMAN);
  const answered = page.waitForResponse("**/tenants/2/**");
  await page.evaluate(() => {
    document.body.innerHTML = '<licensing-card tenant="2" locale="de">Gleich da</licensing-card>';
  });
  await watchTitles(page);
  await (await answered).finished();
  // The numbers are there, and nothing is told of them yet.
  assert.equal(await page.locator("licensing-card").innerText(), "Gleich da");
  assert.equal((await look(page)).state, "loading");
  release();
  await settles(page, "ready");
  assert.deepEqual(await page.evaluate(() => window.titles), [HEADING.de]);
  const loads = (await fired(page, "usage-load", 2)).filter(({ name }) => name === "usage-load");
  assert.equal(loads.at(-1).detail.workloads[0].label, "Server-Backup");
  assert.equal(loads.length, 2);
});

test("words that take too long are English ones until they are there", async ({ page, open }) => {
  const release = await hold(page, GERMAN);
  await open(CARD, { lang: "de" });
  await settles(page, "ready");
  assert.equal(await heading(page).innerText(), HEADING.en);
  assert.equal(await page.locator("[part=card]").getAttribute("lang"), "en");
  const { usage } = await look(page);
  assert.equal(usage.workloads[0].label, "Server backup");
  release();
  await heading(page).filter({ hasText: HEADING.de }).waitFor();
  assert.equal((await look(page)).usage.workloads[0].label, "Server-Backup");
  assert.equal((await fired(page, "usage-load")).length, 2); // and one usage-loadstart
});

test("a change of language keeps the old words until the new ones are there, and loads nothing else", async ({
  page,
  open,
  console,
  tenant,
}) => {
  const company = tenant();
  await console.fault(company, { body: { rows: 4 } });
  await open(`<licensing-card tenant="${company}"></licensing-card>`);
  await settles(page, "ready");
  await watchTitles(page);
  for (const lang of ["de", "pl", "ar", "en", "de"]) {
    const before = await heading(page).innerText();
    const release = await hold(page, FILES);
    await speak(page, lang);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
    // A language pack that was loaded before needs no file.
    const known = lang === "en" || (await page.evaluate((t) => window.titles.includes(t), HEADING[lang]));
    if (!known) assert.equal(await heading(page).innerText(), before);
    release();
    await heading(page).filter({ hasText: HEADING[lang] }).waitFor();
    await page.unroute(FILES);
  }
  const titles = ["en", "de", "pl", "ar", "en", "de"].map((lang) => HEADING[lang]);
  assert.deepEqual(await page.evaluate(() => window.titles), titles);
  assert.equal((await console.requests(company)).length, 1);
  assert.equal((await fired(page, "usage-load")).length, 2);
});

test("without its file a language is English, and is tried again at the next change", async ({
  page,
  open,
  logged,
}) => {
  const files = languageFiles(page);
  await page.route(GERMAN, (route) => route.fulfill({ status: 404, body: "" }));
  await open(CARD, { lang: "de" });
  await settles(page, "ready");
  assert.equal(await heading(page).innerText(), HEADING.en);
  assert.equal((await look(page)).error, null);
  // The numbers are the reader's all the same.
  assert.equal(await page.locator("tfoot [data-measure=total][data-unit=instances]").innerText(), "1,93");
  assert.deepEqual(warnings(logged), []);
  await page.unroute(GERMAN);
  await speak(page, "en");
  await speak(page, "de-CH");
  await heading(page).filter({ hasText: HEADING.de }).waitFor();
  assert.equal(files[0], "licensing-card_de.js");
  assert.match(files.at(-1), /^licensing-card_de\.js\?\d$/);
});

test("without its file a language is tried again for the next card", async ({ page, open }) => {
  await page.route(GERMAN, (route) => route.abort());
  await open(CARD, { lang: "de" });
  await settles(page, "ready");
  await page.unroute(GERMAN);
  await page.evaluate(() => document.querySelector("#card").remove());
  await page.evaluate(() => window.mount({ tenant: "2" }));
  assert.equal(await heading(page).innerText(), HEADING.de);
});

test("a file of another version is not taken for the language's", async ({ page, open }) => {
  await page.route(GERMAN, (route) =>
    route.fulfill({ contentType: "text/javascript", body: 'export default "aaaaaaaa\\nde\\nltr";' }),
  );
  await open(CARD, { lang: "de" });
  await settles(page, "ready");
  assert.equal(await heading(page).innerText(), HEADING.en);
});

test("a lang that is no language is none", async ({ page, open }) => {
  const files = languageFiles(page);
  for (const lang of ["constructor", "__proto__", "tlh", "-", "../de"]) {
    await open(CARD, { lang });
    await settles(page, "ready");
    assert.equal(await heading(page).innerText(), HEADING.en);
  }
  assert.deepEqual(files, []);
});

test("a failed load is told in every language", async ({ t, page, open }) => {
  await page.route("**/*.wasm*", (route) => route.fulfill({ status: 404, body: "" }));
  for (const [tag, , , sentence] of LANGUAGES) {
    await t.test(tag, async () => {
      await open(CARD, { lang: tag });
      await settles(page, "error");
      const { error } = await look(page);
      assert.deepEqual([error.kind, error.message], ["load-failed", sentence]);
    });
  }
});

test("a failed load is told in the card's language without the glue, too", async ({ page, open }) => {
  await page.route("**/licensing-card_glue.js*", (route) => route.fulfill({ status: 404, body: "" }));
  await open(CARD, { lang: "de" });
  await settles(page, "error");
  assert.equal((await look(page)).error.message, pack("de").not_loaded);
});

for (const [what, answer] of [
  ["is missing", (route) => route.fulfill({ status: 404, body: "" })],
  ["never comes", () => {}],
]) {
  test(`a failed load is told in English where the file of its words ${what}`, async ({
    page,
    open,
  }) => {
    await page.route("**/*.wasm*", (route) => route.fulfill({ status: 404, body: "" }));
    await page.route("**/licensing-card_de.js*", answer);
    await open(CARD, { lang: "de" });
    await settles(page, "error");
    assert.equal((await look(page)).error.message, pack("en").not_loaded);
    await page.unroute("**/*.wasm*");
    await page.locator("[part=retry-button]").click();
    await settles(page, "ready");
    assert.equal(await heading(page).innerText(), HEADING.en);
  });
}

test("a change of lang is noticed through other components' shadow roots", async ({ page, open }) => {
  await open('<div id="outer"></div>');
  await page.evaluate(async () => {
    const inside = (host) => {
      const root = host.attachShadow({ mode: "open" });
      root.append(document.createElement("section"));
      return root.firstChild;
    };
    const outer = inside(document.querySelector("#outer"));
    const inner = document.createElement("div");
    outer.append(inner);
    const card = document.createElement("licensing-card");
    card.setAttribute("tenant", "2");
    const loaded = window.outcome(card);
    inside(inner).append(card);
    await loaded;
    Object.assign(window, { outer, inner });
  });
  for (const [change, lang] of [
    ["outer.lang = 'de'", "de"],
    ["inner.lang = 'pl'", "pl"],
    ["inner.removeAttribute('lang')", "de"],
    ["outer.lang = 'ar'", "ar"],
  ]) {
    await page.evaluate(change);
    await heading(page).filter({ hasText: HEADING[lang] }).waitFor();
  }
});
