// The shell: defines <licensing-card> synchronously and loads the WebAssembly when the first card
// connects. It keeps attributes and properties; whatever can be decided in Rust is decided there.

import { ATTRIBUTES, V3_ENDPOINT, attempt, camel } from "./attributes.js";
import { load, over } from "./instance.js";
import { snapshot } from "./payload.js";
import { task } from "./task.js";
import { ENGLISH, words } from "./words.js";

export { configure } from "./instance.js";
export const version = "0.0.0-dev";

// Until the card is drawn, the page's own content stands in as much room as four types need, so that
// nothing around it moves when the numbers come: a float of no width, whose padding depends on the
// card's width.
const STYLE = `
:host{display:block;writing-mode:horizontal-tb}
:host([hidden]){display:none}
[part=notice],button{padding:.6em}
.space{display:flow-root}
slot:not([name])::before{content:"";float:inline-start;font-size:var(--licensing-card-font-size,medium);padding-block-end:clamp(31.6em,(30.6em - 100%)*99,39.5em)}
[part=notice]~slot::before{content:none}`;

const CSV_HEADER =
  "type,rentalCount,newCount,usedCount,rentalInstances,newInstances,usedInstances\r\n";

function element(tag, attributes, ...content) {
  const made = document.createElement(tag);
  for (const name in attributes) made.setAttribute(name, attributes[name]);
  made.append(...content);
  return made;
}

const abortError = () => new DOMException("The card was removed.", "AbortError");

let styleSheet;
let languages;
let lastWords; // for cards that have none yet
const connected = new Set();

// On a server there are no elements; importing this must do nothing there.
const Base = globalThis.HTMLElement ?? class {};

export class LicensingCardElement extends Base {
  static observedAttributes = [...Object.keys(ATTRIBUTES), "lang"];

  #root = this.attachShadow({ mode: "open" });
  #internals = attempt(() => this.attachInternals())();
  #mount;
  #card = null;
  #run = null; // what tells this stay on the page from the one before
  #scheduled = false;
  #warned = {};
  #setting; // a property
  #token = null;
  #tokenProvider = null;
  #data = null;
  #payload = null;
  #dataSetAt = 0;
  #csv;
  #words; // for a crash
  #last = null; // what was on screen with the usage
  #still; // how to copy it
  #waits = []; // how to reject those who wait for the end of a load
  #state = "idle";
  #usage = null;
  #error = null;

  constructor() {
    super();
    this.#tell("idle");
    if (!styleSheet) {
      styleSheet = new CSSStyleSheet();
      styleSheet.replaceSync(STYLE);
    }
    this.#root.adoptedStyleSheets = [styleSheet];
    this.#show(element("slot"));
    // Properties that were set before the element was defined hide the accessors.
    for (const name of Object.keys(this)) {
      if (name in LicensingCardElement.prototype) {
        const value = this[name];
        delete this[name];
        attempt(() => (this[name] = value))();
      }
    }
  }

