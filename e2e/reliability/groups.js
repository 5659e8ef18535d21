// All groups of faults, in the order of docs/reliability.md.

import { bodies } from "./bodies.js";
import { lifecycle } from "./lifecycle.js";
import { many } from "./many.js";
import { noAnswer } from "./no-answer.js";
import { platform } from "./platform.js";
import { redirects } from "./redirects.js";
import { retryAfter } from "./retry-after.js";
import { slow } from "./slow.js";
import { statuses } from "./statuses.js";
import { tokens } from "./tokens.js";

export const groups = [
  ...[noAnswer, slow, statuses, retryAfter, tokens, redirects, bodies],
  ...[platform, lifecycle, many],
];
