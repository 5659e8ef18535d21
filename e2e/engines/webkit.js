// The cases in WebKit.

import { check } from "./check.js";

check("webkit");
