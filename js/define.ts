// The module that a page loads: defines <licensing-card> at once; the WebAssembly is loaded when the
// first card connects.

import { LicensingCardElement } from "./element.js";
import { attempt } from "./page.js";

export { LicensingCardElement } from "./element.js";
export { configure } from "./instance.js";

declare const VERSION: string;
export const version = VERSION;

const refused = new Set<string>();
let taken = false;

/** Defines the element under a tag; whether the tag is, or already was, this module's. */
export function define(tag = "licensing-card") {
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
