// The package as npm gets it: the released files, packed.

import { execFile } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

import { DIST } from "./environment.js";

/** Runs a program and returns its output. */
export const run = promisify(execFile);

/** Packs the released files into a folder, and says where the tarball is. */
export async function pack(folder) {
  const { stdout } = await run("npm", ["pack", DIST, "--json", "--pack-destination", folder]);
  return join(folder, JSON.parse(stdout)[0].filename);
}

/**
 * Unpacks a tarball as a portal's dependency, as npm would; nothing else is touched. npm itself would
 * ask its registry for every package of the portal, where its cache does not have their descriptions.
 */
export async function install(tarball, portal) {
  const folder = join(portal, "node_modules/licensing-card");
  await mkdir(folder, { recursive: true });
  await run("tar", ["-xzf", tarball, "-C", folder, "--strip-components=1"]);
  return folder;
}