  connectedCallback() {
    // Where it was moved to, another language may be spoken.
    if (this.#run) return this.#schedule();
    this.#run = {};
    connected.add(this);
    attempt(
      () => (languages ??= new MutationObserver(() => connected.forEach((card) => card.#schedule()))),
    )();
    this.#tell("loading");
    this.#schedule();
  }

  disconnectedCallback() {
    // A move disconnects and connects again in one go.
    queueMicrotask(() => this.isConnected || this.#stop());
  }

  connectedMoveCallback() {
    this.#schedule();
  }

  attributeChangedCallback(name, old, value) {
    if (old === value) return;
    if (name in ATTRIBUTES) this.#check(name);
    this.#schedule();
  }

  get token() {
    return null;
  }
  set token(value) {
    this.#token = value ?? null;
    this.#schedule();
  }

  get tokenProvider() {
    return this.#tokenProvider;
  }
  set tokenProvider(value) {
    this.#tokenProvider = typeof value === "function" ? value : null;
    this.#schedule();
  }

  get data() {
    return this.#data;
  }
  set data(value) {
    // Preact writes an empty text for what is not there.
    this.#data = value === "" ? null : value ?? null;
    this.#payload = this.#data && snapshot(value);
    this.#dataSetAt = Date.now();
    this.#schedule();
  }

  get usage() {
    return this.#usage;
  }
  get state() {
    return this.#state;
  }
  get error() {
    return this.#error;
  }

  async refresh() {
    if (!this.isConnected) throw abortError();
    const card = await this.#flush();
    // A crash settles nothing by itself.
    return Promise.race([card.refresh(), new Promise((_, reject) => this.#waits.push(reject))]);
  }

  toCSV() {
    return this.#csv;
  }

  #read(name) {
    const value = this.getAttribute(name);
    return value === null ? value : ATTRIBUTES[name][0](value, name === "tenant" && this.api);
  }

  // Reflects nothing of the value, which may be a secret put in the wrong place.
  #check(name) {
    const key = name + this.getAttribute(name);
    if (this.#setting || this.#read(name) !== false || this.#warned[key]) return;
    this.#warned[key] = true;
    attempt(() => console.warn(`<${this.localName}>: invalid ${name}`))();
  }

  static {
    for (const name of Object.keys(ATTRIBUTES)) {
      Object.defineProperty(this.prototype, camel(name), {
        configurable: true,
        get() {
          const value = this.#read(name) ?? false;
          if (value !== false) return value;
          return name === "endpoint" && this.api === "v3" ? V3_ENDPOINT : ATTRIBUTES[name][1];
        },
        set(value) {
          this.#setting = true;
          attempt(() =>
            value === null || value === undefined
              ? this.removeAttribute(name)
              : this.setAttribute(name, value),
          )();
          this.#setting = false;
          // While an element is upgraded, nothing is told of its attributes. Vue sets what it is about
          // to take away to something else first, and Preact leaves an empty text.
          queueMicrotask(() => value === "" || this.#check(name));
        },
      });
    }
  }

  #schedule() {
    if (!this.#run || this.#scheduled) return;
    this.#scheduled = true;
    task(() => {
      if (this.#scheduled) this.#flush().catch(() => {});
    });
  }

  // Tells the card all that the element says now, and loads it where there is none yet.
  async #flush() {
    this.#scheduled = false;
    const run = this.#run;
    let glue;
    try {
      glue = await load(LicensingCardElement.#crashed, this.#language());
    } catch {
      // Where it has crashed too often, there are words for that already.
      const said = over || (await words(this.#language()));
      // Another attempt may have gone well meanwhile.
      if (run === this.#run && !this.#card) this.#fail("load-failed", said);
    }
    if (!run || run !== this.#run || !(glue || this.#card)) throw this.#error ?? abortError();
    if (this.#card) {
      this.#card.configure(this.#config());
    } else {
      this.#show();
      this.#still = glue.still;
      this.#card = new glue.Card(this.#host(run), this.#root, this.#mount, this.#config());
    }
    // It may have crashed over that.
    if (run === this.#run) return this.#card;
    this.#card = null;
    throw this.#error;
  }

  #config() {
    const config = {
      token: this.#token,
      tokenProvider: this.#tokenProvider,
      data: this.#payload,
      dataSetAt: this.#dataSetAt,
    };
    for (const name in ATTRIBUTES) config[camel(name)] = this[camel(name)];
    config.endpoint = this.getAttribute("endpoint") ?? config.endpoint;
    config.tenant = this.getAttribute("tenant") ?? "";
    config.locale = this.#language();
    return config;
  }

  #language() {
    if (this.locale) return this.locale;
    for (let node = this; node; node = node.parentElement ?? node.getRootNode().host) {
      // What is further away does not matter until something changes here.
      attempt(() => languages.observe(node, { attributeFilter: ["lang"] }))();
      if (node.lang) return node.lang;
    }
    return navigator.language;
  }

  // What the WebAssembly sees of this element during one stay on the page.
  #host(run) {
    return {
      changed: (state, usage, error, csv, words) => {
        if (run !== this.#run) return;
        this.#tell(state, usage, error, csv);
        this.#words = lastWords = words;
        // Kept for a crash, which may leave a mixture of these numbers and others on screen; but
        // not in the time that people wait for them. Until then the former ones are the last whole.
        task(() => {
          this.#last = null;
          this.#keep();
        });
      },
      raise: (name, detail) => run !== this.#run || this.#raise(name, detail),
    };
  }

  #tell(state, usage = null, error = null, csv = CSV_HEADER) {
    attempt(() => {
      this.#internals.states.delete(this.#state);
      this.#internals.states.add(state);
    })();
    this.#state = state;
    this.#usage = usage;
    this.#error = error;
    this.#csv = csv;
  }

  #raise(name, detail) {
    const cancelable = name === "usage-auth-required";
    // Whatever has something to say ends a load.
    if (detail) this.#waits = [];
    return this.dispatchEvent(
      new CustomEvent(name, { bubbles: true, composed: true, cancelable, detail }),
    );
  }

  #keep() {
    this.#last ??= this.#usage && this.#still(this.#mount);
  }

  #show(...content) {
    const mount = element("div", { class: "space" }, ...content);
    this.#mount?.remove();
    this.#root.append(mount);
    this.#mount = mount;
  }

  // Shows what the WebAssembly cannot, being absent or dead.
  #fail(kind, said = ENGLISH) {
    // Whatever else has waited for the same is told by this.
    this.#run = {};
    if (over) kind = "crashed";
    // What it would say of a crash, the WebAssembly has said before.
    if (kind === "crashed") said = this.#words ?? lastWords ?? ENGLISH;
    const [sentence, again, reload = ""] = said;
    const message = over ? sentence + reload : sentence;
    const notice = element("div", { class: "card", part: "notice", role: "alert", "data-kind": kind }, message);
    if (!over) {
      const retry = element("button", { part: "retry-button" }, again);
      retry.onclick = () => connected.forEach((card) => card.#card || card.#again());
      notice.append(" ", retry);
    }
    // The last numbers stay there.
    this.#show(notice, this.#last ?? element("slot"));
    const error = { kind, status: null, message, retryable: !over, retryAt: null, detail: null };
    this.#tell("error", this.#usage, error, this.#csv);
    for (const reject of this.#waits) reject(error);
    this.#raise("usage-error", error);
  }

  // Tries once more what has failed; the notice goes, and what stands below it stays.
  #again() {
    if (!this.#error) return;
    this.#mount.firstChild.remove();
    this.#tell("loading", this.#usage, null, this.#csv);
    this.#schedule();
  }

  static #crashed() {
    // Whoever hears of it may put other cards up.
    for (const card of [...connected]) {
      card.#keep();
      card.#card = null;
      card.#fail("crashed");
    }
  }

  #stop() {
    if (!this.#run) return;
    this.#run = null;
    this.#scheduled = false;
    connected.delete(this);
    if (!connected.size) languages?.disconnect();
    this.#card?.unmount();
    this.#card = this.#last = null;
    this.#show(element("slot"));
    this.#tell("idle");
  }
}

const refused = new Set();
let taken = false;

/** Defines the element under a tag; whether the tag is, or already was, this module's. */
export function define(tag = "licensing-card") {
  if (!globalThis.customElements) return false;
  const ours = (known) =>
    known === LicensingCardElement || known?.prototype instanceof LicensingCardElement;
  try {
    if (!customElements.get(tag)) {
      // One class has one tag, so every further tag has a class of its own.
      customElements.define(tag, taken ? class extends LicensingCardElement {} : LicensingCardElement);
      taken = true;
    }
    if (ours(customElements.get(tag))) return true;
  } catch {
    // Not a name for an element, or not to be had: said below.
  }
  if (!refused.has(tag)) {
    refused.add(tag);
    attempt(() => console.warn(`licensing-card ${version} cannot define <${tag}>`))();
  }
  return false;
}

define();
