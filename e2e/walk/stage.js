// The page of a walk, and its three cards at rest. Runs in the page.

export const MARKUP = `
  <div class="box"></div><form><div class="box"></div></form><div class="box"></div>
  <iframe></iframe><iframe></iframe><template></template><div id="component"></div>`;

export function stage() {
  // Files and prints stay in the page.
  window.print = () => {};
  const { click } = HTMLElement.prototype;
  HTMLElement.prototype.click = function () {
    if (!this.download) click.call(this);
  };

  const shown = {};
  const pretend = (prototype, name) => {
    const { get } = Object.getOwnPropertyDescriptor(prototype, name);
    Object.defineProperty(prototype, name, {
      configurable: true,
      get() {
        return shown[name] ?? get.call(this);
      },
    });
  };
  pretend(Document.prototype, "visibilityState");
  pretend(Document.prototype, "hidden");
  pretend(Navigator.prototype, "onLine");
  const dispatch = (target, name) => EventTarget.prototype.dispatchEvent.call(target, new Event(name));
  window.visibility = (state) => {
    Object.assign(shown, { visibilityState: state, hidden: state === "hidden" });
    dispatch(document, "visibilitychange");
  };
  window.online = (onLine) => {
    Object.assign(shown, { onLine });
    dispatch(window, onLine ? "online" : "offline");
  };

  window.begin = () => {
    window.LicensingCard = customElements.get("licensing-card");
    window.nowhere = document.implementation.createHTMLDocument("Nowhere");
    document.querySelector("#component").attachShadow({ mode: "open" });
    window.cards = [...document.querySelectorAll(".box")].map((box) => {
      const card = document.createElement("licensing-card");
      card.tenant = "2";
      box.append(card);
      return card;
    });
  };

  /** Takes back the page's changes; brings back removed cards; has all load anew. */
  window.rest = async (company) => {
    window.steps["no names"]();
    window.steps["own fetch"]();
    window.visibility("visible");
    window.online(true);
    document.querySelector("html").lang = "en";
    for (const box of document.querySelectorAll(".box")) box.removeAttribute("lang");
    // Listeners that are still to act have their turn while it does not matter.
    for (const card of window.cards) {
      for (const name of ["usage-loadstart", "usage-load", "usage-error", "usage-auth-required"]) {
        card.dispatchEvent(new CustomEvent(name));
      }
    }
    await new Promise((done) => setTimeout(done));
    const gone = window.cards.filter((card) => !card.isConnected).map(({ state }) => state);
    for (const card of window.cards) {
      for (const name of card.getAttributeNames()) card.removeAttribute(name);
      Object.assign(card, { data: null, token: null, tokenProvider: null, tenant: company });
      if (!card.isConnected) document.querySelector(".box").append(card);
    }
    return gone;
  };

  /** The differences between a card's screen and its usage. */
  window.differences = (card) => {
    if (card.state !== "ready") return [`state ${card.state} ${JSON.stringify(card.error)}`];
    const found = [];
    const { workloads, totals } = card.usage;
    const rows = [...card.shadowRoot.querySelectorAll("tbody tr[data-type]")];
    const compare = (row, logged, of) => {
      for (const measure of ["rental", "new", "used", "total"]) {
        for (const unit of ["count", "instances"]) {
          const text = row?.querySelector(`[data-measure=${measure}][data-unit=${unit}]`)?.textContent;
          const wanted = logged[measure][unit].toLocaleString("en");
          if (text !== wanted) found.push(`${of} ${measure} ${unit}: ${text}, not ${wanted}`);
        }
      }
    };
    if (rows.length !== workloads.length) found.push(`${rows.length} rows`);
    for (const [at, workload] of workloads.entries()) compare(rows[at], workload, workload.type);
    compare(card.shadowRoot.querySelector("tfoot tr"), totals, "totals");
    return found;
  };
}
