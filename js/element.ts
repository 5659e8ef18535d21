import { ATTRIBUTES, camel } from "./attributes.js";
import { type HeadStart, headStart, release } from "./head-start.js";
import HOST_STYLE from "host-style";
import { type Card, instance, isRunning, over } from "./instance.js";
import { notices, words } from "./languages.js";
import { attempt, element, languageAt, languageTag, task } from "./page.js";
import { payload } from "./payload.js";
import { adopt } from "./styles.js";

const CSV_HEADER = "type,rentalCount,newCount,usedCount,rentalInstances,newInstances,usedInstances\r\n";

const removed = () => new DOMException("The card was removed.", "AbortError");

interface Wait {
  resolve: () => void;
  reject: (error: unknown) => void;
}

const connected = new Set<LicensingCardElement>();
const changed = new Set<LicensingCardElement>();
let languages: MutationObserver | undefined;

// On a server there are no elements; importing this must do nothing there.
const Base = globalThis.HTMLElement ?? class {};

/**
 * Shows a company's Veeam Cloud Connect license usage.
 *
 * @tag licensing-card
 *
 * @attr {string} endpoint - Base URL of the API, version segment included: a path on the page's own origin, or `https:`, or `http:` on a loopback host. Default `/v2`; with `api="v3"`, `/api/v3`.
 * @attr {string} tenant - The company's ID: up to 19 digits, or a UUID; with `api="v3"` a UUID. Required.
 * @attr {"cloudConnectUsage" | "backupServerUsage" | "availabilityConsoleUsage"} [resource=cloudConnectUsage] - Which licensing resource of the company.
 * @attr {"v2" | "v3"} [api=v2] - Which API the endpoint speaks.
 * @attr {string} heading - The card's title. By default the resource's own, in the card's language.
 * @attr {number} [heading-level=2] - The title's level in the page's outline, 1 to 6.
 * @attr {string} tenant-name - The company's name, shown under the title.
 * @attr {number} limit - The allowance, in instances, that the use is held against.
 * @attr {number} [refresh-interval=0] - Seconds between automatic refreshes: 0 for none, or at least 30.
 * @attr {number} [timeout=10] - Seconds for one attempt, 1 to 120.
 * @attr {"omit" | "same-origin" | "include"} [credentials=same-origin] - As in `fetch`.
 * @attr {string} locale - BCP 47 tag: language, and format of numbers and dates. By default the nearest `lang`, then the browser's.
 * @attr {"auto" | "light" | "dark"} [theme=auto] - The colors.
 *
 * @fires {CustomEvent<null>} usage-loadstart - A load begins.
 * @fires {CustomEvent<LicenseUsage>} usage-load - A load succeeded, also with an empty answer.
 * @fires {CustomEvent<LicensingError>} usage-error - A load failed.
 * @fires {CustomEvent<LicensingError>} usage-auth-required - The API let nobody in, and a new token did not help. Cancelable: cancelled, the card leaves its own notice out.
 *
 * @slot - Shown while script or WebAssembly is unavailable.
 * @slot actions - Controls of the page, with the card's own buttons.
 * @slot footer - Content of the page, at the end.
 *
 * @csspart card - The card.
 * @csspart heading - The title.
 * @csspart tenant - The company's name.
 * @csspart summary - How much is in use.
 * @csspart meter - The use, held against the limit.
 * @csspart table - The table of workloads.
 * @csspart bar - A workload's share, drawn in its row.
 * @csspart meaning - The four measures in words.
 * @csspart notice - The notice of an error, of old numbers or of an empty answer.
 * @csspart retry-button - Tries again.
 * @csspart refresh-button - Loads again.
 * @csspart copy-button - Copies the table.
 * @csspart export-button - Offers the table as a CSV file.
 * @csspart print-button - Prints the page.
 * @csspart sort-button - Sorts by a column.
 * @csspart updated - When the numbers were fetched.
 *
 * @cssprop --licensing-card-background - The card's background.
 * @cssprop --licensing-card-text - Text.
 * @cssprop --licensing-card-muted - Secondary text.
 * @cssprop --licensing-card-border - Lines.
 * @cssprop --licensing-card-surface - Background of notices, bars and the skeleton.
 * @cssprop --licensing-card-accent - The amount in use, the meter, focus.
 * @cssprop --licensing-card-used - In the bars: in use.
 * @cssprop --licensing-card-rental - In the bars: rental.
 * @cssprop --licensing-card-new - In the bars: new.
 * @cssprop --licensing-card-warning - Near the limit; old numbers.
 * @cssprop --licensing-card-problem - Over the limit; errors.
 * @cssprop --licensing-card-radius - The card's corners.
 * @cssprop --licensing-card-gap - Padding, and the space between sections.
 * @cssprop --licensing-card-font - Font family.
 * @cssprop --licensing-card-font-size - Font size.
 *
 * @cssState idle - Not on a page.
 * @cssState loading - The first load is under way.
 * @cssState ready - The numbers are on screen.
 * @cssState empty - The company has no usage.
 * @cssState stale - The last load failed; the numbers before it are on screen.
 * @cssState error - The last load failed, and there are no numbers.
 */
