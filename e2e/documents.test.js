// The documents' code is tested code, all of it: each block is listed here with its test.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";

import { VITE_FRAMEWORKS } from "./frameworks/names.js";
import { anchors, blocks, fences, read } from "./support/documents.js";

/** The block is this file. */
const file = (path) => ({ file: path });
/** Files that build or run have this block in them. */
const within = (...paths) => ({ within: paths });
/** The test, or a module that it uses, takes the heading's blocks from the document and runs them. */
const run = (path) => ({ run: path });
/** Rust compiles the document with the crate. */
const DOCTEST = { doctest: "src/lib.rs" };
/** A test parses the commands, which are this project's own. */
const COMMANDS = { commands: "xtask/src/cli.rs" };
/** The list of packages that the tests themselves install. */
const PACKAGES = { packages: "xtask/src/tools/system.rs" };
/** A test reads the arrows and holds them against the code. */
const ARROWS = { arrows: "tests/architecture.rs" };

const SNIPPETS = run("e2e/snippets.test.js");
const DOORS = run("e2e/gateway/support/doors.js");
const HOSTS = run("e2e/gateway/hosts.test.js");
const SETUP = run("e2e/gateway/setup.test.js");
const MAINS = VITE_FRAMEWORKS.map(
  (host) => `e2e/frameworks/${host}/src/main.${host.match(/react|solid/) ? "tsx" : "ts"}`,
);

// By document and heading, one for each block in order.
const CHECKS = {
  "README.md": {
    "Two commands": [COMMANDS],
    Embedding: [
      COMMANDS,
      SNIPPETS,
      SNIPPETS,
      within("docs/embedding.md"),
      within(...VITE_FRAMEWORKS.map((host) => `e2e/frameworks/${host}/src/card.ts`)),
      within(...MAINS),
      file("e2e/frameworks/types/readme.tsx"),
    ],
  },
  "js/README.md": {
    "licensing-card": [SNIPPETS, within(...VITE_FRAMEWORKS.map((host) => `e2e/frameworks/${host}/src/card.ts`))],
  },
  "CONTRIBUTING.md": {
    "Before a change is done": [COMMANDS],
    "The mock console": [SNIPPETS],
    "The gallery": [COMMANDS],
    Fuzzing: [COMMANDS],
  },
  "docs/deployment.md": {
    "Setting it up": [PACKAGES, DOORS, DOORS, DOORS, SETUP, SETUP, SETUP, SETUP],
    "Version 2 of the API": [DOORS, run("e2e/gateway/token.test.js")],
    "From two thousand companies on": [run("e2e/gateway/publish.test.js")],
    "Watching it": [run("e2e/gateway/check.test.js")],
    "Several hosts": [HOSTS, HOSTS, HOSTS],
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
      within(...VITE_FRAMEWORKS.map((host) => `e2e/frameworks/${host}/src/card.ts`)),
      within(...MAINS),
    ],
    React: [file("e2e/frameworks/react/src/Licensing.tsx")],
    Vue: [file("e2e/frameworks/vue/vite.config.ts"), file("e2e/frameworks/vue/src/Licensing.vue")],
    Svelte: [file("e2e/frameworks/svelte/src/Licensing.svelte")],
    Solid: [file("e2e/frameworks/solid/src/Licensing.tsx")],
    Preact: [file("e2e/frameworks/preact/src/Licensing.tsx")],
    Lit: [file("e2e/frameworks/lit/src/licensing.ts")],
    Angular: [file("e2e/frameworks/angular/src/card.ts"), file("e2e/frameworks/angular/src/licensing.ts")],
    "Without a framework": [file("e2e/frameworks/plain/src/licensing.ts")],
    "In a Yew application": [DOCTEST, SNIPPETS],
  },
  "docs/architecture.md": {
    "Code map": [ARROWS],
  },
  "docs/reference.md": {
    "The usage object": [SNIPPETS],
    CSV: [SNIPPETS],
  },
  "docs/reliability.md": {
    Reliability: [SNIPPETS],
  },
};

