// A folder that stands for a host's file system. docs/deployment.md's own commands install the
// gateway in it; paths below /etc, /run, /srv, /usr/local and /var lead into the folder, and nothing else changes.

import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import { ROOT } from "../../support/environment.js";

export const run = promisify(execFile);

// A user that owns nothing, where the tests run as root.
export const NOBODY = process.getuid() === 0 ? { uid: 65534, gid: 65534 } : {};

export async function makePlace() {
  const root = await mkdtemp(join(tmpdir(), "gateway-"));
  const inside = (text) => text.replaceAll(/(?<![\w.$}-])\/(etc|run|srv|var|usr\/local)\//g, `${root}/$1/`);
  const stub = (program, script) =>
    writeFile(join(root, "bin", program), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  const place = {
    root,
    /** Puts a script in a program's place. */
    stub,
    inside,
    path: (path) => inside(path),
    read: (path) => readFile(inside(path), "utf8"),
    write: (path, text, mode = 0o644) => writeFile(inside(path), text, { mode }),
    /** Runs those of a document's commands that are `chosen`, with other values at their head. */
    follow(shown, chosen, values = {}, input = "") {
      const code = shown.map(({ code }) => code).filter(chosen);
      if (!code.length) throw new Error("the document has no such commands");
      return place.shell(assign(code.join(""), values), input);
    },
    async shell(code, input = "") {
      const script = `set -e\nPATH=${root}/bin:$PATH\n${inside(code)}`;
      const running = run("sh", ["-c", script], { cwd: ROOT });
      // Most commands read nothing, and may be done before.
      running.child.stdin.on("error", () => {}).end(input);
      return (await running).stdout;
    },
    /** Has the paths in the installed files lead into the folder too. */
    async settle() {
      const all = { withFileTypes: true, recursive: true };
      const read = ["etc", "usr"].map((folder) => readdir(join(root, folder), all));
      const entries = (await Promise.all(read)).flat();
      for (const entry of entries.filter((entry) => entry.isFile())) {
        const path = join(entry.path, entry.name);
        const text = await readFile(path, "utf8");
        if (inside(text) !== text) await writeFile(path, inside(text));
      }
    },
    /** Exchanges a text in a file that has it. */
    async replace(path, from, to) {
      const text = await place.read(path);
      if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
      await place.write(path, text.replaceAll(from, to));
    },
    /** Has the folder belong to the user that the servers run as. */
    async own() {
      if (NOBODY.uid) await run("chown", ["-R", `${NOBODY.uid}:${NOBODY.gid}`, root]);
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
  const folders = ["bin", "etc/nginx/conf.d", "etc/nginx/sites-enabled", "etc/systemd/system"];
  const more = ["run/licensing-card", "usr/local", "var/lib/nginx", "var/log/nginx"];
  for (const folder of [...folders, ...more]) {
    await mkdir(join(root, folder), { recursive: true });
  }
  // Commands that change the host itself are left out.
  for (const program of ["apt-get", "systemctl", "adduser", "nginx"]) await stub(program, "");
  // The gateway's users are not on this host.
  await stub("install", `exec /usr/bin/install $(echo "$*" | sed 's/-[go] [a-z-]*//')`);
  return place;
}

/** Gives the variables at the beginning of a script other values; each has to be there. */
function assign(code, values) {
  return Object.entries(values).reduce((code, [name, value]) => {
    const line = new RegExp(`^${name}=\\S+`, "m");
    if (!line.test(code)) throw new Error(`the document has no ${name}=`);
    return code.replace(line, `${name}=${value}`);
  }, code);
}
