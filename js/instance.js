// The instance: fetches and runs the WebAssembly, afresh after a failure or a crash.

let wasmUrl;
let loads = 0;
let loading;
const crashes = [];

/** Whether it has crashed so often that starting it again is no help. */
export let over = false;

/** Says where the WebAssembly is; before the first card connects. */
export function configure(options) {
  wasmUrl = options?.wasmUrl ?? wasmUrl;
}

/**
 * The running WebAssembly's exports; started where it does not run, together with the words of a
 * language. A crash, which ends it and with it all its cards, is reported.
 */
export function load(crashed, tag) {
  loading ??= instantiate(crashed, tag).catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function instantiate(crashed, tag) {
  if (over) throw over;
  // A module that failed, or crashed, is only fetched and run afresh under another address.
  const retry = loads++;
  const again = `./licensing-card_glue.js?${retry}`;
  const glue = retry
    ? await import(/* @vite-ignore */ /* webpackIgnore: true */ again)
    : await import("./licensing-card_glue.js");
  glue.speak(tag);
  const url = wasmUrl ?? new URL("licensing-card_bg.wasm", import.meta.url);
  await glue.run(url, retry);
  glue.onEnd(() => {
    crashes.unshift(Date.now());
    // The fourth within a minute.
    over = crashes[0] - crashes[3] < 60_000;
    loading = undefined;
    crashed();
  });
  return glue;
}
