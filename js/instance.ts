// The instance: fetches and runs the WebAssembly, afresh after a failure or a trap.

import { again, words } from "./languages.js";
import { baseUrl } from "./page.js";

/** The running WebAssembly, as the glue offers it. */
export interface Instance {
  Card: new (host: object, mount: Element, settings: object) => Card;
  /** The card's styles. */
  style: string;
}

/** One card in the WebAssembly. */
export interface Card {
  configure(settings: object): void;
  refresh(): void;
  csv(): string | undefined;
  unmount(): void;
}

/** The hash that the WebAssembly is held to; empty in development. */
declare const INTEGRITY: string;

const MINUTE = 60_000;

let wasmUrl: string | URL | undefined;
let attempts = 0;
let running: Promise<Instance> | undefined;
let compiled: WebAssembly.Module | undefined;
let trapped = -MINUTE;

/** Whether it trapped twice within a minute, so that only a reload of the page helps. */
export let over = false;

/** Whether an instance runs or has run: then there is nothing to wait for. */
export const isRunning = () => compiled !== undefined;

/** Sets the address of the WebAssembly, before the first card is put on a page. Later it counts only after a failed load. */
export function configure(options?: { wasmUrl?: string | URL }): void {
  wasmUrl = options?.wasmUrl ?? wasmUrl;
}

/** The running instance; started if there is none. `onTrap` is called when it has trapped. */
export function instance(onTrap: () => void): Promise<Instance> {
  if (over) return Promise.reject();
  running ??= start(onTrap).catch((error) => {
    running = undefined;
    throw error;
  });
  return running;
}

async function start(onTrap: () => void) {
  const attempt = attempts++;
  const url = new URL(wasmUrl ?? new URL("licensing-card_bg.wasm", import.meta.url), baseUrl());
  // A page may have been opened by an address with a name and a password, which `fetch` refuses.
  url.username = url.password = "";
  // Past a cache, which may hold the file that failed.
  const options: RequestInit = { integrity: INTEGRITY, cache: attempt ? "reload" : "default" };
  const [{ default: glue }, module] = await Promise.all([
    // Browsers remember that a module failed, by its address.
    attempt && !compiled ? again("glue", attempt) : import("./licensing-card_glue.js"),
    compiled ?? compile(url.href, options),
  ]);
  compiled = module;
  return glue(module, words, () => {
    over = Date.now() - trapped < MINUTE;
    trapped = Date.now();
    running = undefined;
    onTrap();
  });
}

async function compile(url: string, options: RequestInit) {
  let response = await fetch(url, options);
  try {
    return await WebAssembly.compileStreaming(response);
  } catch (error) {
    // Some web views reject good files, and servers may give another content type.
    if (!response.ok) throw error;
    if (response.bodyUsed) response = await fetch(url, options);
    return WebAssembly.compile(await response.arrayBuffer());
  }
}
