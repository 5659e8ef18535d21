// A browser's session through its WebDriver, and the processes behind it.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

import { Builder, Capabilities } from "selenium-webdriver";

/** Starts an engine with its driver; `stop()` ends both. */
export async function startSession(engine, wishes) {
  const children = [];
  const start = (program, args, env = process.env) => {
    const child = new Child(program, args, env);
    children.unshift(child);
    return child;
  };
  const stop = async () => {
    // The display was there first, and goes last.
    for (const child of children) await child.stop();
  };
  try {
    const env = { ...process.env };
    if (engine.display) env.DISPLAY = await startDisplay(start);
    const port = await freePort();
    const [program, ...flags] = engine.driver;
    const child = start(program, [...flags, `--port=${port}`], env);
    const server = `http://127.0.0.1:${port}`;
    await child.until(answers(server));
    const capabilities = new Capabilities(engine.capabilities(wishes));
    const building = new Builder().usingServer(server).withCapabilities(capabilities).build();
    const driver = await child.until(Promise.resolve(building));
    await driver.manage().setTimeouts({ script: 30_000, pageLoad: 30_000 });
    const id = (await driver.getSession()).getId();
    return {
      driver,
      /** A command that only this driver has. */
      async post(path, body) {
        const response = await fetch(`${server}/session/${id}/${path}`, {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify(body),
        });
        if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
      },
      async stop() {
        await driver.quit().catch(() => {});
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A process that is to live until it is stopped. */
class Child {
  #process;
  #ended;
  #last = "";

  constructor(program, args, env) {
    this.#process = spawn(program, args, { env, stdio: ["ignore", "pipe", "pipe"] });
    this.stdout = this.#process.stdout;
    // Browsers print much that is no one's concern, unless they end.
    for (const output of [this.#process.stdout, this.#process.stderr]) {
      output.on("data", (text) => (this.#last = (this.#last + text).slice(-2000)));
    }
    this.#ended = once(this.#process, "exit").then(([code, signal]) => {
      throw new Error(`${program} ended (${code ?? signal}): ${this.#last}`);
    });
    this.#ended.catch(() => {});
  }

  /** A promise's value, unless the process ends first. */
  until(promise) {
    return Promise.race([promise, this.#ended]);
  }

  async stop() {
    this.#process.kill();
    await this.#ended.catch(() => {});
  }
}

/** Starts an X server on a free display, and says which. */
async function startDisplay(start) {
  const screen = ["-screen", "0", "1280x1024x24", "-nolisten", "tcp"];
  const child = start("Xvfb", ["-displayfd", "1", ...screen]);
  const [number] = await child.until(once(child.stdout, "data"));
  return `:${String(number).trim()}`;
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

async function answers(server) {
  for (let tries = 0; tries < 600; tries++) {
    try {
      if ((await fetch(`${server}/status`)).ok) return;
    } catch {
      // Not yet.
    }
    await sleep(50);
  }
  throw new Error("the driver does not answer");
}
