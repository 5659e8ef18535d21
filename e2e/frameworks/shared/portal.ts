// The interface of tests to a portal in any framework: they set its state, and read its events.

import type { LicenseUsage, LicensingCardProperties, LicensingError } from "licensing-card";

/** A company's card, as the portal wants it. */
export interface Company extends LicensingCardProperties {
  key: string;
}

export interface State {
  /** Shown by itself, where there is one. */
  featured: Company | null;
  /** Shown as a list with keys. */
  companies: readonly Company[];
}

let state: State = { featured: null, companies: [] };
const listeners = new Set<() => void>();
const reported: { what: string; detail: unknown }[] = [];

export const getState = (): State => state;

/** Has a listener called at every change, until the returned function is called. */
export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function update(change: Partial<State>) {
  state = { ...state, ...change };
  for (const listener of listeners) listener();
}

// The listeners of the cards in the portal's templates.
export const onUsage = (detail: LicenseUsage) => void reported.push({ what: "usage", detail });
export const onProblem = (detail: LicensingError) => void reported.push({ what: "problem", detail });
export const onSignIn = () => void reported.push({ what: "sign-in", detail: null });

Object.assign(window, { portal: { update, getState, reported } });
