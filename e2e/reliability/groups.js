// All groups of faults, and how a run prints them.

import { bodies } from "./bodies.js";
import { configuration } from "./configuration.js";
import { files } from "./files.js";
import { handed } from "./handed.js";
import { lifecycle } from "./lifecycle.js";
import { many } from "./many.js";
import { names } from "./names.js";
import { noAnswer } from "./no-answer.js";
import { offline } from "./offline.js";
import { pages } from "./pages.js";
import { platform } from "./platform.js";
import { redirects } from "./redirects.js";
import { retryAfter } from "./retry-after.js";
import { slow } from "./slow.js";
import { statuses } from "./statuses.js";
import { tokens } from "./tokens.js";

export const groups = [
  ...[noAnswer, slow, statuses, retryAfter, tokens, redirects, bodies],
  ...[handed, names, configuration, offline, platform, lifecycle, many, pages, files],
];

/** A case's title: its number, the fault, and how the card reacts. */
export const title = ({ title, cases }, index) =>
  `${title} ${index + 1}: ${cases[index].fault} → ${cases[index].card}`;
