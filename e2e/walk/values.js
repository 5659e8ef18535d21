// The values that steps choose from. Runs in the page.

export function values() {
  const TEXTS = ["", " ", "0", "-1", "null", "NaN", "\u0000", "<b>x</b>", "x".repeat(5_000)];
  const row = (used) => ({ type: "CC_VM_Backup", usedCount: used, usedInstances: used });
  const circle = [row(1)];
  circle[0].self = circle;

  /** For each attribute, good values and bad ones. */
  window.ATTRIBUTES = {
    endpoint: ["/v2", "v2", "/nowhere", "//host/v2", "/\\host/v2", "https://user:pass@host", "javascript:x"],
    tenant: ["2", "3", "7", "12", "c963cfe0-afae-4a3b-b909-6a04e7d80068", "../admin", "-2"],
    resource: ["cloudConnectUsage", "backupServerUsage", "availabilityConsoleUsage", "none"],
    api: ["v2", "v2", "v3", "v0"],
    heading: ["A heading", "עברית"],
    "heading-level": ["1", "6", "7", "2.5"],
    "tenant-name": ["A company", "=1+1"],
    limit: ["1", "100", "0.5", "1e12", "1e13"],
    "refresh-interval": ["0", "30", "29"],
    timeout: ["1", "120", "121"],
    credentials: ["omit", "same-origin", "include", "all"],
    locale: ["de", "ar", "ja-JP", "de_DE", "xx", "zz-invalid-locale-"],
    theme: ["auto", "light", "dark", "Dark"],
    lang: ["de", "pt_BR", "de_DE.UTF-8", "ar", "C"],
    token: ["an attribute that is no place for a secret"],
    dir: ["rtl", "ltr", "auto"],
    hidden: ["", "until-found"],
    style: ["display: none", "display: contents", "width: 90px"],
    slot: ["elsewhere"],
  };
  for (const list of Object.values(window.ATTRIBUTES)) list.push(...TEXTS);

  /** Invalid values for a property. */
  window.ANYTHING = [
    ...[null, undefined, 0, -1, NaN, Infinity, 1n, true, Symbol("x"), () => {}, [], {}],
    ...[Object.create(null), new Proxy({}, {}), { toString: () => "de" }, document.body],
    {
      toString() {
        throw new Error("no text");
      },
    },
  ];

  window.TOKENS = ["good", "", "two\nlines", "schlüssel", ...window.ANYTHING];

  window.PROVIDERS = [
    () => "good",
    async (reason) => reason,
    () => "",
    () => undefined,
    () => 7,
    () => "two\nlines",
    () => Promise.reject(),
    () => ({ then: (done) => done("good") }),
    () => new Promise((late) => setTimeout(late, 200, "late")),
    () => new Promise(() => {}),
    () => {
      throw null;
    },
    ...window.ANYTHING,
  ];

  window.DATA = [
    ...[[], { data: null }, [row(3)], { data: [row(4), { type: "Own", rentalUnits: 0.1 }] }, circle],
    Array.from({ length: 60 }, (_, at) => ({ type: `Type ${at}`, newCount: at })),
    [{ errors: [] }],
    [row(-1)],
    [row(1e300)],
    [row("3")],
    { data: [row(1)], meta: { pagingInfo: { total: 2 } } },
    {
      get data() {
        throw new Error("no data");
      },
    },
    ...[...window.ANYTHING, "[]", ""],
  ];

  const original = window.fetch;
  /** Pages' and libraries' substitutes for `fetch`. */
  window.FETCHES = [
    (url, init) => original(url.startsWith("x") ? "" : url, { ...init, headers: new Headers(init?.headers) }),
    async (...given) => new Proxy(await original(...given), {}),
    async () => Object.create(Response.prototype),
    async () => ({ ok: true, status: 200, json: async () => [] }),
    async () => ({ status: 200, headers: new Headers(), body: { getReader: () => ({ read: () => 1 }) } }),
    async () => Object.defineProperty(new Response("[]"), "headers", { value: undefined }),
    async () =>
      Object.defineProperty(new Response("[]"), "status", {
        get() {
          throw new Error("no status");
        },
      }),
    async () => new Response(new ReadableStream()),
    () => new Promise(() => {}),
    () => Promise.reject(),
    () => undefined,
    () => {
      throw null;
    },
  ];
  window.FETCHES.original = original;
  // A name that markup takes away from a method by which the view itself is made ends it: it is not here.
  window.NAMES = [
    ...["lang", "parentElement", "parentNode", "getAttribute", "setAttribute", "getRootNode"],
    ...["baseURI", "nodeType", "ownerDocument", "defaultView", "body", "head", "hidden", "append"],
    ...["visibilityState", "activeElement", "addEventListener", "removeEventListener", "location"],
    ...["documentElement", "firstChild", "childNodes", "attributes", "isConnected", "remove", "URL"],
    ...["querySelector", "dispatchEvent", "contains", "adoptedStyleSheets", "fetch", "navigator"],
  ];
}
