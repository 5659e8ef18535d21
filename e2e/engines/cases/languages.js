// Every language, in words and in numbers, from left and from right.

import assert from "node:assert/strict";

import { PACKS, direction } from "../../support/packs.js";
import { answer, card, row } from "../rows.js";

// Tags of regions, whose numbers differ.
const REGIONS = { en: "en-GB", de: "de-AT", es: "es-MX", nl: "nl-BE", ar: "ar-EG" };

// A page's language, and the card's title in it.
const LANGUAGES = PACKS.map(({ tag, cloud_connect_heading }) => [REGIONS[tag] ?? tag, cloud_connect_heading]);

const MARKS = /[\u061c\u200e\u200f\u2066-\u2069]/g;

const ROWS = [row("CC_VM_Backup", { rental: [1, 0.5], used: [12345, 12345.67] })];

export function languages(test) {
  for (const [lang, title] of LANGUAGES) {
    test(`${lang}: words, numbers and direction`, async (scene) => {
      const { open, run, until, settles, look, numbers, console, tenant } = scene;
      const company = tenant();
      await console.fault(company, { status: 403 });
      await open(card(`tenant="${company}"`), { lang });
      await settles("error");
      const { error } = await look();
      const english = /\byour\b/i.test(error.message);
      assert.equal(english, lang === "en-GB", error.message);
      await run((data) => (document.querySelector("licensing-card").data = data), ROWS);
      await settles("ready");
      await until((title) => window.part("heading").textContent.trim() === title, title);
      const [formatted, shownDirection] = await run(
        (lang) => [
          [12345, 12345.67].map((number) =>
            new Intl.NumberFormat(lang, { maximumFractionDigits: 2 }).format(number),
          ),
          getComputedStyle(window.part("card")).direction,
        ],
        lang,
      );
      assert.equal(shownDirection, direction(lang));
      const { totals } = await numbers();
      const shown = totals.used.map((text) => text.replace(MARKS, ""));
      assert.deepEqual(
        shown,
        formatted.map((text) => text.replace(MARKS, "")),
      );
    });
  }

  test("a change of lang around the card is a change of its words, and no request", async (scene) => {
    const { open, run, until, settles, console, tenant } = scene;
    const company = tenant();
    await console.fault(company, answer(3));
    await open(`<div lang="fr">${card(`tenant="${company}"`)}</div>`);
    await settles("ready");
    const titled = (lang) =>
      until(
        (title) => window.part("heading").textContent.trim() === title,
        LANGUAGES.find(([each]) => each === lang)[1],
      );
    await titled("fr");
    await run(() => (document.querySelector("div").lang = "ja"));
    await titled("ja");
    await run(() => document.querySelector("div").removeAttribute("lang"));
    await titled("en-GB");
    await run(() => (document.querySelector("licensing-card").locale = "pl"));
    await titled("pl");
    assert.equal((await console.requests(company)).length, 1);
  });

  test("from right to left, heads are on the right and numbers read as numbers", async (scene) => {
    const { open, run, settles, until } = scene;
    await open(card('tenant="3"'), { lang: "ar" });
    await settles("ready");
    await until(() => getComputedStyle(window.part("card")).direction === "rtl");
    const [head, cells, overflow] = await run(() => {
      const { shadowRoot } = document.querySelector("licensing-card");
      const last = shadowRoot.querySelector("table tbody tr[data-type]:last-child");
      const left = (element) => Math.round(element.getBoundingClientRect().left);
      const cells = [...last.querySelectorAll("[data-measure][data-unit=count]")].map(left);
      const name = last.querySelector("th");
      const page = document.documentElement;
      return [name.getBoundingClientRect().right, cells, page.scrollWidth - page.clientWidth];
    });
    assert.equal(cells.length, 4);
    assert.ok(
      cells.every((cell) => cell < head),
      `${head}: ${cells}`,
    );
    assert.deepEqual(
      cells,
      cells.toSorted((one, other) => other - one),
    );
    assert.equal(overflow, 0);
  });

  test("words and numbers agree however a server writes the language", async (scene) => {
    const { open, run, until, settles } = scene;
    await open(card('tenant="2"'));
    await settles("ready");
    for (const [lang, expected] of [
      ["de_DE", "de 1,93"],
      ["de-DE.UTF-8", "de 1,93"],
      ["nl_NL", "nl 1,93"],
      ["de-DE@euro", "de 1,93"],
      ["C", "en 1.93"],
      ["pt_BR ", "pt 1,93"],
    ]) {
      await run((lang) => (document.documentElement.lang = lang), lang);
      await until((expected) => {
        const language = window.part("card")?.lang.split("-")[0];
        const total = window.numbers(document.querySelector("licensing-card")).totals.total[1];
        return `${language} ${total}` === expected;
      }, expected);
    }
  });
}
