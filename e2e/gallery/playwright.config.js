// The gallery's pictures and trees, by Playwright's runner.

import { defineConfig } from "@playwright/test";

import { FLAGS } from "../support/browser.js";
import { CHROMIUM, TARGET } from "../support/environment.js";

export default defineConfig({
  testDir: ".",
  // Node reads the files as they are; Playwright would take the gallery's own for CommonJS.
  build: { external: ["**"] },
  outputDir: `${TARGET}/gallery`,
  // Names are from the top of the repository on: the README's pictures are in docs/.
  snapshotPathTemplate: "{testDir}/../../{arg}{ext}",
  // A picture that is missing is a failure, and not a new picture.
  updateSnapshots: "none",
  fullyParallel: true,
  forbidOnly: true,
  reporter: "list",
  use: {
    colorScheme: "light",
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: {
      executablePath: CHROMIUM,
      args: [
        ...FLAGS,
        "--font-render-hinting=none",
        "--disable-lcd-text",
        "--force-color-profile=srgb",
      ],
    },
    locale: "en-US",
    timezoneId: "UTC",
  },
  expect: {
    toHaveScreenshot: {
      // Of colours, where black and white are 1 apart; and of pixels, fewer than a letter has.
      threshold: 0.025,
      maxDiffPixels: 8,
      scale: "device",
    },
  },
});
