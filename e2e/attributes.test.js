// Attributes and the properties that reflect them.

import assert from "node:assert/strict";
import { test as nodeTest } from "node:test";

import { manifestElement } from "./support/manifest.js";
import { CARD, look, settles, suite, warnings } from "./support/suite.js";

const test = suite();

const UUID = "C963cfe0-afae-4a3b-b909-6a04e7d80068";

// Each attribute with its default, [set, read back] for valid values, and invalid ones.
const ATTRIBUTES = [
  {
    attribute: "endpoint",
    byDefault: "/v2",
    valid: [
      ["/v2", "/v2"],
      ["api/v2/", "api/v2/"],
      ["https://console.example:1281/v2", "https://console.example:1281/v2"],
      ["http://localhost:1282/v2", "http://localhost:1282/v2"],
    ],
    invalid: [
      "",
      "http://console.example/v2",
      "https://user:secret@console.example/v2",
      "javascript:0",
    ],
  },
  {
    attribute: "tenant",
    byDefault: null,
    valid: [
      ["2", "2"],
      ["9999999999999999999", "9999999999999999999"],
      [UUID, UUID],
    ],
    invalid: ["", "10000000000000000000", "-1", "1.5", "two", "../2", `{${UUID}}`],
  },
  {
    attribute: "resource",
    byDefault: "cloudConnectUsage",
    valid: [
      ["backupServerUsage", "backupServerUsage"],
      ["availabilityConsoleUsage", "availabilityConsoleUsage"],
      ["cloudConnectUsage", "cloudConnectUsage"],
    ],
    invalid: ["", "cloudconnectusage", "all", "toString"],
  },
  {
    attribute: "api",
    byDefault: "v2",
    valid: ["v2", "v3"].map((value) => [value, value]),
    invalid: ["v1", "V3", ""],
  },
  {
    attribute: "heading",
    byDefault: null,
    valid: [
      ["Usage", "Usage"],
      ["<b>", "<b>"],
    ],
    invalid: [],
  },
  {
    attribute: "heading-level",
    byDefault: 2,
    valid: [1, 2, 3, 4, 5, 6].map((level) => [String(level), level]),
    invalid: ["0", "7", "2.5", "-1", "h3", ""],
  },
  {
    attribute: "tenant-name",
    byDefault: null,
    valid: [["Marlow & Finch", "Marlow & Finch"]],
    invalid: [],
  },
  {
    attribute: "limit",
    byDefault: null,
    valid: [
      ["100", 100],
      ["0.5", 0.5],
      ["1e3", 1000],
    ],
    invalid: ["0", "-5", "many", "", " ", "NaN", "Infinity"],
  },
  {
    attribute: "refresh-interval",
    byDefault: 0,
    valid: [
      ["0", 0],
      ["30", 30],
      ["3600", 3600],
    ],
    invalid: ["1", "29.9", "-30", "often", ""],
  },
  {
    attribute: "timeout",
    byDefault: 10,
    valid: [
      ["1", 1],
      ["120", 120],
      ["2.5", 2.5],
    ],
    invalid: ["0", "0.9", "121", "-1", "soon", ""],
  },
  {
    attribute: "credentials",
    byDefault: "same-origin",
    valid: ["omit", "same-origin", "include"].map((value) => [value, value]),
    invalid: ["Include", "all", ""],
  },
  {
    attribute: "locale",
    byDefault: null,
    valid: [
      ["de", "de"],
      ["en-GB", "en-GB"],
    ],
    invalid: ["not a tag", "", "x", "de_DE"],
  },
  {
    attribute: "theme",
    byDefault: "auto",
    valid: ["auto", "light", "dark"].map((value) => [value, value]),
    invalid: ["Dark", "blue", ""],
  },
];

nodeTest("every attribute of the manifest is tested, with its default", async () => {
  const { attributes } = await manifestElement();
  const declared = attributes.map((one) => [one.name, one.default ?? "null"]);
  const tested = ATTRIBUTES.map(({ attribute, byDefault }) => [attribute, String(byDefault)]);
  assert.deepEqual(tested.sort(), declared.sort());
});

const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

test("attribute and property reflect each other", async ({ t, page, open, logged }) => {
  await open("");
  for (const { attribute, byDefault, valid } of ATTRIBUTES) {
    await t.test(attribute, async () => {
      const read = await page.evaluate(
        ([attribute, property, valid]) => {
          const card = window.put({}, { data: [] });
          const both = () => [card.getAttribute(attribute), card[property]];
          const read = { fresh: both(), set: [], assigned: [], removed: [] };
          for (const [text, value] of valid) {
            card.setAttribute(attribute, text);
            read.set.push(both());
            card.removeAttribute(attribute);
            read.removed.push(both());
            card[property] = value;
            read.assigned.push(card[property]);
            card[property] = null;
            read.removed.push(both());
            card[property] = value;
            card[property] = undefined;
            read.removed.push(both());
          }
          return read;
        },
        [attribute, camel(attribute), valid],
      );
      assert.deepEqual(read.fresh, [null, byDefault]);
      assert.deepEqual(read.set, valid);
      assert.deepEqual(
        read.assigned,
        valid.map(([, value]) => value),
      );
      for (const removed of read.removed) assert.deepEqual(removed, [null, byDefault]);
    });
  }
  assert.deepEqual(logged, []);
});

