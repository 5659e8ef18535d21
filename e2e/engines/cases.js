// All cases, in the order in which they run. They know the card by its contract alone: properties,
// events, parts and data attributes.

import { appearance } from "./cases/appearance.js";
import { data } from "./cases/data.js";
import { errors } from "./cases/errors.js";
import { keyboard } from "./cases/keyboard.js";
import { languages } from "./cases/languages.js";
import { leaving } from "./cases/leaving.js";
import { media } from "./cases/media.js";
import { pages } from "./cases/pages.js";
import { requests } from "./cases/requests.js";
import { sloppy } from "./cases/sloppy.js";
import { states } from "./cases/states.js";
import { stays } from "./cases/stays.js";
import { tokens } from "./cases/tokens.js";
import { traps } from "./cases/traps.js";
import { v3 } from "./cases/v3.js";

export const CASES = [
  states,
  errors,
  requests,
  tokens,
  data,
  v3,
  leaving,
  languages,
  appearance,
  media,
  keyboard,
  stays,
  pages,
  sloppy,
  traps,
];
