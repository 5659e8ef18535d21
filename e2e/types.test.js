// The type declarations, as a strict compiler reads them.

import assert from "node:assert/strict";
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import ts from "typescript";

import { DIST, ROOT } from "./support/environment.js";

let portal;
let sample;

// A project that has the released files as its dependency, as npm would put them there.
before(async () => {
  portal = await mkdtemp(join(tmpdir(), "licensing-card-"));
  sample = join(portal, "sample.ts");
  await mkdir(join(portal, "node_modules"));
  await symlink(DIST, join(portal, "node_modules/licensing-card"));
  await writeFile(join(portal, "package.json"), '{ "type": "module" }');
  await copyFile(new URL("types/sample.ts", import.meta.url), sample);
});

after(() => rm(portal, { recursive: true }));

/** A strict compiler's errors in the sample. */
function problems(options) {
  const program = ts.createProgram([sample], {
    strict: true,
    noEmit: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
    types: [],
    preserveSymlinks: true,
    ...options,
  });
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : "";
    return `${file?.fileName}:${line} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
}

for (const [how, options] of [
  [
    "a bundler",
    { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
  ],
  ["Node", { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext }],
]) {
  test(`a portal's code compiles for ${how}, and wrong uses are refused`, () => {
    assert.deepEqual(problems(options), []);
  });
}

test("the shell's own types are right", () => {
  const config = join(ROOT, "js/tsconfig.json");
  const { options, fileNames } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(config, ts.sys.readFile).config,
    ts.sys,
    join(ROOT, "js"),
  );
  assert.ok(fileNames.length > 0);
  const found = ts.getPreEmitDiagnostics(ts.createProgram(fileNames, options));
  assert.deepEqual(
    found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")),
    [],
  );
});
