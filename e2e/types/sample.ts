// A portal's code as TypeScript users write it. Deliberate errors are marked as such, and a
// mark without an error below it is an error too.

import {
  configure,
  define,
  LicensingCardElement,
  version,
  type LicenseUsage,
  type LicensingError,
  type LicensingErrorKind,
  type LicensingCardState,
  type TokenProvider,
  type UsageTally,
} from "licensing-card";

const defined: boolean = define() && define("usage-card");
configure({ wasmUrl: "/card.wasm" });
configure({ wasmUrl: new URL("https://portal.example/card.wasm") });
const text: string = version;
// @ts-expect-error a tag is a text
define(5);
// @ts-expect-error no such option
configure({ url: "/card.wasm" });

const card = document.createElement("licensing-card");
const same: LicensingCardElement = card;
const found: LicensingCardElement | null = document.querySelector("licensing-card");
const element: HTMLElement = card;

card.endpoint = "/v2";
card.tenant = "2";
card.tenant = 2;
card.resource = "backupServerUsage";
card.api = "v2";
card.heading = "Usage";
card.headingLevel = 3;
card.tenantName = null;
card.limit = 100;
card.limit = undefined;
card.refreshInterval = 60;
card.timeout = 20;
card.credentials = "include";
card.locale = "de";
card.theme = "dark";
const level: number = card.headingLevel;
const limit: number | null = card.limit;
const tenant: string | null = card.tenant;

// @ts-expect-error no such resource
card.resource = "everything";
// @ts-expect-error no such theme
card.theme = "blue";
// @ts-expect-error a number
card.limit = "100";
// @ts-expect-error a number
card.timeout = "20";
card.api = "v3";
// @ts-expect-error no such API
card.api = "v4";
// @ts-expect-error as in fetch
card.credentials = "always";
// @ts-expect-error no such property
card.tennant = "2";

card.token = "secret";
card.token = null;
// It is write-only.
const token: null = card.token;
// @ts-expect-error a text
card.token = 5;
const provider: TokenProvider = async (reason) => (reason === "expired" ? "new" : null);
card.tokenProvider = provider;
card.tokenProvider = () => "token";
card.tokenProvider = null;
// @ts-expect-error a token is a text
card.tokenProvider = () => 5;
// @ts-expect-error there is no such reason
card.tokenProvider = (reason: "first") => reason;

card.data = [{ type: "CC_VM_Backup" }];
card.data = null;

const state: LicensingCardState = card.state;
const usage: LicenseUsage | null = card.usage;
const error: LicensingError | null = card.error;
// @ts-expect-error read-only
card.state = "ready";
// @ts-expect-error read-only
card.usage = null;
// @ts-expect-error read-only
card.error = null;

if (usage) {
  const tally: UsageTally = usage.totals;
  const instances: number = tally.rental.instances + tally.new.count + tally.used.count;
  const name: string = usage.workloads
    .map(({ type, label, total }) => `${type}${label}${total.count}`)
    .join();
  const at: Date = new Date(usage.fetchedAt);
  // @ts-expect-error nobody changes the numbers on screen
  usage.totals.rental.count = 5;
  void [instances, name, at];
}
if (error) {
  const kind: LicensingErrorKind = error.kind;
  const status: number | null = error.status;
  const retryAt: string | null = error.retryAt;
  // @ts-expect-error no such kind
  if (error.kind === "broken") void 0;
  void [kind, status, retryAt, error.retryable, error.message];
}

const done: Promise<void> = card.refresh();
const csv: string = card.toCSV();

card.addEventListener("usage-load", (event) => {
  const machines: number = event.detail.totals.total.count;
  const target: LicensingCardElement = event.currentTarget as LicensingCardElement;
  void [machines, target];
});
card.addEventListener("usage-error", ({ detail }) => detail.kind === "offline");
card.addEventListener("usage-auth-required", function (event) {
  event.preventDefault();
  const message: string = event.detail.message;
  void this.refresh();
  void message;
});
card.addEventListener("usage-loadstart", ({ detail }) => {
  const nothing: null = detail;
  void nothing;
});
card.addEventListener("click", (event) => event.type);
// @ts-expect-error usage, not an error
card.addEventListener("usage-load", ({ detail }) => detail.kind);

void [defined, text, same, found, element, level, limit, tenant, token, state, done, csv];
