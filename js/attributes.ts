// The attributes: this header declares each with its values, its default and its meaning, and `cargo xtask
// generate` makes the types, the table for reading them and the documents of it. They are read here and not
// in Rust because a page reads properties at once, before the WebAssembly is there.

import { ATTRIBUTES, type Accessors } from "./generated/contract.js";
import { attempt, baseUrl } from "./page.js";

export const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * The address that an endpoint stands for, or `false` if no request may go there. The WebAssembly has
 * the same rule and the last word; this answers reads, and starts requests early.
 */
export function endpointUrl(value: string) {
  const absolute = /^[a-z\d+.-]*:/i.test(value);
  if (!value || /^\/\/|[\0- \x7f\\?#]/.test(value) || (absolute && !/^https?:\/\/[^/@]+(\/|$)/i.test(value))) return false;
  const url = attempt(() => new URL(value, value[0] === "/" ? origin : baseUrl()));
  const loopback = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;
  const safe = absolute ? url?.protocol === "https:" || loopback.test(url?.hostname ?? "") : url?.origin === origin;
  return safe ? url! : false;
}

/** Reads an attribute's text: its value, or `false` if it is invalid. */
type Read = (text: string, api: string) => unknown;

const number = (accepts: (value: number) => boolean): Read => (value) => {
  const read = value.trim() ? Number(value) : NaN;
  return accepts(read) && read;
};

/** How those are read that are neither any text nor one of a few. */
const RULES: Record<string, Read> = {
  endpoint: (value) => endpointUrl(value) && value,
  tenant: (value, api) => (UUID.test(value) || (api !== "v3" && /^\d{1,19}$/.test(value))) && value,
  "heading-level": number((value) => value >= 1 && value <= 6 && value % 1 === 0),
  limit: number((value) => value > 0 && value <= 1e12),
  "refresh-interval": number((value) => value === 0 || (value >= 30 && value < Infinity)),
  timeout: number((value) => value >= 1 && value <= 120),
  locale: (value) => attempt(() => Intl.getCanonicalLocales(value)) !== undefined && value,
};

const warned = new WeakMap<Attributes, Set<string>>();
let setting = false; // a property

/** Warns once for each card and fault. */
export function warn(card: Attributes, about: string, text: string) {
  const known = warned.get(card) ?? new Set();
  if (known.has(about)) return;
  warned.set(card, known.add(about));
  attempt(() => console.warn(`<${card.localName}>: ${text}`));
}

/** An attribute's value: `null` if it is not there, `false` if it is invalid. */
function read(card: Attributes, name: string) {
  const text = card.getAttribute(name);
  if (text === null) return text;
  const values = ATTRIBUTES[name]![2];
  if (values) return values.includes(text) && text;
  const rule = RULES[name];
  return rule ? rule(text, card.api) : text;
}

/** Warns of an invalid value. The warning does not repeat it: it may be a secret in the wrong place. */
export function check(card: Attributes, name: string) {
  if (!setting && read(card, name) === false) {
    warn(card, name + card.getAttribute(name), `invalid ${name}`);
  }
}

export interface Attributes extends Accessors {}

/**
 * @attr {string} [endpoint=/v2] - Base URL of the API, version segment included; with `api="v3"`, `/api/v3` by default. A path or another relative form that stays on the page's own origin, or plainly absolute: `https://…`, or `http://…` on a loopback host.
 * @attr {string | number} tenant - The company's ID: up to 19 digits, or a UUID; with `api="v3"` its organization's UID, a UUID. Required, unless the page hands over `data`.
 * @attr {"cloudConnectUsage" | "backupServerUsage" | "availabilityConsoleUsage"} [resource=cloudConnectUsage] - Which of the company's licensing resources.
 * @attr {"v2" | "v3"} [api=v2] - The API of the endpoint: v2 of VAC 3 to VSPC 6, v3 of VSPC 7 and later.
 * @attr {string} heading - The card's title; without it, "Cloud Connect license usage" or the other resources' like, in the card's language.
 * @attr {number} [heading-level=2] - The title's level in the page's outline, 1 to 6.
 * @attr {string} tenant-name - The company's name, shown under the title.
 * @attr {number} limit - The allowance, in the payload's unit, that the total in use is held against: over 0, to 10¹².
 * @attr {number} [refresh-interval=0] - Seconds between the end of one load and the next, and up to a tenth more: 0 for none, or 30 and more. Rests while the page is hidden or offline.
 * @attr {number} [timeout=10] - Seconds for one attempt, the body included: 1 to 120.
 * @attr {"omit" | "same-origin" | "include"} [credentials=same-origin] - As in `fetch`.
 * @attr {string} locale - Language, and format of numbers and dates, as a BCP 47 tag; without it, the nearest `lang` around the card, then the browser's.
 * @attr {"auto" | "light" | "dark"} [theme=auto] - The colors; `auto` follows the system's setting.
 */
// On a server there are no elements; importing this must do nothing there.
export class Attributes extends (globalThis.HTMLElement ?? class {}) {
  static {
    for (const [name, [property, byDefault]] of Object.entries(ATTRIBUTES)) {
      Object.defineProperty(this.prototype, property, {
        configurable: true,
        get(this: Attributes) {
          const value = read(this, name) ?? false;
          if (value !== false) return value;
          return name === "endpoint" && this.api === "v3" ? "/api/v3" : byDefault;
        },
        set(this: Attributes, value: unknown) {
          // A symbol, for one, has no text.
          const text = value == null ? null : attempt(() => `${value}`);
          if (text === undefined) warn(this, name, `invalid ${name}`);
          setting = true;
          attempt(() => (text == null ? this.removeAttribute(name) : this.setAttribute(name, text)));
          setting = false;
          // Vue first writes another value over one that it is about to remove, and Preact leaves an empty
          // text: only the last value is checked.
          queueMicrotask(() => value === "" || check(this, name));
        },
      });
    }
  }
}
