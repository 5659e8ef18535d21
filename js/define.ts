/// <reference path="./modules.d.ts" />
// The module that a page loads: defines <licensing-card> at once; the WebAssembly is loaded when the
// first card connects.

import { LicensingCardElement } from "./element.js";
import { attempt } from "./page.js";

export { LicensingCardElement } from "./element.js";
export { configure } from "./instance.js";
export type * from "./types.js";
export type {
  LicensingCardAttributes,
  LicensingCardEventMap,
  LicensingCardNumerals,
  LicensingCardProperties,
  LicensingCardState,
} from "./generated/contract.js";

declare global {
  interface HTMLElementTagNameMap {
    "licensing-card": LicensingCardElement;
  }
}

declare const VERSION: string;
/** The package's version. */
export const version: string = VERSION;

const refused = new Set<string>();
let taken = false;

/** Defines the element under a tag; importing the module has done it for the default one. `true` where the tag is, or already was, this module's; `false` on a server and where the tag belongs to something else, with one warning for each tag on the console. Never throws. */
export function define(tag = "licensing-card"): boolean {
  if (!globalThis.customElements) return false;
  try {
    if (!customElements.get(tag)) {
      // One class has one tag, so every further tag has a class of its own.
      customElements.define(tag, (taken ? class extends LicensingCardElement {} : LicensingCardElement) as any);
      taken = true;
    }
    const known = customElements.get(tag) as any;
    if (known === LicensingCardElement || known.prototype instanceof LicensingCardElement) return true;
  } catch {
    // Not a name for an element, or not to be had.
  }
  if (!refused.has(tag)) {
    refused.add(tag);
    attempt(() => console.warn(`licensing-card ${version} cannot define <${tag}>`));
  }
  return false;
}

define();
