// The cells of the gallery: the card's looks, and how it gets there. Each is a real card that
// is handed recorded data, or that asks and is answered so.

import { SESSIONS } from "../portal/session.js";
import { LANGUAGES } from "./languages.js";

export const THEMES = ["auto", "light", "dark"];

export const WIDTHS = [240, 320, 480, 768, 1024, 1600];

/** Allowances, for company 3's use. */
export const LIMITS = {
  none: null,
  within: 150,
  near: 90,
  over: 60,
  "far-above": 5,
  "far-away": 20000,
};

/** Recorded payloads: the company's number and the thing to see. */
export const PAYLOADS = {
  2: "The documented sample",
  3: "All four types",
  6: "Points",
  4: "The vocabulary of units",
  8: "Unknown types",
  9: "Fifty-seven types",
  11: "Many decimals",
  16: "Nothing but zeros",
};

const MAIN = "3";

const never = () => new Promise(() => {});

// The faults of these numbers are in faults.json, which the console begins with.
const failing = (tenant, more) => (card) => Object.assign(card, { tenant, ...more });

/**
 * How a card gets into each state. Those that need a document of their own would take other cards
 * with them.
 */
const STATE = {
  fallback: { title: "Fallback", alone: true },
  loading: { title: "Loading", enter: failing("1001", { timeout: 120 }) },
  ready: { title: "Ready", enter: fill },
  empty: { title: "Empty", enter: (card) => Object.assign(card, { data: [] }) },
  stale: { title: "Stale", enter: growOld },
  config: { title: "Not set up", ends: "error", enter: () => {} },
  offline: { title: "Offline", ends: "error", alone: true, enter: loseTheNet },
  unreachable: { title: "Unreachable", ends: "error", enter: failing("1002") },
  timeout: { title: "Timeout", ends: "error", enter: failing("1003", { timeout: 1 }) },
  unauthorized: { title: "Unauthorized", ends: "error", enter: failing("401") },
  forbidden: { title: "Forbidden", ends: "error", enter: failing("403") },
  "not-found": { title: "Not found", ends: "error", enter: failing("404") },
  throttled: { title: "Throttled", ends: "error", enter: failing("429") },
  server: { title: "Server error", ends: "error", enter: failing("503") },
  http: { title: "Another status", ends: "error", enter: failing("400") },
  "invalid-response": { title: "Invalid answer", ends: "error", enter: failing("1004") },
  "load-failed": { title: "Not loaded", ends: "error", alone: true, enter: failing(MAIN) },
  crashed: { title: "Crashed", ends: "error", alone: true, enter: crash },
};

export const STATES = Object.keys(STATE);
export const titleOf = (state) => STATE[state].title;
export const standsAlone = (state) => Boolean(STATE[state].alone);

/** The final `card.state`. */
export const endOf = (state) => STATE[state].ends ?? (state === "fallback" ? undefined : state);

/** Whether a card has come to the end of its way, and is drawn. An error may be that of a card whose way has not begun. */
export const hasEnded = (card, state) =>
  card.state === endOf(state) &&
  (card.state !== "error" || card.error.kind === state) &&
  (state !== "loading" || Boolean(card.shadowRoot.querySelector("[part=card]")));

export const directionOf = (lang) => LANGUAGES[lang] ?? "ltr";

let companies;

async function find(company) {
  companies ??= read("/fixtures/tenants.json");
  return (await companies).find(({ id, uid }) => [String(id), uid].includes(company));
}

/** A company's name, as the console lists it. */
export const nameOf = async (company) => (await find(company))?.name ?? null;

async function read(path) {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

/** A company's usage of Cloud Connect, in an API's shape. */
export async function payload(company, api = "v2") {
  const { folder } = await find(company);
  return read(`/fixtures/${folder}/${api === "v3" ? "organizations" : "cloudConnectUsage"}.json`);
}

// Each fault in faults.json is there by both APIs, under this UID and its number.
const FAULT_UID = "00000000-0000-4000-8000-";

/** The `tenant` of an API for the company, or the fault, that another API's `tenant` is of. */
export async function tenantOf(api, tenant) {
  const company = await find(tenant);
  if (company) return String(api === "v3" ? company.uid : company.id);
  if (api === "v3") return tenant.replace(/^\d{3,4}$/, (id) => FAULT_UID + id.padStart(12, "0"));
  const number = tenant.startsWith(FAULT_UID) && Number(tenant.slice(FAULT_UID.length));
  return number ? String(number) : tenant;
}

/** Brings a card that is on the page into a state. */
export async function enter(card, state, company = MAIN) {
  card.tenantName = await nameOf(company);
  await STATE[state].enter?.(card, company);
}

async function fill(card, company) {
  card.data = await payload(company);
}

// The numbers are fetched, and then the session is over.
async function growOld(card, company) {
  await signedIn();
  card.addEventListener(
    "usage-load",
    () => {
      card.tokenProvider = () => Promise.reject(new Error("signed out"));
      card.refresh().catch(() => {});
    },
    { once: true },
  );
  Object.assign(card, { tokenProvider: SESSIONS.v2.token, tenant: company });
}

let session;
const signedIn = () => (session ??= SESSIONS.v2.signIn("admin", "console"));

function loseTheNet(card, company) {
  Object.defineProperty(navigator, "onLine", { configurable: true, value: false });
  // For a card that has looked already.
  dispatchEvent(new Event("offline"));
  Object.assign(card, { tenant: company, tokenProvider: never });
}

// As a page does that breaks the document beneath the card.
async function crash(card, company) {
  await fill(card, company);
  await new Promise((loaded) => card.addEventListener("usage-load", loaded, { once: true }));
  const { insertBefore } = Node.prototype;
  Node.prototype.insertBefore = () => {
    throw new Error("no more of this");
  };
  card.addEventListener("usage-error", () => (Node.prototype.insertBefore = insertBefore), {
    once: true,
  });
  card.data = await payload("9");
}
