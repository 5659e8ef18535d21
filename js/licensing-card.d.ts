/** What an amount comes to, in machines and in license units. */
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
  /** What it is called in the card's language. */
  readonly label: string;
}

export type LicensingResource = "cloudConnectUsage" | "backupServerUsage" | "availabilityConsoleUsage";

/** A company's license usage: rows in the card's order, and totals that are their exact sum. */
export interface LicenseUsage {
  readonly resource: LicensingResource;
  readonly tenant: string | null;
  /** `instances`, or `points`, or whatever else the payload said, in lower case. */
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

/** One failed load. Never contains the token or a raw answer. */
export interface LicensingError {
  readonly kind: LicensingErrorKind;
  /** The HTTP status, or `null` where there was none. */
  readonly status: number | null;
  /** The sentence on screen, in the card's language. */
  readonly message: string;
  /** Whether the same request can succeed later, with nothing changed on the page. */
  readonly retryable: boolean;
  /** ISO 8601: when the server asks to be asked again, at the earliest. */
  readonly retryAt: string | null;
  /** What is wrong, in English, for the page's developer; never a value of the payload's. */
  readonly detail: string | null;
}

export type LicensingCardState = "idle" | "loading" | "ready" | "empty" | "stale" | "error";

/** Gives a bearer token; nothing or an empty string sends no header. */
export type TokenProvider = (
  reason: "initial" | "expired",
) => string | null | undefined | Promise<string | null | undefined>;

export interface LicensingCardEventMap {
  "usage-loadstart": CustomEvent<null>;
  "usage-load": CustomEvent<LicenseUsage>;
  "usage-error": CustomEvent<LicensingError>;
  /** Cancelable: cancelled, the card leaves its own notice out. */
  "usage-auth-required": CustomEvent<LicensingError>;
}

/**
 * What can be set on an element, for the markup of frameworks: each is what the class's property of
 * this name takes.
 */
export interface LicensingCardProperties {
  endpoint?: string | null | undefined;
  tenant?: string | number | null | undefined;
  resource?: LicensingResource | null | undefined;
  api?: "v2" | "v3" | null | undefined;
  heading?: string | null | undefined;
  headingLevel?: number | null | undefined;
  tenantName?: string | null | undefined;
  limit?: number | null | undefined;
  refreshInterval?: number | null | undefined;
  timeout?: number | null | undefined;
  credentials?: RequestCredentials | null | undefined;
  locale?: string | null | undefined;
  theme?: "auto" | "light" | "dark" | null | undefined;
  token?: string | null | undefined;
  tokenProvider?: TokenProvider | null | undefined;
  data?: unknown;
}

/** The attributes whose names are not their properties'. In markup, numbers are texts as well. */
export interface LicensingCardAttributes {
  "heading-level"?: number | string | null | undefined;
  "tenant-name"?: string | null | undefined;
  "refresh-interval"?: number | string | null | undefined;
}

/** The numbers of templates, whose attributes are texts unless they are bound. */
export interface LicensingCardNumerals {
  headingLevel?: number | string | null | undefined;
  limit?: number | string | null | undefined;
  refreshInterval?: number | string | null | undefined;
  timeout?: number | string | null | undefined;
}

/** `<licensing-card>`: shows a company's Veeam Cloud Connect license usage. */
export declare class LicensingCardElement extends HTMLElement {
  /** Base URL of the API, version segment included. Default `/v2`. */
  get endpoint(): string;
  set endpoint(value: string | null | undefined);
  /** The company's ID: up to 19 digits, or a UUID. */
  get tenant(): string | null;
  set tenant(value: string | number | null | undefined);
  /** Which licensing resource of the company. Default `cloudConnectUsage`. */
  get resource(): LicensingResource;
  set resource(value: LicensingResource | null | undefined);
  /** Which API the endpoint speaks. */
  get api(): "v2" | "v3";
  set api(value: "v2" | "v3" | null | undefined);
  /** The card's title; by default the resource's own, in the card's language. */
  get heading(): string | null;
  set heading(value: string | null | undefined);
  /** The title's level in the page's outline, 1 to 6. Default 2. */
  get headingLevel(): number;
  set headingLevel(value: number | null | undefined);
  /** Shown under the title. */
  get tenantName(): string | null;
  set tenantName(value: string | null | undefined);
  /** The allowance, in instances, that what is in use is held against. */
  get limit(): number | null;
  set limit(value: number | null | undefined);
  /** Seconds between automatic refreshes: 0, or at least 30. Default 0. */
  get refreshInterval(): number;
  set refreshInterval(value: number | null | undefined);
  /** Seconds for one attempt, 1 to 120. Default 10. */
  get timeout(): number;
  set timeout(value: number | null | undefined);
  /** As in `fetch`. Default `same-origin`. */
  get credentials(): RequestCredentials;
  set credentials(value: RequestCredentials | null | undefined);
  /** BCP 47 tag; by default the nearest `lang`, then the browser's. */
  get locale(): string | null;
  set locale(value: string | null | undefined);
  /** Default `auto`. */
  get theme(): "auto" | "light" | "dark";
  set theme(value: "auto" | "light" | "dark" | null | undefined);

  /** Write-only: a bearer token, or `null`. */
  get token(): null;
  set token(value: string | null | undefined);
  /** Asked for a token before the first request and after a 401; takes precedence over `token`. */
  get tokenProvider(): TokenProvider | null;
  set tokenProvider(value: TokenProvider | null | undefined);
  /** A payload to show instead of asking the API; `null` returns to fetching. */
  get data(): unknown;
  set data(value: unknown);

  /** The totals on screen, or `null`. */
  readonly usage: LicenseUsage | null;
  readonly state: LicensingCardState;
  readonly error: LicensingError | null;

  /** Loads now. Settles when that load has; rejects with a `LicensingError` or an `AbortError`. */
  refresh(): Promise<void>;
  /** The rows on screen as CSV (RFC 4180). */
  toCSV(): string;

  addEventListener<K extends keyof LicensingCardEventMap>(
    type: K,
    listener: (this: LicensingCardElement, event: LicensingCardEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof LicensingCardEventMap>(
    type: K,
    listener: (this: LicensingCardElement, event: LicensingCardEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

/**
 * Defines the element under a tag, by default `licensing-card`, which importing the module has
 * done already. `false` where the tag belongs to something else; never throws.
 */
export declare function define(tag?: string): boolean;

/** Says where the WebAssembly is, before the first card connects. */
export declare function configure(options: { wasmUrl?: string | URL }): void;

/** The package's version. */
export declare const version: string;

declare global {
  interface HTMLElementTagNameMap {
    "licensing-card": LicensingCardElement;
  }
}
