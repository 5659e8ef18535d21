// The types of frameworks: each alone, as in a portal that has no other, read by a strict compiler
// that also checks the declarations of all packages.

import assert from "node:assert/strict";
import { copyFile, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { run } from "../support/package.js";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const JSX = { jsx: "react-jsx" };

/** A framework's packages, its code, the compiler and its options for JSX. */
const PORTALS = [
  ["no framework", [], ["../types/sample.ts"], "typescript/bin/tsc", {}],
  ["React", ["react", "@types/react", "csstype"], ["types/react.tsx", "types/readme.tsx"], "typescript/bin/tsc", JSX],
  ["Preact", ["preact"], ["types/preact.tsx"], "typescript/bin/tsc", { ...JSX, jsxImportSource: "preact" }],
  ["Solid", ["solid-js", "csstype", "seroval", "seroval-plugins"], ["types/solid.tsx"], "typescript/bin/tsc", { jsx: "preserve", jsxImportSource: "solid-js" }],
  ["Vue", ["vue", "@vue", "@babel/parser", "@babel/types", "csstype"], ["types/vue.tsx", "types/Portal.vue"], "vue-tsc/bin/vue-tsc.js", { jsx: "preserve", jsxImportSource: "vue" }],
];

let portal;
before(async () => (portal = await mkdtemp(join(tmpdir(), "licensing-card-"))));
after(() => rm(portal, { recursive: true }));

for (const [framework, packages, files, compiler, options] of PORTALS) {
  test(`${framework}: a portal's code compiles, and wrong uses are refused`, async () => {
    const folder = join(portal, framework);
    await mkdir(folder);
    for (const name of ["licensing-card", ...packages]) {
      const link = join(folder, "node_modules", name);
      await mkdir(dirname(link), { recursive: true });
      await symlink(here(`node_modules/${name}`), link);
    }
    const names = files.map((file) => file.split("/").at(-1));
    for (const [at, file] of files.entries()) await copyFile(here(file), join(folder, names[at]));
    const compilerOptions = {
      ...{ target: "ES2022", lib: ["ES2022", "DOM", "DOM.Iterable"], types: [], noEmit: true },
      ...{ module: "ESNext", moduleResolution: "Bundler", preserveSymlinks: true },
      ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
      skipLibCheck: false,
      ...options,
    };
    await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: names }));
    const done = await run(process.execPath, [here(`node_modules/${compiler}`), "-p", folder]).catch(
      (error) => error,
    );
    assert.equal(done.stdout, "");
    assert.ok(!(done instanceof Error), done.stderr);
  });
}
