// axe finds nothing: in every state, in both themes and directions and at every width of the gallery.

import assert from "node:assert/strict";

import axe from "axe-core";

import { STATES, WIDTHS } from "../gallery/cells.js";
import { FAULTS, FOLDERS, visit } from "./gallery/visit.js";
import { suite } from "./support/suite.js";

const test = suite({ folder: FOLDERS, session: false, flags: ["--faults", FAULTS] });

// The levels that are promised, and best practices beyond them.
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// A card has the direction of its language.
const LIGHTS = ["en", "ar"].flatMap((lang) => ["light", "dark"].map((theme) => ({ lang, theme })));

const contextOptions = { reducedMotion: "reduce" };

for (const state of STATES) {
  test(
    `axe finds nothing wrong with a card that is ${state}`,
    { contextOptions },
    async (given) => {
      const { page } = given;
      await visit(given, { state, limit: "90" });
      await page.evaluate(axe.source);
      const found = [];
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        for (const light of LIGHTS) {
          const violations = await page.evaluate(violationsIn, { ...light, tags: TAGS });
          found.push(...violations.map((each) => `${width} px, ${Object.values(light)}: ${each}`));
        }
      }
      assert.deepEqual(found, []);
    },
  );
}

/** In the page: axe's findings in this theme. */
async function violationsIn({ lang, theme, tags }) {
  Object.assign(document.documentElement, { lang, dir: lang === "ar" ? "rtl" : "ltr" });
  document.documentElement.dataset.theme = theme;
  const card = document.querySelector("licensing-card");
  card.setAttribute("theme", theme);
  // A card that has stopped follows no more.
  for (let frame = 0; frame < 10; frame++) {
    await new Promise(requestAnimationFrame);
    if (card.shadowRoot?.querySelector(`[part=card][lang=${lang}]`)) break;
  }
  const { violations } = await window.axe.run({ runOnly: tags, resultTypes: ["violations"] });
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(" ")).join(", ")}`,
  );
}
