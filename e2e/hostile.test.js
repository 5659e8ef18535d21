// Hostile and sloppy pages: their changes to the browser before the module loads must not break the
// card, and the card must not break them.

import assert from "node:assert/strict";

import { CARD, fired, look, settles, suite, warnings } from "./support/suite.js";

const test = suite();

const ROWS = [
  { type: "CC_Server_Backup", rentalCount: 1, rentalInstances: 0.33 },
  { type: "CC_Workstation_Backup", rentalCount: 10, rentalInstances: 1.6 },
];

/** Both ways to numbers, on one page. */
async function showsNumbers({ page, open }) {
  await open(CARD);
  await page.evaluate((data) => {
    const card = document.createElement("licensing-card");
    card.id = "handed";
    card.data = data;
    document.body.append(card);
  }, ROWS);
  // Without the test driver's own helpers, which need functions that some of the pages have removed.
  const shown = () =>
    page.evaluate(() =>
      ["#card", "#handed"].map((id) => {
        const { state, shadowRoot } = document.querySelector(id);
        return `${state} ${shadowRoot.querySelector("tfoot [data-measure=total]")?.textContent}`;
      }),
    );
  const expected = ["ready 1.93", "ready 1.93"];
  for (let times = 0; times < 200 && String(await shown()) !== String(expected); times++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.deepEqual(await shown(), expected);
}

const PAGES = {
  "there is no FinalizationRegistry": () => delete window.FinalizationRegistry,
  "there are no custom states": () => {
    delete ElementInternals.prototype.states;
    delete window.CustomStateSet;
  },
  "it has a Window, an Element and a Request of its own": () => {
    window.Window = function Window() {};
    window.Request = function Request() {};
  },
  "instantiateStreaming and compileStreaming reject good files": () => {
    WebAssembly.instantiateStreaming = WebAssembly.compileStreaming = async (response) => {
      await (await response).arrayBuffer();
      throw new TypeError("no");
    };
  },
  "there is no instantiateStreaming and no compileStreaming": () => {
    delete WebAssembly.instantiateStreaming;
    delete WebAssembly.compileStreaming;
  },
  "navigator.language is undefined": () => {
    Object.defineProperty(Navigator.prototype, "language", { get: () => undefined });
  },
  "fetch takes its first argument for a text": () => {
    const { fetch } = window;
    window.fetch = (url, init) => (url.startsWith("x") ? null : fetch(url, init));
  },
  "prototypes are frozen": () => {
    for (const { prototype } of [
      ...[Object, Array, Function, Promise, String, Error, Map, Set],
      ...[EventTarget, Event, Node, Element, HTMLElement, Document, ShadowRoot, Window],
    ]) {
      Object.freeze(prototype);
    }
  },
  "its console throws": () => {
    console.error = console.warn = () => {
      throw new Error("no console");
    };
  },
  "prototypes have enumerable additions": () => {
    Object.prototype.extra = "extra";
    Array.prototype.extra = function () {};
    Function.prototype.extra = 1;
  },
  "storage throws": () => {
    for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException("no", "SecurityError");
        },
      });
    }
    Object.defineProperty(Document.prototype, "cookie", {
      get() {
        throw new DOMException("no", "SecurityError");
      },
    });
  },
};

for (const [what, break_] of Object.entries(PAGES)) {
  test(`the card shows its numbers where ${what}`, async ({ page, open, logged }) => {
    await page.addInitScript(break_);
    await showsNumbers({ page, open });
    assert.deepEqual(warnings(logged), []);
  });
}

test("thousands of changes make one request in one task", async ({ page, open, console, tenant }) => {
  const company = tenant();
  await console.fault(company, { body: { rows: 4 } });
  await open("");
  await page.evaluate(async (company) => {
    const card = window.put({ tenant: "7" });
    for (let time = 0; time < 1000; time++) {
      card.tenant = String(100_000 + time);
      card.heading = `Heading ${time}`;
      card.limit = time + 1;
    }
    card.tenant = company;
    await window.outcome(card);
  }, company);
  assert.deepEqual(
    (await fired(page, "usage-load")).map(({ name }) => name),
    ["usage-loadstart", "usage-load"],
  );
  assert.equal((await console.requests(company)).length, 1);
});

test("thousands of changes over as many tasks end in what was said last", async ({
  page,
  open,
  console,
  tenant,
}) => {
  const company = tenant();
  await console.fault(company, { body: { rows: 4 } });
  await open(`<licensing-card tenant="${company}"></licensing-card>`);
  await settles(page, "ready");
  await page.evaluate(async () => {
    const card = document.querySelector("licensing-card");
    const { port1, port2 } = new MessageChannel();
    for (let time = 0; time < 1000; time++) {
      card.heading = `Heading ${time}`;
      card.limit = time + 1;
      card.locale = time % 2 ? "de" : "en";
      await new Promise((resolve) => {
        port1.onmessage = resolve;
        port2.postMessage(null);
      });
    }
  });
  await page.locator("[part=heading]", { hasText: "Heading 999" }).waitFor();
  assert.match(await page.locator("[part=summary]").innerText(), /In Nutzung/);
  assert.equal((await console.requests(company)).length, 1);
});

test("an invalid attribute throws nothing where the console throws", async ({ page, open }) => {
  await page.addInitScript(PAGES["its console throws"]);
  await open('<licensing-card tenant="2" limit="none" theme="Dark"></licensing-card>');
  await settles(page, "ready");
  assert.equal(
    await page.evaluate(() => {
      const card = document.querySelector("licensing-card");
      card.setAttribute("timeout", "soon");
      return card.timeout;
    }),
    10,
  );
});
