// The instance: fetches and runs the WebAssembly, afresh after a failure, and notices when it traps.

let wasmUrl;
let loads = 0;
let loading;
let whenCrashed;
let mark; // what the stack of an error has in it that is the latest instance's

/** Says where the WebAssembly is; before the first card connects. */
export function configure(options) {
  wasmUrl = options?.wasmUrl ?? wasmUrl;
}

/** The running WebAssembly's exports; started where it does not run. */
export function load() {
  loading ??= instantiate().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** Has a trap reported, which ends the instance and with it all its cards. */
export function onCrash(callback) {
  whenCrashed = callback;
}

async function instantiate() {
  // A module that failed, or crashed, is only fetched and run afresh under another address.
  if (!loads) watch();
  const retry = loads++;
  // What is left of a dead instance may trap again, which is nothing to the one that follows it.
  mark = retry ? `?${retry}:` : "licensing-card";
  const glue = retry
    ? await import(/* @vite-ignore */ /* webpackIgnore: true */ new URL(`./licensing-card_glue.js?${retry}`, import.meta.url).href)
    : await import("./licensing-card_glue.js");
  await glue.default({ module_or_path: wasmUrl ?? new URL("licensing-card_bg.wasm", import.meta.url) });
  return glue;
}

// A trap surfaces as an uncaught error, wherever it happens: in an event handler, in a task, in
// rendering.
function watch() {
  for (const name of ["error", "unhandledrejection"]) {
    addEventListener(name, ({ error, reason = error }) => {
      if (loading && reason instanceof WebAssembly.RuntimeError && reason.stack.includes(mark)) {
        loading = undefined;
        whenCrashed();
      }
    });
  }
}
