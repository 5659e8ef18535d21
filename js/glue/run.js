// Becomes a part of the generated glue: it knows which WebAssembly it was made with.

const INTEGRITY = "";

/** Fetches the WebAssembly and runs it; `afresh`, past what a cache holds, which may be what failed. */
export function run(url, afresh) {
  const options = { integrity: INTEGRITY, cache: afresh ? "reload" : "default" };
  return __wbg_init({ module_or_path: fetch(url, options) });
}
