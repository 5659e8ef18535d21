// A portal, a console and the gateway between them, as most tests want them.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { selfSigned } from "./certificates.js";
import { startUpstream } from "./console.js";
import { startGateway } from "./doors.js";
import { startPortal } from "./portal.js";

/** Starts all three; options as of `startGateway`. */
export async function startScene(options = {}) {
  const folder = await mkdtemp(join(tmpdir(), "console-"));
  const certificate = await selfSigned(folder, "console");
  const console = await startUpstream(certificate);
  const portal = await startPortal();
  const scene = {
    folder,
    console,
    portal,
    async stop() {
      await scene.gateway?.stop();
      await Promise.all([scene.console.stop(), portal.stop()]);
      await rm(folder, { recursive: true });
    },
  };
  try {
    const { address } = console;
    scene.gateway = await startGateway({ portal, address, pem: certificate.cert, ...options });
  } catch (error) {
    await scene.stop();
    throw error;
  }
  return scene;
}

export const pause = (ms) => new Promise((resume) => setTimeout(resume, ms));
