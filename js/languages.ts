// The languages' files: modules, named one by one, so that a page's policy lets them in like the card
// itself and bundlers find them. English is in the WebAssembly, and its notices are here.

import { ENGLISH, LANGUAGES } from "languages";

interface Language {
  default: string;
  notices: string[];
}

const loads: Record<string, Promise<Language | undefined> | undefined> = { __proto__: null } as {};
const failures: Record<string, number> = { __proto__: null } as {};

/** Loads a file that failed before, by another address: browsers remember that a module failed. */
export function again(name: string, failures: number) {
  const address = `./licensing-card_${name}.js?${failures}`;
  return import(/* webpackIgnore: true */ /* @vite-ignore */ address);
}

/** A language's file, by a tag; nothing if there is no such file or it cannot be loaded. */
function load(tag: string) {
  const name = tag.split("-")[0]!.toLowerCase();
  const first = LANGUAGES[name];
  if (!first) return Promise.resolve(undefined);
  const failed = failures[name];
  return (loads[name] ??= (failed ? again(name, failed) : first()).catch(() => {
    failures[name] = (failed ?? 0) + 1;
    delete loads[name];
  }));
}

/** The messages of a language as the WebAssembly reads them. */
export const words = async (tag: string) => (await load(tag))?.default;

/** The texts of the notice in a language, or in English if its file does not come within a second. */
export const notices = async (tag: string) =>
  (await Promise.race([load(tag), new Promise<undefined>((late) => setTimeout(late, 1e3))]))?.notices ?? ENGLISH;
