// The section of states: cards that are kept loading, empty, failed and stale.

import { SESSIONS } from "./session.js";

// These cards stay with v2 if the page's own card uses v3.
const { token } = SESSIONS.v2;

// Under the time that the card gives a token provider, after which it would show an error.
const START_OVER = 8000;

const find = (id) => document.getElementById(id);

/** Keeps a card waiting for a token that never comes. */
export function keepLoading() {
  const card = find("loading");
  card.tokenProvider = () => new Promise(() => {});
  setInterval(() => {
    // Another request, as far as the card can tell, so it begins to wait again.
    card.credentials = card.credentials === "omit" ? null : "omit";
  }, START_OVER);
}

/** Brings the other cards into their states; once more after each sign-in. */
export function showStates() {
  find("empty").data = [];
  // The console has no such company. A new function makes the card ask again where it was refused.
  find("failed").tokenProvider = (reason) => token(reason);

  const stale = find("stale");
  const growOld = () => {
    stale.tokenProvider = () => Promise.reject(new Error("signed out"));
    stale.refresh().catch(() => {});
  };
  stale.addEventListener("usage-load", growOld, { once: true });
  stale.tokenProvider = (reason) => token(reason);
}
