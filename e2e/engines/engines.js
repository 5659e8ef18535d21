// The three engines: the driver of each, how a session begins, and how the system's wishes are told.

import { execFileSync } from "node:child_process";

import { CHROMIUM } from "../support/environment.js";

// Nothing but this machine is to be reached: whatever else a browser asks for goes to a closed port.
const NOWHERE = { host: "127.0.0.1", port: 9 };

/** The first of these programs that is on PATH. */
function found(...names) {
  for (const name of names) {
    try {
      return execFileSync("which", [name], { encoding: "utf8" }).trim();
    } catch {
      // The next one.
    }
  }
  throw new Error(`${names.join(" or ")} is not on PATH`);
}

const emulate = (medium, features = {}) => ({
  cmd: "Emulation.setEmulatedMedia",
  params: {
    media: medium,
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  },
});

/** Has Firefox take something for the case in the window in front. */
async function override(session, name, value) {
  await session.post("moz/context", { context: "chrome" });
  try {
    const shown = "gBrowser.selectedBrowser.browsingContext";
    await session.driver.executeScript(`${shown}.${name} = ${JSON.stringify(value)}`);
  } finally {
    await session.post("moz/context", { context: "content" });
  }
}

const devtools = (session, command) => session.post("goog/cdp/execute", command);

/** `print`, `dark` and `forceColors` switch something on or off for the page in front; an engine with `paper` makes PDFs. */
export const ENGINES = {
  chromium: {
    paper: true,
    driver: ["chromedriver"],
    capabilities: () => ({
      browserName: "chrome",
      "goog:chromeOptions": {
        binary: CHROMIUM,
        args: [
          ...["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--no-first-run"],
          `--proxy-server=${NOWHERE.host}:${NOWHERE.port}`,
        ],
      },
    }),
    print: (session, on) => devtools(session, emulate(on ? "print" : "")),
    dark: (session, on) =>
      devtools(session, emulate("", { "prefers-color-scheme": on ? "dark" : "light" })),
    forceColors: (session, on) =>
      devtools(session, emulate("", { "forced-colors": on ? "active" : "none" })),
  },
  firefox: {
    paper: true,
    // The setting is made in the browser's own window, which needs permission.
    driver: ["geckodriver", "--allow-system-access"],
    capabilities: () => ({
      browserName: "firefox",
      "moz:firefoxOptions": {
        binary: found("firefox-esr", "firefox"),
        args: ["-headless"],
        prefs: {
          // Opens addresses with a name and a password without a question.
          "network.http.phishy-userpass-length": 255,
          "network.proxy.type": 1,
          "network.proxy.http": NOWHERE.host,
          "network.proxy.http_port": NOWHERE.port,
          "network.proxy.ssl": NOWHERE.host,
          "network.proxy.ssl_port": NOWHERE.port,
        },
      },
    }),
    print: (session, on) => override(session, "mediumOverride", on ? "print" : ""),
    dark: (session, on) => override(session, "prefersColorSchemeOverride", on ? "dark" : "none"),
    forceColors: (session, on) => override(session, "forcedColorsOverride", on ? "active" : "none"),
  },
  webkit: {
    driver: ["WebKitWebDriver"],
    // It has no headless mode.
    display: true,
    capabilities: ({ dark } = {}) => ({
      browserName: "MiniBrowser",
      "webkitgtk:browserOptions": { args: ["--automation", ...(dark ? ["--dark-mode"] : [])] },
    }),
  },
};
