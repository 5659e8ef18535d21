// Where the tables are.

import { fileURLToPath } from "node:url";

/** The project's root. */
export const ROOT = new URL("../../", import.meta.url);

export const DOCUMENT = fileURLToPath(new URL("docs/reliability.md", ROOT));
