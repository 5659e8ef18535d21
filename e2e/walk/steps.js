// The steps that a page takes with its cards. Runs in the page.

export function steps() {
  // The walk's own steps go past the names that its markup takes.
  const all = (selector) => Document.prototype.querySelectorAll.call(document, selector);
  const dispatch = (name) => EventTarget.prototype.dispatchEvent.call(window, new Event(name));
  const pick = (list, n) => list[n % list.length];
  const frame = (n) => all("iframe")[n % 2];
  const box = (n) => all(".box")[n % 3];
  const quietly = (promise) => void promise.catch(() => {});
  const texts = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    return found;
  };
  const attribute = (n) => pick(Object.keys(window.ATTRIBUTES), n);
  const EVENTS = ["usage-loadstart", "usage-load", "usage-error", "usage-auth-required"];

  /** Has another card take a card's place among those that the walk is about. */
  const replace = (card, other) => {
    window.cards[window.cards.indexOf(card)] = other;
    card.replaceWith(other);
    // Other documents do not know the element: it becomes one here.
    if (!other.isConnected || !other.shadowRoot) box(0).append(other);
  };

  /** A listener's action. */
  const ACTS = [
    (card) => card.remove(),
    (card) => replace(card, card.cloneNode(true)),
    (card) => box(1).append(card),
    (card) => frame(0).contentDocument.body.append(card),
    (card) => (card.parentNode.textContent = ""),
    (card, n) => (card.tenant = pick(window.ATTRIBUTES.tenant, n)),
    (card, n) => (card.data = pick(window.DATA, n)),
    (card, n) => (card.token = pick(window.TOKENS, n)),
    (card) => quietly(card.refresh()),
    (card, _, event) => event.preventDefault(),
    (card, _, event) => event.stopImmediatePropagation(),
    (card) => card.shadowRoot.replaceChildren(),
    (card, n) => (window.cards[n % 3].locale = "de"),
  ];

  const REWRITES = [
    (root) => texts(root).forEach((text) => text.replaceWith(Object.assign(document.createElement("font"), { textContent: text.data }))),
    (root) =>
      texts(root).forEach((text) => {
        const font = document.createElement("font");
        text.replaceWith(font);
        font.append(text);
      }),
    (root) => texts(root).forEach((text) => text.length > 1 && text.splitText(1)),
    (root) => texts(root).forEach((text) => text.remove()),
    (root) => root.querySelector("tr[data-type]")?.remove(),
    (root) => root.querySelector("tbody")?.append(...[...root.querySelectorAll("tbody tr")].reverse()),
    (root) => root.querySelector("table")?.remove(),
    (root) => root.querySelector("[part=notice]")?.remove(),
    (root) => root.querySelector("slot")?.remove(),
    (root) => root.replaceChildren(),
    (root) => (root.innerHTML += "<p>of an extension"),
    (root) => root.prepend(document.createElement("style")),
    (root) => (root.adoptedStyleSheets = []),
    (root) => root.normalize(),
  ];

  window.steps = {
    attribute: (card, n) => card.setAttribute(attribute(n), pick(Object.values(window.ATTRIBUTES)[n % Object.keys(window.ATTRIBUTES).length], n >> 3)),
    "no attribute": (card, n) => card.removeAttribute(attribute(n)),
    "no attributes": (card) => card.getAttributeNames().forEach((name) => card.removeAttribute(name)),
    "good company": (card) => {
      card.removeAttribute("endpoint");
      card.api = "v2";
      card.tenant = "2";
    },
    property: (card, n) => {
      const names = ["endpoint", "tenant", "resource", "api", "heading", "headingLevel", "tenantName", "limit"];
      names.push("refreshInterval", "timeout", "credentials", "locale", "theme");
      card[pick(names, n)] = pick(window.ANYTHING, n >> 3);
    },
    token: (card, n) => (card.token = pick(window.TOKENS, n)),
    provider: (card, n) => (card.tokenProvider = pick(window.PROVIDERS, n)),
    data: (card, n) => (card.data = pick(window.DATA, n)),
    "no data": (card) => (card.data = card.token = card.tokenProvider = null),
    read: (card) => {
      for (const name in card) if (name in window.LicensingCard.prototype) void card[name];
      if (!card.toCSV().startsWith("type,")) throw new Error("no CSV");
    },
    refresh: (card) => quietly(card.refresh()),
    "refresh, and wait": (card) => Promise.race([card.refresh().catch(() => {}), new Promise((done) => setTimeout(done, 50))]),
    "refresh, and remove": (card) => {
      quietly(card.refresh());
      card.remove();
    },
    csv: (card) => void card.toCSV(),
    listener: (card, n) => card.addEventListener(pick(EVENTS, n), (event) => event.target.isConnected && pick(ACTS, n >> 2)(event.target, n, event), { once: true }),
    act: (card, n) => card.isConnected && pick(ACTS, n)(card, n, new Event("x")),
    move: (card, n) => box(n).append(card),
    "move, before": (card, n) => (card.isConnected && card.ownerDocument === document ? box(n).moveBefore(card, null) : box(n).prepend(card)),
    frame: (card, n) => frame(n).contentDocument.body.append(card),
    "a document of no window": (card, n) => pick([window.nowhere.body, all("template")[0].content], n).append(card),
    "a frame that goes": (card, n) => {
      const old = frame(n);
      old.contentDocument.body.append(card);
      old.replaceWith(document.createElement("iframe"));
    },
    "another component": (card) => all("#component")[0].shadowRoot.append(card),
    there: (card, n) => {
      card.remove();
      box(n).append(card);
    },
    remove: (card) => card.remove(),
    clone: (card) => replace(card, card.cloneNode(true)),
    import: (card, n) => replace(card, pick([document, frame(0).contentDocument], n).importNode(card, true)),
    adopt: (card, n) => pick([document, window.nowhere, frame(0).contentDocument], n).adoptNode(card),
    make: (card, n) => replace(card, n % 2 ? document.createElement("licensing-card") : new window.LicensingCard()),
    "markup written anew": (card, n) => {
      const into = box(n);
      const inside = window.cards.filter((card) => card.parentNode === into);
      into.innerHTML += "";
      const made = into.querySelectorAll("licensing-card");
      inside.sort((one, other) => (one.compareDocumentPosition(other) & 4 ? -1 : 1));
      for (const [at, old] of inside.entries()) window.cards[window.cards.indexOf(old)] = made[at] ?? old;
    },
    "callbacks by hand": (card, n) => card[pick(["connectedCallback", "disconnectedCallback", "adoptedCallback", "connectedMoveCallback"], n)](),
    content: (card, n) => (card.innerHTML = pick(["", "text", "<p slot=footer>foot", "<button slot=actions>act", "<licensing-card>"], n)),
    rewrite: (card, n) => pick(REWRITES, n)(card.shadowRoot),
    click: (card, n) => {
      const buttons = card.shadowRoot.querySelectorAll("button, summary");
      if (buttons.length) pick(buttons, n).click();
    },
    focus: (card, n) => pick([...card.shadowRoot.querySelectorAll("button"), card], n).focus(),
    "name in a form": (card, n) => {
      const taking = document.createElement(pick(["input", "select"], n));
      taking.name = pick(window.NAMES, n);
      Element.prototype.append.call(all("form")[0], taking);
    },
    "name in the document": (card, n) => {
      const taking = document.createElement(pick(["img", "form"], n));
      taking.setAttribute("name", pick(window.NAMES, n));
      box(2).append(taking);
    },
    "no names": () => all("[name]").forEach((taking) => taking.remove()),
    language: (card, n) => pick([all("html")[0], box(n)], n).setAttribute("lang", pick(window.ATTRIBUTES.lang, n)),
    fetch: (card, n) => (window.fetch = pick(window.FETCHES, n)),
    "own fetch": () => (window.fetch = window.FETCHES.original),
    fault: (card, n) => window.fault(n),
    "no fault": () => window.fault(-1),
    visibility: (card, n) => window.visibility(n % 2 ? "hidden" : "visible"),
    online: (card, n) => window.online(n % 2 === 0),
    print: () => {
      dispatch("beforeprint");
      dispatch("afterprint");
    },
    "a microtask": () => Promise.resolve(),
    "a task": () => new Promise((done) => setTimeout(done)),
    "some time": (card, n) => new Promise((done) => setTimeout(done, n % 30)),
  };

  /** Takes steps, and says how many: all, but where one throws. */
  window.take = async (planned) => {
    for (const [at, [name, which, n]] of planned.entries()) {
      try {
        const waits = window.steps[name](window.cards[which], n);
        // Most steps follow one another in one task.
        if (waits instanceof Promise) await waits;
      } catch (error) {
        return { at, error: `${error} ${error?.stack}` };
      }
    }
    return null;
  };
}
