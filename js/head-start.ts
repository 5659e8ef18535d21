// A head start: the first request of a card goes out while the WebAssembly is on its way, if it is one
// that needs no token and stays on the page's own origin. The WebAssembly takes the response if it
// would send the very same request, and otherwise sends its own.

import { UUID, endpointUrl } from "./attributes.js";
import type { LicensingCardElement } from "./element.js";
import { task } from "./page.js";

export interface HeadStart {
  url: string;
  credentials: string;
  /** When it was sent. */
  at: number;
  controller: AbortController;
  response: Promise<Response>;
  /** Whether the WebAssembly looks after it now. */
  taken: boolean;
  cards: Set<LicensingCardElement>;
}

const SERVER_TYPES: Record<string, string> = {
  cloudConnectUsage: "CloudConnect",
  backupServerUsage: "BackupAndReplication",
  availabilityConsoleUsage: "VSPC",
};

const started: HeadStart[] = [];

// Later scripts of the page set properties, a token above all, before the end of parsing.
const parsed = new Promise<unknown>((done) => {
  if (globalThis.document?.readyState === "complete") done(0);
  else for (const type of ["DOMContentLoaded", "load"]) globalThis.addEventListener?.(type, done);
});

function requestUrl({ api, endpoint, resource, tenant }: LicensingCardElement) {
  const url = endpointUrl(endpoint);
  if (!url || !tenant || url.origin !== origin) return;
  const base = url.origin + url.pathname.replace(/\/+$/, "");
  if (api === "v3") {
    const query = `organizationUid=${tenant}&serverType=${SERVER_TYPES[resource]}&limit=500&offset=0`;
    return `${base}/licensing/usage/organizations?${query}`;
  }
  return `${base}/tenants/${tenant}/licensing/${resource}${UUID.test(tenant) ? "/byVCCTenantUid" : ""}`;
}

/** Sends the card's request once the page is parsed, if the card `still` waits and needs no token. */
export async function headStart(card: LicensingCardElement, still: () => boolean): Promise<HeadStart | undefined> {
  await parsed;
  // The page goes on with its task: it may change the card, or remove it.
  await new Promise<void>(task);
  const { credentials } = card;
  const url = still() && navigator.onLine && requestUrl(card);
  if (!url) return;
  let start = started.find((one) => one.url === url && one.credentials === credentials && !one.taken);
  if (!start) {
    const controller = new AbortController();
    // A page's own `fetch` may throw.
    const response = new Promise<Response>((done) =>
      done(
        fetch(url, {
          headers: { Accept: "application/json" },
          credentials,
          cache: "no-store",
          redirect: "manual",
          referrerPolicy: "no-referrer",
          signal: controller.signal,
        }),
      ),
    );
    // If the WebAssembly never takes it, nobody handles its failure.
    response.catch(() => {});
    start = { url, credentials, at: Date.now(), controller, response, taken: false, cards: new Set() };
    started.push(start);
  }
  start.cards.add(card);
  return start;
}

/** The card no longer needs it; a request that no card needs is aborted. */
export function release(start: HeadStart | undefined, card: LicensingCardElement) {
  if (!start) return;
  start.cards.delete(card);
  if (start.cards.size) return;
  if (!start.taken) start.controller.abort();
  const at = started.indexOf(start);
  if (at >= 0) started.splice(at, 1);
}
