// Builds a portal in each framework for production, each by its own bundler, with the card installed from the tarball
// that npm would get: `node frameworks/build.js FOLDER` makes FOLDER/portal/<framework>/, which is to be served.

import { mkdir, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { install, pack, run } from "../support/package.js";
import { ANGULAR, VITE_FRAMEWORKS } from "./names.js";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const site = resolve(process.argv[2]);
const out = (host) => join(site, "portal", host);

await rm(site, { recursive: true, force: true });
await mkdir(site, { recursive: true });

console.log("packing the card and installing it …");
const tarball = await pack(site);
for (const folder of [HERE, join(HERE, ANGULAR)]) {
  await rm(join(folder, "node_modules/licensing-card"), { recursive: true, force: true });
  await install(tarball, folder);
}

for (const host of VITE_FRAMEWORKS) {
  console.log(`checking types and building the host of ${host} …`);
  await tool(HERE, ...checkOf(host));
  const options = ["--outDir", out(host), "--emptyOutDir", "--logLevel", "warn"];
  await tool(HERE, "vite/bin/vite.js", "build", host, "--base", `/portal/${host}/`, ...options);
}
console.log("building the host of Angular …");
const built = join(site, ANGULAR);
await tool(join(HERE, ANGULAR), "@angular/cli/bin/ng.js", "build", "--output-path", built);
await rename(join(built, "browser"), out(ANGULAR));

function checkOf(host) {
  if (host === "vue") return ["vue-tsc/bin/vue-tsc.js", "-p", host];
  if (host !== "svelte") return ["typescript/bin/tsc", "-p", host];
  const options = ["--workspace", host, "--tsconfig", "./tsconfig.json", "--fail-on-warnings"];
  return ["svelte-check/bin/svelte-check", ...options];
}

/** Runs a program of a folder's packages; prints its output only if it fails. */
async function tool(folder, program, ...given) {
  const path = join(folder, "node_modules", program);
  try {
    await run(process.execPath, [path, ...given], { cwd: folder });
  } catch ({ stdout, stderr }) {
    console.error(stdout, stderr);
    throw new Error(`${program} ${given.join(" ")} failed`);
  }
}
