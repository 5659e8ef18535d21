// Names that a page's markup takes, and scripts that rewrite an open shadow root.

import assert from "node:assert/strict";

import { CARD, fired, look, settles, suite, warnings } from "./support/suite.js";

const test = suite();

const NAMES = [
  ...["lang", "parentElement", "parentNode", "getAttribute", "getRootNode", "baseURI", "nodeType"],
  ...["visibilityState", "hidden", "body", "activeElement", "addEventListener", "defaultView"],
  ...["location", "documentElement", "adoptedStyleSheets", "head", "URL", "readyState", "origin"],
];

for (const [what, markup] of Object.entries({
  "of a form": (name) => `<form><select name="${name}"><option>x</select>${CARD}</form>`,
  "of a form, by an input": (name) => `<form><input name="${name}">${CARD}</form>`,
  "of the document": (name) => `<img name="${name}" alt="">${CARD}`,
  "of the window": (name) => `<p id="${name}"></p>${CARD}`,
})) {
  test(`no name that markup takes ${what} is one to the card`, async ({ page, open, logged }) => {
    for (const name of NAMES) {
      await open(`<div lang="de">${markup(name)}</div>`);
      await settles(page, "ready");
      assert.equal((await look(page)).usage.totals.total.instances, 1.93, name);
      assert.match(await page.locator("tfoot").innerText(), /1,93/, name);
      assert.equal(await page.evaluate(() => document.querySelector("#card").endpoint), "/v2");
    }
    assert.deepEqual(warnings(logged), []);
  });
}

for (const [lang, number] of [
  ["de_DE", "1,93"],
  ["de-DE.UTF-8", "1,93"],
  ["de-DE ", "1,93"],
  ["de-DE@euro", "1,93"],
  ["pt_BR", "1,93"],
  ["C", "1.93"],
]) {
  test(`words and numbers agree where lang is ${JSON.stringify(lang)}`, async ({ page, open }) => {
    await open(CARD, { lang });
    await settles(page, "ready");
    assert.ok((await page.locator("tfoot").innerText()).includes(number));
    const language = await page.locator("[part=card]").getAttribute("lang");
    assert.equal(language, lang === "C" ? "en" : lang.slice(0, 5).replace("de_DE", "de").replace("de-DE", "de").replace("_", "-"));
  });
}

const FOREIGN = {
  "a translator wraps each text": (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      const font = document.createElement("font");
      text.replaceWith(font);
      font.append(text);
    }
  },
  "a highlighter splits each text": (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) if (text.length > 1) text.splitText(1);
  },
  "texts are replaced": (root) => {
    for (const cell of root.querySelectorAll("td,th,dd,b")) cell.textContent = "?";
  },
  "a row is taken out": (root) => root.querySelector("tbody tr").remove(),
  "the table is taken out": (root) => root.querySelector("table").remove(),
  "the card is taken out": (root) => root.querySelector("[part=card]").remove(),
  "everything is taken out": (root) => root.replaceChildren(),
  "everything is written anew": (root) => (root.firstElementChild.innerHTML += ""),
};

for (const [what, change] of Object.entries(FOREIGN)) {
  test(`the next drawing says what usage says where ${what}`, async ({
    page,
    open,
    console,
    tenant,
  }) => {
    const company = tenant();
    const rows = (used) => [
      { type: "CC_VM_Backup", usedCount: used, usedInstances: used + 0.25 },
      { type: "CC_Server_Backup", usedCount: 1, usedInstances: 1 },
    ];
    await console.fault(company, [{ body: { json: rows(3) }, times: 1 }, { body: { json: rows(9) } }]);
    await open(`<licensing-card tenant="${company}"></licensing-card>`);
    await settles(page, "ready");
    await page.evaluate(`(${change})(document.querySelector("licensing-card").shadowRoot)`);
    await page.evaluate(() => document.querySelector("licensing-card").refresh());
    const numbers = () =>
      page.evaluate(() => {
        const root = document.querySelector("licensing-card").shadowRoot;
        return [...root.querySelectorAll("tr[data-type]")].map((row) =>
          ["count", "instances"].map(
            (unit) => row.querySelector(`[data-measure=used][data-unit=${unit}]`).textContent,
          ),
        );
      });
    assert.deepEqual(await numbers(), [
      ["9", "9.25"],
      ["1", "1"],
    ]);
    assert.equal((await look(page)).usage.totals.used.count, 10);
    // Its buttons work.
    await page.locator("[part=refresh-button]").click();
    await fired(page, "usage-load", 3);
    assert.equal(await page.locator("[part=card]").count(), 1);
  });
}

const used = (n) => [{ type: "CC_VM_Backup", usedCount: n, usedInstances: n }];
/** The machines in use, by `usage` and on screen, of the last card. */
const machines = (page) =>
  page.evaluate(() => {
    const card = [...document.querySelectorAll("licensing-card")].at(-1);
    const shown = card.shadowRoot.querySelectorAll("tr [data-measure=used][data-unit=count]");
    return [card.usage.totals.used.count, ...[...shown].map((cell) => Number(cell.textContent))];
  });

