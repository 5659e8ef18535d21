// The mock console as a child process on free ports, and its control API.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

import { CONSOLE_BIN } from "./environment.js";

/** An API key of the provider's administrator. */
export const KEY = "key-portal-administrator-read-only";

/** Starts a console; `stop()` ends it. */
export async function startConsole(...flags) {
  const ports = ["--https-port", "--http-port", "--v3-https-port"].flatMap((flag) => [flag, "0"]);
  const child = spawn(CONSOLE_BIN, [...ports, ...flags], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const failed = once(child, "exit").then(([code]) => {
    throw new Error(`the console ended (${code}) before it was ready`);
  });
  failed.catch(() => {});
  const [https, http, v3] = await Promise.race([announced(child.stdout), failed]);
  const control = async (method, path, body) => {
    const response = await fetch(`${http}/console/${path}`, {
      method,
      body: body && JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    return response;
  };
  const token = async (path) => {
    const form = { grant_type: "password", username: "admin", password: "console" };
    const body = new URLSearchParams(form);
    const response = await fetch(`${http}${path}`, { method: "POST", body });
    return (await response.json()).access_token;
  };
  return {
    /** v2 alone. */
    https,
    /** v2 and v3. */
    http,
    /** v3 alone, over HTTPS. */
    v3,
    /** Sets a tenant's faults: one, or several in turn. The tenant `every` is all of them. */
    fault: (tenant, fault) => control("PUT", `faults/${tenant}`, fault),
    mend: (tenant) => control("DELETE", `faults/${tenant}`),
    /** The API requests of a tenant, oldest first. */
    requests: async (tenant) => (await control("GET", `requests?tenant=${tenant}`)).json(),
    expireTokens: () => control("POST", "expire-tokens"),
    signIn: () => token("/token"),
    signInV3: () => token("/api/v3/token"),
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