test("an invalid value reads back as the default, reported once", async ({
  t,
  page,
  open,
  logged,
}) => {
  await open("");
  for (const { attribute, byDefault, valid, invalid } of ATTRIBUTES) {
    if (invalid.length === 0) continue;
    await t.test(attribute, async () => {
      const earlier = logged.length;
      const read = await page.evaluate(
        ([attribute, property, invalid, [valid]]) => {
          const card = window.put({}, { data: [] });
          return invalid.map((value) => {
            card.setAttribute(attribute, value);
            const byAttribute = [card.getAttribute(attribute), card[property]];
            card.setAttribute(attribute, valid);
            card[property] = value;
            return [...byAttribute, card.getAttribute(attribute), card[property]];
          });
        },
        [attribute, camel(attribute), invalid, valid[0]],
      );
      assert.deepEqual(
        read,
        invalid.map((value) => [value, byDefault, value, byDefault]),
      );
      const lines = logged.slice(earlier);
      assert.equal(lines.length, invalid.length, JSON.stringify(lines));
      for (const { type, text } of lines) {
        assert.equal(type, "warning");
        assert.ok(text.includes(attribute) && text.includes("licensing-card"), text);
        // A value in the wrong place may be a secret.
        assert.ok(!text.includes("secret"), text);
      }
    });
  }
});

test("the API decides whether a tenant is valid, also where it changes later", async ({
  page,
  open,
  logged,
}) => {
  await open('<licensing-card tenant="2"></licensing-card>');
  await settles(page, "ready");
  await page.evaluate(() => document.querySelector("licensing-card").setAttribute("api", "v3"));
  await settles(page, "error");
  assert.equal((await look(page)).error.kind, "config");
  assert.deepEqual(warnings(logged).map(({ text }) => text), ["<licensing-card>: invalid tenant"]);
});

test("a value that has no text reads back as the default, reported once", async ({
  page,
  open,
  logged,
}) => {
  await open("");
  for (const { attribute, byDefault, valid } of ATTRIBUTES) {
    const read = await page.evaluate(
      async ([attribute, property, [[text]]]) => {
        const card = window.put({ [attribute]: text }, { data: [] });
        card[property] = Symbol("x");
        card[property] = { toString: null, valueOf: null };
        await null;
        return [card.getAttribute(attribute), card[property]];
      },
      [attribute, camel(attribute), valid],
    );
    assert.deepEqual(read, [null, byDefault], attribute);
  }
  const lines = logged.map(({ text }) => text);
  assert.deepEqual(
    lines,
    ATTRIBUTES.map(({ attribute }) => `<licensing-card>: invalid ${attribute}`),
  );
});

test("an empty tenant property, as Preact writes it for none, is no matter to the console", async ({
  page,
  open,
  logged,
}) => {
  await open("");
  const kind = await page.evaluate(async () => {
    const card = window.put({}, { tenant: "" });
    return (await window.outcome(card)).error.kind;
  });
  assert.equal(kind, "config");
  assert.deepEqual(logged, []);
});

test("properties take whatever they are given without throwing", async ({ page, open }) => {
  await open("");
  const thrown = await page.evaluate(
    (names) => {
      const card = window.put({}, { data: [] });
      const untextual = {
        toString() {
          throw new Error("no text");
        },
      };
      const thrown = [];
      const values = [
        NaN,
        Infinity,
        {},
        [],
        () => {},
        Symbol("x"),
        untextual,
        10n,
        true,
        "\0",
        "\ud800",
      ];
      for (const name of names) {
        for (const value of values) {
          try {
            card[name] = value;
            void card[name];
          } catch (error) {
            thrown.push(`${name}: ${error}`);
          }
        }
      }
      return thrown;
    },
    [...ATTRIBUTES.map(({ attribute }) => camel(attribute)), "token", "tokenProvider", "data"],
  );
  assert.deepEqual(thrown, []);
});

test("read-only properties stay as they are", async ({ page, open }) => {
  await open(CARD);
  await settles(page, "ready");
  const same = await page.evaluate(() => {
    const card = document.querySelector("licensing-card");
    return ["usage", "state", "error"].map((name) => {
      const before = card[name];
      try {
        card[name] = "changed";
      } catch {
        // Modules are strict, so an assignment that does nothing throws there.
      }
      return card[name] === before;
    });
  });
  assert.deepEqual(same, [true, true, true]);
});
