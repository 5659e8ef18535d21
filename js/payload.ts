// The payload that a page hands over, as JSON, taken when it is set: neither a getter nor a later change
// disturbs the card.

import { attempt } from "./page.js";

// Writes values that JSON has no form for. A circle is left out, like any unknown field. A number that it would write as
// `null`, which is zero to the card, becomes an object: the card says which field is no number, and doesn't mind in an
// unknown one.
function exact() {
  const within: unknown[] = [];
  return function (this: unknown, _key: string, value: unknown) {
    if (value instanceof Number) value = +value;
    if (typeof value === "bigint" || (typeof value === "number" && !Number.isFinite(value))) return {};
    while (within.length && within.at(-1) !== this) within.pop();
    if (typeof value !== "object" || value === null) return value;
    return within.includes(value) ? undefined : (within.push(value), value);
  };
}

/** A payload as JSON in UTF-8; nothing, which the card refuses, of one that cannot be written so. */
export function payload(value: unknown): Uint8Array {
  // A function for each value is slow, and seldom needed.
  const plain = attempt(() => JSON.stringify(value));
  const json = plain?.includes("null") === false ? plain : attempt(() => JSON.stringify(value, exact()));
  return utf8(`${json ?? ""}`);
}

// `encode` alone takes twice as long, since it does not know how long the result will be. A text that went to the
// WebAssembly as it is would take longer still: the glue copies texts character by character.
function utf8(text: string) {
  const encoder = new TextEncoder();
  const bytes = new Uint8Array(text.length);
  return encoder.encodeInto(text, bytes).read === text.length ? bytes : encoder.encode(text);
}
