// The types of the objects that the element gives to a page and takes from it. Those of its attributes,
// events and states are generated from the doc headers.

import type { Accessors } from "./generated/contract.js";

export type LicensingResource = Accessors["resource"];

/** An amount, in machines and in license units. */
export interface UsageAmount {
  /** Machines, a whole number. */
  readonly count: number;
  /** License units (instances or points), exact to six decimals. */
  readonly instances: number;
}

/** The amounts of one workload type, or of all. */
export interface UsageTally {
  /** Covered by the company's own rental license; does not use the provider's. */
  readonly rental: UsageAmount;
  /** First protected this calendar month; uses the license from the 1st of the next. */
  readonly new: UsageAmount;
  /** Uses the provider's license now. */
  readonly used: UsageAmount;
  /** All three: the protected machines. */
  readonly total: UsageAmount;
}

/** One workload type. */
export interface WorkloadUsage extends UsageTally {
  /** The known spelling, or the one served. */
  readonly type: string;
  /** Its name in the card's language. */
  readonly label: string;
}

/** A company's license usage: rows in the card's order, and totals that are their exact sum. */
export interface LicenseUsage {
  readonly resource: LicensingResource;
  readonly tenant: string | null;
  /** `instances`, `points`, or the payload's own word in lower case. */
  readonly unit: string;
  /** ISO 8601, of the last successful fetch. */
  readonly fetchedAt: string;
  readonly workloads: readonly WorkloadUsage[];
  readonly totals: UsageTally;
}

export type LicensingErrorKind =
  | "config"
  | "offline"
  | "unreachable"
  | "timeout"
  | "unauthorized"
  | "forbidden"
  | "not-found"
  | "throttled"
  | "server"
  | "http"
  | "invalid-response"
  | "load-failed"
  | "crashed";

/** One failed load. Never contains the token or a raw response. */
export interface LicensingError {
  readonly kind: LicensingErrorKind;
  /** The HTTP status, or `null` where there was none. */
  readonly status: number | null;
  /** The sentence on screen, in the card's language. */
  readonly message: string;
  /** Whether the same request can succeed later without a change of the page. */
  readonly retryable: boolean;
  /** ISO 8601: the time before which the server wants no request. */
  readonly retryAt: string | null;
  /** The fault in English, for the page's developer: of a payload which row and which field is wrong and how, never the value. */
  readonly detail: string | null;
}

/** Gives a bearer token; nothing or an empty string sends no header. */
export type TokenProvider = (
  reason: "initial" | "expired",
) => string | null | undefined | Promise<string | null | undefined>;
