// The function that `xtask` makes of `glue/` and of wasm-bindgen's glue.

declare const start: (
  module: WebAssembly.Module,
  words: (tag: string) => Promise<string | undefined>,
  onTrap: () => void,
) => Promise<import("./instance.js").Instance>;
export default start;
