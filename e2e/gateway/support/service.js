// A systemd unit, run as its file says: command, environment, credentials and folders. systemd itself
// is not needed for it.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir } from "node:fs/promises";

import { NOBODY, run } from "./place.js";

/** Starts an installed unit; `environment` has the test's own values. */
export async function startService(place, unit, environment = {}) {
  const text = await place.read(`/etc/systemd/system/${unit}`);
  const values = (name) =>
    [...text.matchAll(new RegExp(`^${name}=(.*)$`, "gm"))].map(([, value]) => value);
  const variables = values("Environment").map((pair) => pair.split(/=(.*)/s).slice(0, 2));
  const credentials = place.path(`/run/credentials/${unit}`);
  for (const [name, path] of values("LoadCredential").map((pair) => pair.split(":"))) {
    await mkdir(credentials, { recursive: true });
    await cp(path, `${credentials}/${name}`);
  }
  const made = { RUNTIME_DIRECTORY: "/run", STATE_DIRECTORY: "/var/lib" };
  for (const [name, parent] of Object.entries(made)) {
    const directive = name === "RUNTIME_DIRECTORY" ? "RuntimeDirectory" : "StateDirectory";
    const [folder] = values(directive);
    if (!folder) continue;
    variables.push([name, place.path(`${parent}/${folder}`)]);
    await mkdir(place.path(`${parent}/${folder}`), { recursive: true });
  }
  if (NOBODY.uid) {
    await run("chown", ["-R", "nobody:", place.path("/run/"), place.path("/var/")]);
  }
  const [program, ...rest] = values("ExecStart")[0].split(" ");
  const child = spawn(program, rest, {
    env: {
      ...Object.fromEntries(variables),
      CREDENTIALS_DIRECTORY: credentials,
      PYTHONDONTWRITEBYTECODE: "1",
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
    ...NOBODY,
  });
  const service = { log: "", pid: child.pid };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (bytes) => (service.log += bytes));
  }
  /** The exit code of a unit that ends by itself. */
  service.ended = once(child, "close").then(([code]) => code);
  service.stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill();
    await service.ended;
  };
  return service;
}
