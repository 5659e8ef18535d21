// The cases in Chromium.

import { check } from "./check.js";

check("chromium");
