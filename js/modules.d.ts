// What `xtask` generates or `esbuild` reads in the place of modules.

declare module "bound" {
  export const imports: WebAssembly.Imports;
  export function __wbg_set_wasm(exports: object): void;
  export const Card: import("./instance.js").Instance["Card"];
}

declare module "languages" {
  /** The texts of the notice. */
  export const ENGLISH: string[];
  /** For each language but English, what loads its file. */
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
