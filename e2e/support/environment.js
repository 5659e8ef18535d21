// The files under test and the programs: `cargo xtask test` sets their paths; by hand, the defaults do.

import { fileURLToPath } from "node:url";

const fromRoot = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export const CHROMIUM = process.env.CHROMIUM || "/usr/bin/chromium";
export const CONSOLE_BIN = process.env.CONSOLE_BIN || fromRoot("target/debug/mock-console");
export const DIST = process.env.DIST || fromRoot("dist");
export const NGINX = process.env.NGINX || "/usr/sbin/nginx";
export const ROOT = fromRoot("");
export const TARGET = fromRoot("target");
export const DEV_DIST = process.env.DEV_DIST || fromRoot("target/trunk");
export const YEW_PORTAL = process.env.YEW_PORTAL || fromRoot("target/yew-portal");
