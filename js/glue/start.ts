// Starts an instance. `xtask` wraps this and the generated glue into one function, so that each call of
// it makes an instance with state of its own.

import { Card, __wbg_set_wasm, imports } from "bound";
import style from "style";
import { ENDED, guard } from "./guard.js";

type Exports = Record<string, any>;

/** Runs the compiled WebAssembly; `onTrap` is called when it has trapped. */
export async function start(module: WebAssembly.Module, onTrap: () => void) {
  const { exports } = await WebAssembly.instantiate(module, imports);
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
