// The module's exports, in a browser and on a server.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test as nodeTest } from "node:test";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { DIST } from "./support/environment.js";
import { manifestElement } from "./support/manifest.js";
import { CARD, settles, suite, warnings } from "./support/suite.js";

const test = suite();

const json = async (name) => JSON.parse(await readFile(join(DIST, name), "utf8"));

nodeTest("dist/ holds the files that ship, and no others", async () => {
  const files = await readdir(DIST);
  const code = files.filter((file) => /\.(js|wasm)$/.test(file));
  const own = ["licensing-card.js", "licensing-card_bg.wasm", "licensing-card_glue.js"];
  assert.deepEqual(
    own.filter((file) => !code.includes(file)),
    [],
  );
  const expected = [
    ...code.flatMap((file) => [file, `${file}.br`, `${file}.gz`]),
    ...["licensing-card.d.ts", "licensing-card_bg.wasm.d.ts"],
    ...["preact", "react", "solid", "svelte", "vue"].map((framework) => `${framework}.d.ts`),
    ...["CHANGELOG.md", "LICENSE", "README.md", "THIRD-PARTY-NOTICES.txt"],
    ...["deployment.md", "embedding.md", "reference.md", "troubleshooting.md"],
    ...["custom-elements.json", "integrity.json", "package.json", "sbom.cdx.json"],
  ];
  assert.deepEqual(files.sort(), expected.sort());
});

nodeTest("importing the module on a server does nothing and does not throw", async () => {
  const before = Object.keys(globalThis);
  const module = await import(pathToFileURL(join(DIST, "licensing-card.js")));
  assert.deepEqual(Object.keys(globalThis), before);
  assert.equal(module.define(), false);
  assert.equal(module.define("usage-card"), false);
  assert.equal(module.configure({ wasmUrl: "/card.wasm" }), undefined);
  assert.equal(typeof module.LicensingCardElement, "function");
});

nodeTest("the version is the package's", async () => {
  const { version } = await import(pathToFileURL(join(DIST, "licensing-card.js")));
  assert.equal(version, (await json("package.json")).version);
  assert.match(version, /^\d+\.\d+\.\d+$/);
});

test("the element has every attribute, property and method of the manifest", async ({ page, open }) => {
  await open("");
  const { attributes, members } = await manifestElement();
  assert.ok(attributes.length > 10 && members.length > attributes.length);
  const lacking = await page.evaluate(
    ([attributes, members]) => {
      const { observedAttributes, prototype } = customElements.get("licensing-card");
      return [
        ...attributes.filter((name) => !observedAttributes.includes(name)),
        ...members.filter((name) => !(name in prototype)),
      ];
    },
    [attributes, members].map((list) => list.map(({ name }) => name)),
  );
  assert.deepEqual(lacking, []);
});

test("importing the module defines the element at once", async ({ page, open, logged }) => {
  await open(
    '<script type="module">import "/licensing-card.js"; window.known = !!customElements.get("licensing-card");</script>',
    { module: "" },
  );
  await page.waitForFunction(() => "known" in window);
  assert.equal(await page.evaluate(() => window.known), true);
  assert.deepEqual(logged, []);
});

test("define() is true where the tag is, or already was, this module's", async ({
  page,
  open,
  logged,
}) => {
  await open("");
  const answers = await page.evaluate(async () => {
    const { define, LicensingCardElement } = await import("/licensing-card.js");
    const card = document.createElement("licensing-card");
    return {
      again: define(),
      undefined: define(undefined),
      byName: define("licensing-card"),
      other: define("usage-card"),
      otherAgain: define("usage-card"),
      third: define("third-card"),
      isOurs: card instanceof LicensingCardElement,
      otherIsOurs: document.createElement("usage-card") instanceof LicensingCardElement,
    };
  });
  assert.deepEqual([...new Set(Object.values(answers))], [true], JSON.stringify(answers));
  assert.deepEqual(logged, []);
});

test("a further tag is a card like the first", async ({ page, open }) => {
  await open('<usage-card tenant="2"></usage-card>');
  await page.evaluate(async () => (await import("/licensing-card.js")).define("usage-card"));
  await settles(page, "ready", "usage-card");
  await page.locator("usage-card table").waitFor();
});

test("define() is false with one warning for what is no element's name", async ({
  page,
  open,
  logged,
}) => {
  await open("");
  const answers = await page.evaluate(async () => {
    const { define } = await import("/licensing-card.js");
    const answers = [];
    for (const tag of ["nohyphen", "Upper-Case", "", "1-digit", "font-face", "with space-x"]) {
      answers.push(define(tag), define(tag));
    }
    return answers;
  });
  assert.deepEqual([...new Set(answers)], [false]);
  assert.equal(warnings(logged).length, 6, JSON.stringify(logged));
});

test(
  "define() never throws, whatever it is given",
  async ({ page, open }) => {
    await open("");
    const answers = await page.evaluate(async () => {
      const { define } = await import("/licensing-card.js");
      const untextual = {
        toString() {
          throw new Error("no text");
        },
      };
      return [null, 5, {}, [], () => {}, Symbol("tag"), untextual].map((tag) => {
        try {
          return define(tag);
        } catch (error) {
          return String(error);
        }
      });
    });
    assert.deepEqual([...new Set(answers)], [false]);
  },
);

test("define() leaves another component's tag alone, with one warning, the import's included", async ({
  page,
  open,
  logged,
}) => {
  const head =
    '<script>customElements.define("licensing-card", class Other extends HTMLElement {});</script>';
  await open(CARD, { head });
  const answers = await page.evaluate(async () => {
    const { define } = await import("/licensing-card.js");
    return [define(), define(), customElements.get("licensing-card").name, define("usage-card")];
  });
  assert.deepEqual(answers, [false, false, "Other", true]);
  assert.equal(warnings(logged).length, 1, JSON.stringify(logged));
  assert.match(warnings(logged)[0].text, /licensing-card/);
});

test("a second copy of the module leaves the first one's tag alone, with one warning", async ({
  page,
  open,
  logged,
}) => {
  await open(CARD);
  await settles(page, "ready");
  const answers = await page.evaluate(async () => {
    const copy = await import("/licensing-card.js?copy");
    return [copy.define(), copy.define("other-card")];
  });
  assert.deepEqual(answers, [false, true]);
  assert.equal(warnings(logged).length, 1, JSON.stringify(logged));
});
