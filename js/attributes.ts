// The attributes: how each is read, and its default. They are read here and not in Rust because a
// page reads properties at once, before the WebAssembly is there.

import { attempt, baseUrl } from "./page.js";

/** Reads an attribute's text: its value, or `false` if it is invalid. */
type Read = (text: string, api: string) => unknown;

const text: Read = (value) => value;
const oneOf = (...values: string[]): Read => (value) => values.includes(value) && value;
const number = (accepts: (value: number) => boolean): Read => (value) => {
  const read = value.trim() ? Number(value) : NaN;
  return accepts(read) && read;
};

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
  const own = url?.origin === origin;
  return own || (absolute && (url?.protocol === "https:" || loopback.test(url?.hostname ?? ""))) ? url! : false;
}

/** For each attribute, how it is read, and its default. */
export const ATTRIBUTES: Record<string, [Read, unknown]> = {
  endpoint: [(value) => endpointUrl(value) && value, "/v2"],
  tenant: [(value, api) => (UUID.test(value) || (api !== "v3" && /^\d{1,19}$/.test(value))) && value, null],
  resource: [oneOf("cloudConnectUsage", "backupServerUsage", "availabilityConsoleUsage"), "cloudConnectUsage"],
  api: [oneOf("v2", "v3"), "v2"],
  heading: [text, null],
  "heading-level": [number((value) => value >= 1 && value <= 6 && value % 1 === 0), 2],
  "tenant-name": [text, null],
  limit: [number((value) => value > 0 && value <= 1e12), null],
  "refresh-interval": [number((value) => value === 0 || (value >= 30 && value < Infinity)), 0],
  timeout: [number((value) => value >= 1 && value <= 120), 10],
  credentials: [oneOf("omit", "same-origin", "include"), "same-origin"],
  locale: [(value) => attempt(() => Intl.getCanonicalLocales(value)) !== undefined && value, null],
  theme: [oneOf("auto", "light", "dark"), "auto"],
};

/** An attribute's property. */
export const camel = (name: string) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
