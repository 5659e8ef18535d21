// The session with the console: tokens live in memory only, and a reload signs in anew.

let account = null;
// A promise of tokens, so that who asks for one while signing in is under way waits for its end.
let tokens = null;
let renewal = null;

async function grant(fields) {
  const response = await fetch("/token", { method: "POST", body: new URLSearchParams(fields) });
  if (!response.ok) throw new Error(`status ${response.status}`, { cause: response.status });
  return response.json();
}

/** Signs in. Rejects with the status as its cause where the console refuses. */
export async function signIn(username, password) {
  account = { username, password };
  tokens = grant({ grant_type: "password", ...account });
  await tokens;
}

/** Ends the session here, and there if the console can be reached. */
export async function signOut() {
  const ended = tokens;
  account = tokens = null;
  const { access_token: token } = await ended;
  const headers = { Authorization: `Bearer ${token}` };
  await fetch("/v2/accounts/logout", { method: "POST", headers });
}

async function renew() {
  const { refresh_token } = await tokens;
  // A console that was started anew does not know the refresh token.
  return grant({ grant_type: "refresh_token", refresh_token }).catch(() =>
    grant({ grant_type: "password", ...account }),
  );
}

/** What the cards ask for a token. */
export async function token(reason) {
  if (!tokens) throw new Error("signed out");
  if (reason === "expired") {
    // Cards whose tokens expire together need one new token between them.
    renewal ??= renew().finally(() => (renewal = null));
    tokens = renewal;
  }
  return (await tokens).access_token;
}

/** The companies, as the console lists them. */
export async function companies() {
  const headers = { Authorization: `Bearer ${await token("initial")}` };
  const response = await fetch("/v2/tenants", { headers });
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.json();
}
