// Writes docs/reliability.md anew.

import { writeFile } from "node:fs/promises";

import { DOCUMENT } from "./document.js";
import { render } from "./table.js";

await writeFile(DOCUMENT, render());
