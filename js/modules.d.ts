// Modules that `xtask` generates, or that `esbuild` reads from files of other kinds.

declare module "bound" {
  export const imports: WebAssembly.Imports;
  export function __wbg_set_wasm(exports: object): void;
  export const Card: import("./instance.js").Instance["Card"];
}

declare module "languages" {
  /** The texts of the notice. */
  export const ENGLISH: string[];
  /** Loads the file of each language but English. */
  export const LANGUAGES: Record<string, (() => Promise<{ default: string; notices: string[] }>) | undefined>;
}

declare module "style" {
  const style: string;
  export default style;
}

declare module "host-style" {
  const style: string;
  export default style;
}
