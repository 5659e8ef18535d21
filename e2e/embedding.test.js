// The shortest embedding, on pages of several kinds.

import assert from "node:assert/strict";

import { CARD, look, settles, suite, warnings } from "./support/suite.js";

const test = suite();

const SHORTEST =
  '<licensing-card endpoint="/v2" tenant="2">Licence usage is loading.</licensing-card>';

async function assertDocumentedSample(page) {
  await settles(page, "ready");
  const { usage } = await look(page);
  assert.deepEqual(usage.totals, {
    rental: { count: 11, instances: 1.93 },
    new: { count: 0, instances: 0 },
    used: { count: 0, instances: 0 },
    total: { count: 11, instances: 1.93 },
  });
  assert.deepEqual(await page.locator("tfoot [data-measure]").allInnerTexts(), [
    ...["0", "0"],
    ...["1.93", "11"],
    ...["0", "0"],
    ...["1.93", "11"],
  ]);
  assert.match(
    await page.locator("[part=summary]").innerText(),
    /In use\s+0 instances\s*0 machines/,
  );
}

test("the shortest embedding shows 11 machines and 1.93 instances, none in use", async ({
  page,
  open,
  logged,
}) => {
  await open(SHORTEST);
  await assertDocumentedSample(page);
  assert.deepEqual(logged, []);
});

test("a console of another origin serves a page that it lets in", async ({
  page,
  open,
  console,
  other,
}) => {
  await open("", { site: other });
  const token = await console.signIn();
  await page.evaluate(
    ([endpoint, token]) => window.mount({ endpoint, tenant: "2" }, { token }),
    [`${console.http}/v2`, token],
  );
  await assertDocumentedSample(page);
});

test("a console of another origin that lets nobody in is unreachable", async ({
  page,
  open,
  console,
  portal,
}) => {
  await open("", { site: portal });
  const token = await console.signIn();
  const { error } = await page.evaluate(
    ([endpoint, token]) => window.mount({ endpoint, tenant: "2" }, { token }),
    [`${console.http}/v2`, token],
  );
  assert.equal(error.kind, "unreachable");
  assert.equal(error.status, null);
  // A browser cannot tell these apart, so the sentence names them all.
  assert.match(error.message, /network.*certificate.*cross-origin/);
});

test("a certificate that the browser does not trust is unreachable", async ({
  page,
  open,
  console,
  other,
}) => {
  await open("", { site: other });
  const { error } = await page.evaluate(
    (endpoint) => window.mount({ endpoint, tenant: "2" }),
    `${console.https}/v2`,
  );
  assert.equal(error.kind, "unreachable");
});

test(
  "a certificate that the browser trusts will do",
  {
    contextOptions: { ignoreHTTPSErrors: true },
  },
  async ({ page, open, console, other }) => {
    await open("", { site: other });
    const token = await console.signIn();
    await page.evaluate(
      ([endpoint, token]) => window.mount({ endpoint, tenant: "2" }, { token }),
      [`${console.https}/v2`, token],
    );
    await assertDocumentedSample(page);
  },
);

test(
  "without script, people see the element's own content",
  {
    contextOptions: { javaScriptEnabled: false },
  },
  async ({ page, open }) => {
    await open(SHORTEST);
    assert.equal(await page.getByText("Licence usage is loading.").isVisible(), true);
  },
);

/** Whether any of the element's own content is on screen. */
const showsOwnContent = (page) =>
  page.evaluate(() => {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector("licensing-card"));
    return range.getClientRects().length > 0;
  });

test("until the WebAssembly is there, people see the element's own content", async ({
  page,
  open,
}) => {
  let letThrough;
  const held = new Promise((resolve) => (letThrough = resolve));
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await open(SHORTEST);
  await settles(page, "loading");
  assert.equal(await showsOwnContent(page), true);
  letThrough();
  await settles(page, "ready");
  assert.equal(await showsOwnContent(page), false);
});

test("nothing of the WebAssembly is loaded before a card is on the page", async ({
  page,
  open,
}) => {
  const requested = [];
  page.on("request", (request) => requested.push(new URL(request.url()).pathname));
  await open("");
  await page.evaluate(() => document.createElement("licensing-card"));
  // Whatever would have been asked for by now is asked for before this.
  await page.evaluate(() => fetch("/package.json"));
  assert.deepEqual(
    requested.filter((path) => /glue|wasm/.test(path)),
    [],
  );
  await page.evaluate(() => document.body.append(document.createElement("licensing-card")));
  await settles(page, "error");
  assert.deepEqual(requested.filter((path) => /glue|wasm/.test(path)).sort(), [
    "/licensing-card_bg.wasm",
    "/licensing-card_glue.js",
  ]);
});

test("a card in another component's shadow root is a card like any other", async ({
  page,
  open,
  logged,
}) => {
  await open("<section></section>");
  const state = await page.evaluate(async () => {
    const root = document.querySelector("section").attachShadow({ mode: "open" });
    root.innerHTML = '<licensing-card tenant="2"></licensing-card>';
    return (await window.outcome(root.firstChild)).state;
  });
  assert.equal(state, "ready");
  assert.deepEqual(warnings(logged), []);
});
