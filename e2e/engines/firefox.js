// The cases in Firefox.

import { check } from "./check.js";

check("firefox");
