// The attributes: how each is read, and its default. They are read here and not in Rust because a
// page reads properties at once, before the WebAssembly is there.

const TENANT = /^(\d{1,19}|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12})$/i;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** The endpoint of the other API. */
export const V3_ENDPOINT = "/api/v3";

const text = (value) => value;
const oneOf =
  (...values) =>
  (value) =>
    values.includes(value) && value;
const number = (accepts) => (value) => {
  const read = value.trim() ? Number(value) : NaN;
  return accepts(read) && read;
};

/** A function that does the same, but answers `false` where that throws. */
export const attempt = (read) => (value) => {
  try {
    return read(value);
  } catch {
    return false;
  }
};

/** For each attribute, how it is read (its value, or `false` where it is invalid) and its default. */
export const ATTRIBUTES = {
  endpoint: [attempt(endpoint), "/v2"],
  tenant: [(value, api) => (api === "v3" ? UUID : TENANT).test(value) && value, null],
  resource: [oneOf("cloudConnectUsage", "backupServerUsage", "availabilityConsoleUsage"), "cloudConnectUsage"],
  api: [oneOf("v2", "v3"), "v2"],
  heading: [text, null],
  "heading-level": [number((value) => value >= 1 && value <= 6 && value % 1 === 0), 2],
  "tenant-name": [text, null],
  limit: [number((value) => value > 0 && value <= 1e12), null],
  "refresh-interval": [number((value) => value === 0 || (value >= 30 && value < Infinity)), 0],
  timeout: [number((value) => value >= 1 && value <= 120), 10],
  credentials: [oneOf("omit", "same-origin", "include"), "same-origin"],
  locale: [attempt((value) => Intl.getCanonicalLocales(value) && value), null],
  theme: [oneOf("auto", "light", "dark"), "auto"],
};

// The same rule that the WebAssembly keeps before a token goes anywhere; here it only answers reads.
function endpoint(value) {
  if (!value || /^\/\/|[\0- \x7f\\?#]/.test(value)) return false;
  const scheme = /^[a-z\d+.-]*:/i.test(value);
  if (scheme && !/^https?:\/\/[^/@]+(\/|$)/i.test(value)) return false;
  const url = new URL(value, value[0] === "/" ? self.origin : document.baseURI);
  if (url.origin === self.origin) return value;
  const loopback = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  return scheme && (url.protocol === "https:" || loopback) && value;
}

/** The property's name. */
export function camel(name) {
  return name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
}
