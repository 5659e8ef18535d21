import { CASES } from "./cases.js";
import { sloppy } from "./cases/sloppy.js";
CASES.splice(0, CASES.length, sloppy);
const { check } = await import("./check.js");
check(process.argv[2] ?? process.env.ENGINE);
