// The sessions with the console, one for each version of its API: tokens live in memory only, and a
// reload signs in anew.

async function read(response) {
  if (!response.ok) throw new Error(`status ${response.status}`, { cause: response.status });
  return response.json();
}

const bearer = (token) => ({ headers: { Authorization: `Bearer ${token}` } });

/** A session: where its tokens come from, how companies are listed, and how it ends at the console. */
function session(tokenPath, list, end) {
  let account = null;
  // A promise of tokens, so that a request for one during signing in waits for its end.
  let tokens = null;
  let renewal = null;

  const grant = async (fields) =>
    read(await fetch(tokenPath, { method: "POST", body: new URLSearchParams(fields) }));

  async function renew() {
    const { refresh_token } = await tokens;
    // A console that was started anew does not know the refresh token.
    return grant({ grant_type: "refresh_token", refresh_token }).catch(() =>
      grant({ grant_type: "password", ...account }),
    );
  }

  /** The cards' token provider. */
  async function token(reason) {
    if (!tokens) throw new Error("signed out");
    if (reason === "expired") {
      // Cards whose tokens expire together need one new token between them.
      renewal ??= renew().finally(() => (renewal = null));
      tokens = renewal;
    }
    return (await tokens).access_token;
  }

  return {
    token,
    /** Signs in. Rejects with the status as its cause where the console refuses. */
    async signIn(username, password) {
      account = { username, password };
      tokens = grant({ grant_type: "password", ...account });
      await tokens;
    },
    /** Ends the session here, and there if the console can be reached. */
    async signOut() {
      const ended = tokens;
      account = tokens = null;
      if (ended) await end((await ended).access_token);
    },
    /** The companies as `{ id, name }`, `id` being a card's `tenant`. */
    companies: async () => list(await token("initial")),
  };
}

export const SESSIONS = {
  v2: session(
    "/token",
    async (token) => read(await fetch("/v2/tenants", bearer(token))),
    (token) => fetch("/v2/accounts/logout", { method: "POST", ...bearer(token) }),
  ),
  v3: session(
    "/api/v3/token",
    async (token) => {
      const path = "/api/v3/organizations/companies?limit=500";
      const { data } = await read(await fetch(path, bearer(token)));
      return data.map(({ instanceUid, name }) => ({ id: instanceUid, name }));
    },
    // The console of this repository has no request for it; the token expires by itself.
    async () => {},
  ),
};
