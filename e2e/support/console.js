// The development console as a child process on free ports, and its control API.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

import { CONSOLE_BIN } from "./environment.js";

/** Starts a console; `stop()` ends it. */
export async function startConsole(...flags) {
  const child = spawn(CONSOLE_BIN, ["--https-port", "0", "--http-port", "0", ...flags], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const failed = once(child, "exit").then(([code]) => {
    throw new Error(`the console ended (${code}) before it was ready`);
  });
  failed.catch(() => {});
  const [https, http] = await Promise.race([announced(child.stdout), failed]);
  const control = async (method, path, body) => {
    const response = await fetch(`${http}/console/${path}`, {
      method,
      body: body && JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    return response;
  };
  return {
    https,
    http,
    /** Sets a tenant's faults: one, or several in turn. */
    fault: (tenant, fault) => control("PUT", `faults/${tenant}`, fault),
    mend: (tenant) => control("DELETE", `faults/${tenant}`),
    /** The API requests of a tenant, oldest first. */
    requests: async (tenant) => (await control("GET", `requests?tenant=${tenant}`)).json(),
    expireTokens: () => control("POST", "expire-tokens"),
    async signIn() {
      const form = { grant_type: "password", username: "admin", password: "console" };
      const response = await fetch(`${http}/token`, {
        method: "POST",
        body: new URLSearchParams(form),
      });
      return (await response.json()).access_token;
    },
    async stop() {
      if (child.exitCode !== null) return;
      const ended = once(child, "exit");
      child.kill();
      await ended;
    },
  };
}

async function announced(stdout) {
  const lines = [];
  for await (const line of createInterface({ input: stdout })) {
    if (line === "ready") return lines;
    lines.push(line);
  }
  throw new Error("the console never said that it is ready");
}
