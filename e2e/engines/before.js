// Runs in every page before its own scripts, beside the script of all tests.

export function before() {
  window.thrown = [];
  window.logged = [];
  window.blobs = [];
  window.downloads = [];
  window.prints = 0;

  addEventListener("error", ({ message }) => window.thrown.push(message));
  addEventListener("unhandledrejection", ({ reason }) => window.thrown.push(String(reason)));
  for (const level of ["error", "warn"]) {
    const original = console[level];
    console[level] = (...words) => {
      window.logged.push({ level, text: words.map(String).join(" ") });
      original.apply(console, words);
    };
  }

  // Files and prints stay in the page: no engine lets a test look into its folder of downloads.
  const { createObjectURL } = URL;
  URL.createObjectURL = (blob) => {
    window.blobs.push(blob);
    return createObjectURL.call(URL, blob);
  };
  const { click } = HTMLElement.prototype;
  HTMLElement.prototype.click = function () {
    if (this.localName === "a" && this.download) window.downloads.push(this.download);
    else click.call(this);
  };
  window.print = () => window.prints++;

  // On the prototype, where a script finds it that looks there.
  const shown = {};
  for (const name of ["visibilityState", "hidden"]) {
    const { get } = Object.getOwnPropertyDescriptor(Document.prototype, name);
    Object.defineProperty(Document.prototype, name, {
      configurable: true,
      get() {
        return shown[name] ?? get.call(this);
      },
    });
  }
  window.visibility = (state) => {
    Object.assign(shown, { visibilityState: state, hidden: state === "hidden" });
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  };

  /** The numbers on screen: of each row by its type, and of the totals. */
  window.numbers = (card) => {
    const measures = (row) =>
      Object.fromEntries(
        ["rental", "new", "used", "total"].map((measure) => [
          measure,
          ["count", "instances"].map((unit) =>
            row.querySelector(`[data-measure=${measure}][data-unit=${unit}]`)?.textContent.trim(),
          ),
        ]),
      );
    const rows = [...card.shadowRoot.querySelectorAll("table tbody tr[data-type]")];
    return {
      types: rows.map((row) => row.dataset.type),
      rows: Object.fromEntries(rows.map((row) => [row.dataset.type, measures(row)])),
      totals: measures(card.shadowRoot.querySelector("table tfoot tr")),
    };
  };

  /** An element of the card, by its part. */
  window.part = (name, card = document.querySelector("licensing-card")) =>
    card.shadowRoot.querySelector(`[part~="${name}"]`);

  /** A notice, as the contract has it. */
  window.notice = (card = document.querySelector("licensing-card")) => {
    const notice = window.part("notice", card);
    return notice && { role: notice.getAttribute("role"), ...notice.dataset };
  };
}