const ROOT = new URL("../", import.meta.url);
const DOCUMENTS = [
  ...["README.md", "js/README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"],
  ...(await readdir(new URL("docs/", ROOT)))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

test("the README has at most 900 words", async () => {
  const words = (await read("README.md")).split(/\s+/).filter(Boolean);
  assert.ok(words.length <= 900, `${words.length} words`);
});

test("every link of the documents leads to a file and a heading that are there", async () => {
  // js/README.md is the package's, whose documents lie in one folder: e2e/package.test.js follows it.
  for (const document of DOCUMENTS.filter((name) => name !== "js/README.md")) {
    const text = await read(document);
    for (const [, target] of text.matchAll(/\]\(([^)\s]*)\)/g)) {
      if (target.includes("://")) continue;
      const [path, fragment] = target.split("#");
      const file = path ? new URL(path, new URL(document, ROOT)) : new URL(document, ROOT);
      assert.ok(existsSync(file), `${document}: ${target}`);
      if (!fragment) continue;
      assert.ok(anchors(await readFile(file, "utf8")).includes(fragment), `${document}: ${target}`);
    }
  }
});

test("every file that the documents for contributors name is there", async () => {
  for (const document of ["CONTRIBUTING.md", "docs/architecture.md"]) {
    const named = [...(await read(document)).matchAll(/`([\w.-]+\/[\w./-]*)`/g)].map(([, path]) => path);
    const made = /^(target|dist|fuzz\/artifacts)(\/|$)/;
    assert.ok(named.length > 20, document);
    for (const path of named.filter((path) => !made.test(path))) {
      assert.ok(existsSync(new URL(path, ROOT)), `${document}: ${path}`);
    }
  }
});

test("every block of code in the documents is listed, with what sees to it", async () => {
  for (const document of DOCUMENTS) {
    const there = {};
    for (const { heading } of await fences(document)) there[heading] = (there[heading] ?? 0) + 1;
    const listed = Object.entries(CHECKS[document] ?? {}).map(([heading, { length }]) => [
      heading,
      length,
    ]);
    assert.deepEqual(there, Object.fromEntries(listed), document);
  }
});

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
/** The lines of a script, without comments. */
const lines = (code) =>
  code
    .split("\n")
    .map((line) => line.replace(/\s*#.*/, ""))
    .filter(Boolean);

/** By kind: whether a block of a document, under a heading, matches its entry. */
const KINDS = {
  async file({ code }, path) {
    assert.equal(code, await read(path));
  },
  async within({ code }, paths) {
    for (const path of paths) assert.ok((await read(path)).includes(code), path);
  },
  async run({ heading, document }, path) {
    const script = (await read(path)).replace(/^\s*\/\/.*$/gm, "");
    // As arguments, or as an entry of a list of them.
    const taken = new RegExp(`"${escaped(document)}",\\s*"${escaped(heading)}"`);
    assert.match(script, taken);
    assert.match(script, /\bblocks\(/);
  },
  async doctest({ language, document }, path) {
    assert.match(language, /^rust(,no_run)?$/);
    assert.ok((await read(path)).includes(`[doc = include_str!("../${document}")]`));
  },
  async commands({ code, document }, path) {
    for (const line of lines(code)) assert.match(line, /^cargo xtask [a-z]/);
    assert.ok((await read(path)).includes(`("${document}", `));
  },
  async packages({ code }, path) {
    const [, packages] = code.match(/^apt-get install ([\w -]+)\n$/);
    const system = await read(path);
    for (const name of packages.split(" ")) assert.ok(system.includes(`"${name}"`), name);
  },
  async arrows({ code }, path) {
    for (const line of lines(code)) assert.match(line, /^ *\w+( ← \w+)+$/);
    assert.match(await read(path), /\barrows_of\("docs\/architecture\.md"\)/);
  },
};

for (const [document, headings] of Object.entries(CHECKS)) {
  for (const [heading, checks] of Object.entries(headings)) {
    test(`${document}, ${heading}: the code is tested code`, async () => {
      const shown = await blocks(document, heading);
      for (const [at, check] of checks.entries()) {
        const [[kind, argument]] = Object.entries(check);
        await KINDS[kind]({ ...shown[at], document }, argument);
      }
    });
  }
}

test("a block that nothing runs is found out, whatever its entry says", async () => {
  const block = { document: "README.md", heading: "Sizes", language: "sh", code: "rm -rf dist\n" };
  for (const [kind, argument] of [
    ["file", "rustfmt.toml"],
    ["within", ["xtask/src/cli.rs"]],
    ["run", "e2e/snippets.test.js"],
    ["doctest", "src/lib.rs"],
    ["commands", "xtask/src/cli.rs"],
    ["packages", "xtask/src/tools/system.rs"],
    ["arrows", "tests/architecture.rs"],
  ]) {
    await assert.rejects(KINDS[kind](block, argument), kind);
  }
});
