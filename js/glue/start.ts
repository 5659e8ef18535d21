// Starts an instance. `xtask` makes one function of this and the generated glue, so that each call of it
// makes an instance with state of its own. Its parameters and its result are free names here.

import { Card, __wbg_set_wasm, imports } from "bound";
import style from "style";
import { ENDED, guard } from "./guard.js";

type Exports = Record<string, any>;

declare const compiled: WebAssembly.Module;
declare const onTrap: () => void;
declare let started: Promise<{ Card: typeof Card; style: string }>;

async function start() {
  const { exports } = await WebAssembly.instantiate(compiled, imports);
  const guarded: Exports = guard(exports, (error) => {
    __wbg_set_wasm(ENDED);
    try {
      console.error(error);
    } catch {
      // The page's own console; the cards start again all the same.
    }
    onTrap();
  });
  __wbg_set_wasm(guarded);
  guarded.__wbindgen_start();
  return { Card, style };
}

started = start();