test("the next drawing says what usage says in a card that another document has made", async ({
  page,
  open,
}) => {
  await open("<iframe></iframe>");
  await page.evaluate((data) => {
    const { contentDocument } = document.querySelector("iframe");
    const made = contentDocument.importNode(document.createElement("licensing-card"), true);
    document.body.append(made);
    made.data = data;
  }, used(3));
  await settles(page, "ready");
  await page.evaluate(async (data) => {
    const card = document.querySelector("licensing-card");
    for (const cell of card.shadowRoot.querySelectorAll("td b, td small")) {
      cell.replaceChildren(document.createElement("font"));
    }
    const loaded = new Promise((done) => card.addEventListener("usage-load", done));
    card.data = data;
    await loaded;
  }, used(9));
  assert.deepEqual(await machines(page), [9, 9, 9]);
});

test("what a listener does to another card that is drawn at the same time is undone, too", async ({
  page,
  open,
}) => {
  await open("<licensing-card></licensing-card>".repeat(2));
  await page.evaluate(async ([one, another]) => {
    const [first, second] = document.querySelectorAll("licensing-card");
    const load = (data) => {
      const loads = [first, second].map((card) => {
        const loaded = new Promise((done) => card.addEventListener("usage-load", done, { once: true }));
        card.data = data;
        return loaded;
      });
      return Promise.all(loads);
    };
    await load(one);
    first.addEventListener("usage-load", () => {
      for (const cell of second.shadowRoot.querySelectorAll("td b, td small")) {
        cell.replaceChildren(document.createElement("font"));
      }
    }, { once: true });
    await load(another);
    await load(one);
  }, [used(3), used(9)]);
  assert.deepEqual(await machines(page), [3, 3, 3]);
});

test("a card that is refreshed and removed in one task aborts, and leaves the others alone", async ({
  page,
  open,
}) => {
  await open(`${CARD}<licensing-card id="other" tenant="3"></licensing-card>`);
  await settles(page, "ready", "#card");
  await settles(page, "ready", "#other");
  const names = await page.evaluate(async () => {
    const names = [];
    for (const remove of [
      (card) => card.remove(),
      (card) => card.replaceWith("x"),
      (card) => (card.parentNode.textContent = ""),
    ]) {
      const card = window.put({ tenant: "2" });
      const box = document.createElement("div");
      card.replaceWith(box);
      box.append(card);
      await window.outcome(card);
      const refreshed = card.refresh().catch(({ name }) => name);
      remove(card);
      names.push(await refreshed);
      const again = window.put({ tenant: "2" });
      again.addEventListener("usage-loadstart", () => again.remove());
      names.push(await again.refresh().catch(({ name }) => name));
    }
    await document.querySelector("#other").refresh();
    return names;
  });
  assert.deepEqual(new Set(names), new Set(["AbortError"]));
  await settles(page, "ready", "#other");
});

test("an attribute token is taken out at once, never sent, and named once", async ({
  page,
  open,
  logged,
  console,
  tenant,
}) => {
  const company = tenant();
  await console.fault(company, { body: { rows: 4 } });
  await open(`<licensing-card tenant="${company}" token="SECRET-1"></licensing-card>`);
  await settles(page, "ready");
  await page.evaluate(() => {
    const card = document.querySelector("licensing-card");
    card.setAttribute("token", "SECRET-2");
    return card.refresh();
  });
  assert.equal(await page.evaluate(() => document.documentElement.outerHTML.includes("SECRET")), false);
  assert.equal(warnings(logged).length, 1);
  assert.equal(JSON.stringify(logged).includes("SECRET"), false);
  assert.equal(JSON.stringify(await console.requests(company)).includes("SECRET"), false);
});

for (const [what, bring] of Object.entries({
  "a copy of a card": (card, body) => body.append(card.cloneNode(true)),
  "a card made here": (_card, body) => {
    const made = document.createElement("licensing-card");
    made.tenant = "2";
    body.append(made);
  },
  "a card that was removed": async (card, body) => {
    card.remove();
    await Promise.resolve();
    body.append(card);
  },
  "a card that shows its numbers": (card, body) => body.append(card),
  "a card that went there and back": (card, body) => {
    body.append(card);
    document.body.append(card);
  },
})) {
  test(`${what} works in another document, with its looks`, async ({ page, open }) => {
    await open(`${CARD}<iframe id="frame"></iframe>`);
    await settles(page, "ready");
    const seen = await page.evaluate(`(async () => {
      const { contentDocument } = document.querySelector("#frame");
      await (${bring})(document.querySelector("#card"), contentDocument.body);
      const card = contentDocument.querySelector("licensing-card") ?? document.querySelector("#card");
      if (!card.usage) await window.outcome(card);
      await card.refresh();
      const { display } = card.ownerDocument.defaultView.getComputedStyle(card);
      const inner = card.shadowRoot.querySelector("[part=card]");
      const { borderTopStyle } = card.ownerDocument.defaultView.getComputedStyle(inner);
      return [card.state, card.usage.totals.total.count, display, borderTopStyle];
    })()`);
    assert.deepEqual(seen, ["ready", 11, "block", "solid"]);
  });
}