export class LicensingCardElement extends Base {
  static observedAttributes = [...Object.keys(ATTRIBUTES), "lang", "token"];

  declare endpoint: string;
  declare tenant: string | null;
  declare resource: string;
  declare api: string;
  declare timeout: number;
  declare credentials: RequestCredentials;
  declare locale: string | null;

  #root = this.attachShadow({ mode: "open" });
  #internals = attempt(() => this.attachInternals());
  #mount = element("div", { class: "space" }, element("slot"));
  #style = "";
  #card: Card | null = null;
  #stay: object | null = null; // tells one stay on a page from the next
  #headStart: HeadStart | undefined;
  #setting = false; // a property
  #warned = new Set<string>();
  #token: unknown = null;
  #tokenProvider: unknown = null;
  #data: unknown = null;
  #payload: Uint8Array | null = null;
  #dataSetAt = 0;
  #state = "idle";
  #usage: unknown = null;
  #error: unknown = null;
  #csv = CSV_HEADER;
  #refresh = false;
  #waits: Wait[] = []; // for the end of a load

  constructor() {
    super();
    this.#root.append(this.#mount);
    this.#adopt();
    this.#set("idle");
    // Properties that were set before the element was defined hide the accessors.
    for (const name of Object.keys(this)) {
      if (!(name in LicensingCardElement.prototype)) continue;
      const own = this as any;
      const value = own[name];
      delete own[name];
      attempt(() => (own[name] = value));
    }
  }

