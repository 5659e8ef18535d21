// Promises for every framework, after the ideas of custom-elements-everywhere: titles, each with a
// function that is given the stage of `check.js`, and whether it needs a page alone.

import early from "./assertions/early.js";
import events from "./assertions/events.js";
import lifecycle from "./assertions/lifecycle.js";
import page from "./assertions/page.js";
import properties from "./assertions/properties.js";
import tokens from "./assertions/tokens.js";

export const ASSERTIONS = [...properties, ...early, ...tokens, ...events, ...lifecycle, ...page];
