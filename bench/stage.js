// A browser's page for one measurement, in a context of its own, so that no cache is filled.

import { watch } from "./watch.js";

// As slow as a phone on a slow connection.
const SLOW = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};
const SLOWER = 4;

/** Measures once, on a new page. */
export async function stage(browser, server, measure) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    await page.addInitScript(watch);
    return await measure({
      page,
      sent: server.sent,
      /** Loads a page with the script and `body`. */
      open: (body) =>
        page.goto(
          server.put(
            `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title>` +
              `<script type="module" src="/licensing-card.js"></script><body>${body}</body></html>`,
          ),
        ),
      /** Makes line and processor slow from now on. */
      async slow() {
        const session = await context.newCDPSession(page);
        await session.send("Network.enable");
        await session.send("Network.emulateNetworkConditions", SLOW);
        await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
      },
    });
  } finally {
    await context.close();
  }
}