  connectedCallback() {
    // Another callback of the page's may have taken it away by now.
    if (!this.isConnected) return;
    // Another language may be spoken where it was moved to.
    if (this.#stay) return this.#schedule();
    const stay = (this.#stay = {});
    connected.add(this);
    languages ??= new MutationObserver(() => connected.forEach((card) => card.#schedule()));
    this.#set("loading");
    this.#schedule();
    this.#load().catch(() => {});
    const waits = () => stay === this.#stay && !this.#card && !isRunning();
    const plain = () => waits() && !this.#token && !this.#tokenProvider && !this.#data;
    headStart(this, plain).then((start) => (waits() ? (this.#headStart = start) : release(start, this)));
  }

  disconnectedCallback() {
    // A move disconnects and connects again in one go.
    queueMicrotask(() => this.isConnected || this.#stop());
  }

  connectedMoveCallback() {
    this.#schedule();
  }

  adoptedCallback() {
    this.#adopt();
  }

  attributeChangedCallback(name: string, old: string | null, value: string | null) {
    if (old === value) return;
    if (Object.hasOwn(ATTRIBUTES, name)) this.#check(name);
    if (name === "token" && value !== null) {
      // Frameworks write it before the element is defined. It is a secret in the page's markup.
      this.removeAttribute(name);
      this.#warn("token", "no attribute token, which anyone can read; set tokenProvider");
    }
    this.#schedule();
  }

  get token() {
    return null;
  }
  set token(value: unknown) {
    this.#token = value ?? null;
    this.#schedule();
  }

  get tokenProvider() {
    return this.#tokenProvider;
  }
  set tokenProvider(value: unknown) {
    this.#tokenProvider = typeof value === "function" ? value : null;
    this.#schedule();
  }

  get data() {
    return this.#data;
  }
  set data(value: unknown) {
    // Preact writes an empty text for what is not there.
    this.#data = value === "" ? null : (value ?? null);
    this.#payload = this.#data === null ? null : payload(value);
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

  refresh() {
    return new Promise<void>((resolve, reject) => {
      if (!this.isConnected) return reject(removed());
      this.#waits.push({ resolve, reject });
      this.#refresh = true;
      queueMicrotask(() => this.#flush());
    });
  }

  toCSV() {
    return attempt(() => this.#card?.csv()) ?? this.#csv;
  }

  #read(name: string) {
    const value = this.getAttribute(name);
    return value === null ? value : ATTRIBUTES[name]![0](value, name === "api" ? "" : this.api);
  }

  #warn(about: string, text: string) {
    if (this.#warned.has(about)) return;
    this.#warned.add(about);
    attempt(() => console.warn(`<${this.localName}>: ${text}`));
  }

  // Says nothing of the value, which may be a secret put in the wrong place.
  #check(name: string) {
    if (!this.#setting && this.#read(name) === false) {
      this.#warn(name + this.getAttribute(name), `invalid ${name}`);
    }
  }

  static {
    for (const name of Object.keys(ATTRIBUTES)) {
      Object.defineProperty(this.prototype, camel(name), {
        configurable: true,
        get(this: LicensingCardElement) {
          const value = this.#read(name) ?? false;
          if (value !== false) return value;
          return name === "endpoint" && this.api === "v3" ? "/api/v3" : ATTRIBUTES[name]![1];
        },
        set(this: LicensingCardElement, value: unknown) {
          this.#setting = true;
          attempt(() => (value == null ? this.removeAttribute(name) : this.setAttribute(name, value as string)));
          this.#setting = false;
          // Vue sets what it is about to take away to something else first, and Preact leaves an empty
          // text: only what stays is checked.
          queueMicrotask(() => value === "" || this.#check(name));
        },
      });
    }
  }

  #adopt() {
    adopt(this.#root, HOST_STYLE, ...(this.#style ? [this.#style] : []));
  }

  // Cards that change in one task are told in one task.
  #schedule() {
    if (!this.#stay) return;
    if (!changed.size) {
      task(() => {
        const cards = [...changed];
        changed.clear();
        for (const card of cards) card.#flush();
      });
    }
    changed.add(this);
  }

  #load() {
    return instance(() => {
      for (const card of connected) {
        card.#card = null;
        card.#schedule();
      }
    });
  }

  // Gives the card all that the element says now, and makes it if there is none yet.
  async #flush() {
    const stay = this.#stay;
    if (!stay) return;
    const language = this.#language();
    try {
      words(language); // comes beside the WebAssembly
      const { Card, style } = await this.#load();
      if (stay !== this.#stay) return;
      if (this.#card) {
        this.#card.configure(this.#settings());
      } else {
        this.#style = style;
        this.#adopt();
        const mount = element("div", { class: "space" });
        this.#card = new Card(this.#host(stay, mount), mount, this.#settings());
      }
      // It may have trapped over that.
      if (this.#refresh) this.#card?.refresh();
      this.#refresh = false;
    } catch {
      const texts = await notices(language);
      // Another attempt may have gone well meanwhile.
      if (stay === this.#stay && !this.#card) this.#fail(texts);
    }
  }

  #settings() {
    const settings: Record<string, unknown> = {
      token: this.#token,
      tokenProvider: this.#tokenProvider,
      data: this.#payload,
      dataSetAt: this.#dataSetAt,
      headStart: this.#headStart,
    };
    for (const name of Object.keys(ATTRIBUTES)) settings[camel(name)] = (this as any)[camel(name)];
    // What is wrong with these the card explains.
    settings.endpoint = this.getAttribute("endpoint") ?? settings.endpoint;
    settings.tenant = this.getAttribute("tenant") ?? "";
    settings.locale = this.#language();
    return settings;
  }

  #language() {
    return (
      languageTag(this.locale) ??
      languageAt(this, (node) => attempt(() => languages!.observe(node, { attributeFilter: ["lang"] })))
    );
  }

  // How the WebAssembly reports during one stay on the page.
  #host(stay: object, mount: HTMLElement) {
    return {
      changed: (state: string, usage: unknown, error: unknown, csv?: string) => {
        if (stay !== this.#stay) return;
        this.#release();
        // After a trap the numbers stay on screen until there are new ones.
        if (mount !== this.#mount && state === "loading" && this.#usage) return;
        // Not there yet, or taken out by the page.
        if (mount.parentNode !== this.#root) this.#show(mount);
        this.#set(state, usage, error, csv ?? (usage ? this.#csv : CSV_HEADER));
      },
      raise: (name: string, detail: unknown) => stay !== this.#stay || this.#raise(name, detail),
    };
  }

  #release() {
    release(this.#headStart, this);
    this.#headStart = undefined;
  }

  #set(state: string, usage: unknown = null, error: unknown = null, csv = CSV_HEADER) {
    attempt(() => {
      this.#internals!.states.delete(this.#state);
      this.#internals!.states.add(state);
    });
    this.#state = state;
    this.#usage = usage;
    this.#error = error;
    this.#csv = csv;
  }

  #raise(name: string, detail: unknown) {
    const ends = name === "usage-load" || name === "usage-error";
    const waits = ends ? this.#waits.splice(0) : [];
    const cancelable = name === "usage-auth-required";
    const event = new CustomEvent(name, { bubbles: true, composed: true, cancelable, detail });
    const goesOn = this.dispatchEvent(event);
    for (const wait of waits) name === "usage-load" ? wait.resolve() : wait.reject(detail);
    return goesOn;
  }

  // Alone, whatever an extension has put in its place meanwhile.
  #show(mount: HTMLElement) {
    this.#root.replaceChildren(mount);
    this.#mount = mount;
  }

  // Shows that there is no WebAssembly, or none any more. Numbers that are on screen stay there.
  #fail([failed, again, stopped, reload]: string[]) {
    // Whatever else has waited for the same is answered by this.
    this.#stay = {};
    const message = over ? stopped! + reload : failed!;
    const kind = over ? "crashed" : "load-failed";
    const notice = element("div", { class: "card", part: "notice", role: "alert", "data-kind": kind }, message);
    if (!over) {
      const retry = element("button", { part: "retry-button" }, again!);
      retry.onclick = () => connected.forEach((card) => card.#card || card.#again());
      notice.append(" ", retry);
    }
    const last = this.#usage ? this.#mount : element("slot");
    for (const dead of last.querySelectorAll("button,[part=notice]")) {
      dead.matches("[part=sort-button]") ? dead.replaceWith(...dead.childNodes) : dead.remove();
    }
    const mount = element("div", { class: "space" }, notice);
    this.#show(mount);
    mount.append(last);
    const error = { kind, status: null, message, retryable: !over, retryAt: null, detail: null };
    this.#set("error", this.#usage, error, this.#csv);
    this.#raise("usage-error", error);
  }

  // Tries once more; the notice goes, and what stands below it stays.
  #again() {
    if (!this.#error) return;
    this.#mount.querySelector("[part=notice]")?.remove();
    this.#set("loading", this.#usage, null, this.#csv);
    this.#schedule();
  }

  #stop() {
    if (!this.#stay) return;
    this.#stay = null;
    connected.delete(this);
    changed.delete(this);
    if (!connected.size) languages?.disconnect();
    this.#release();
    this.#refresh = false;
    this.#card?.unmount();
    this.#card = null;
    this.#show(element("div", { class: "space" }, element("slot")));
    this.#set("idle");
    for (const { reject } of this.#waits.splice(0)) reject(removed());
  }
}
