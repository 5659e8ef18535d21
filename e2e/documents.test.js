// The documents' code is tested code, all of it: each block is listed here with what sees to it.

import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { test } from "node:test";

import { VITE_HOSTS } from "./hosts/names.js";
import { blocks, fences, read } from "./support/documents.js";

/** The block is this file. */
const file = (path) => ({ file: path });
/** Files that build or run have this block in them. */
const within = (...paths) => ({ within: paths });
/** The test, or what it stands on, takes the block from the document and runs it. */
const run = (path) => ({ run: path });
/** The test parses the commands, which are this project's own. */
const COMMANDS = { run: "xtask/src/cli.rs" };
/** There is nothing in it to be run. */
const plain = (why) => ({ plain: why });

const SNIPPETS = run("e2e/snippets.test.js");
const MAINS = VITE_HOSTS.map(
  (host) => `e2e/hosts/${host}/src/main.${host.match(/react|solid/) ? "tsx" : "ts"}`,
);

// By document and heading, one for each block in order.
const CHECKS = {
  "README.md": {
    "licensing-card": [SNIPPETS],
    "Two commands": [COMMANDS],
    Embedding: [COMMANDS, SNIPPETS],
    "The usage object": [SNIPPETS],
    CSV: [SNIPPETS],
    "As a Yew component": [run("src/lib.rs"), SNIPPETS],
    "The development console": [SNIPPETS],
    Architecture: [plain("a picture, which tests/architecture.rs keeps true")],
  },
  "CONTRIBUTING.md": {
    "Before a change is done": [COMMANDS],
    "The gallery": [COMMANDS],
    Fuzzing: [COMMANDS],
  },
  "docs/deployment.md": {
    "With nginx": [
      run("xtask/src/tools/system.rs"),
      file("examples/nginx/portal.conf"),
      file("examples/nginx/security-headers.conf"),
      run("e2e/support/nginx.js"),
      file("examples/nginx/renew-token"),
      plain("a line for cron"),
    ],
    "Without a gateway": [SNIPPETS],
  },
  "docs/embedding.md": {
    Embedding: [SNIPPETS],
    Sizing: [SNIPPETS],
    Languages: [SNIPPETS],
    Themes: [SNIPPETS],
    Tokens: [SNIPPETS],
    Events: [SNIPPETS],
    "Numbers that the page has already": [SNIPPETS],
    "Content-Security-Policy": [SNIPPETS],
    "Subresource integrity": [run("e2e/integrity.test.js")],
    "Installing it": [SNIPPETS],
    "With Vite": [
      within(...VITE_HOSTS.map((host) => `e2e/hosts/${host}/src/card.ts`)),
      within(...MAINS),
    ],
    React: [file("e2e/hosts/react/src/Licensing.tsx")],
    Vue: [file("e2e/hosts/vue/vite.config.ts"), file("e2e/hosts/vue/src/Licensing.vue")],
    Svelte: [file("e2e/hosts/svelte/src/Licensing.svelte")],
    Solid: [file("e2e/hosts/solid/src/Licensing.tsx")],
    Preact: [file("e2e/hosts/preact/src/Licensing.tsx")],
    Lit: [file("e2e/hosts/lit/src/licensing.ts")],
    Angular: [file("e2e/hosts/angular/src/card.ts"), file("e2e/hosts/angular/src/licensing.ts")],
    "Without a framework": [file("e2e/hosts/plain/src/licensing.ts")],
  },
  "docs/reliability.md": {
    "What can go wrong, and what the card does": [SNIPPETS],
  },
};

test("every block of code in the documents is listed, with what sees to it", async () => {
  const docs = (await readdir(new URL("../docs/", import.meta.url)))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`);
  for (const document of ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", ...docs]) {
    const there = {};
    for (const { heading } of await fences(document)) there[heading] = (there[heading] ?? 0) + 1;
    const listed = Object.entries(CHECKS[document] ?? {}).map(([heading, { length }]) => [
      heading,
      length,
    ]);
    assert.deepEqual(there, Object.fromEntries(listed), document);
  }
});

for (const [document, headings] of Object.entries(CHECKS)) {
  for (const [heading, checks] of Object.entries(headings)) {
    test(`${document}, ${heading}: the code is tested code`, async () => {
      const shown = await blocks(document, heading);
      for (const [at, { file, within, run }] of checks.entries()) {
        const { code } = shown[at];
        if (file) assert.equal(code, await read(file), file);
        for (const path of within ?? []) assert.ok((await read(path)).includes(code), path);
        // Whoever runs it has to know where it is from.
        if (run) assert.ok((await read(run)).includes(document.split("/").pop()), run);
      }
    });
  }
}
