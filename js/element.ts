import { Attributes, check, warn } from "./attributes.js";
import { ATTRIBUTES, type LicensingCardEventMap, type LicensingCardState } from "./generated/contract.js";
import { type HeadStart, headStart, release } from "./head-start.js";
import HOST_STYLE from "host-style";
import { type Card, instance, isRunning, over } from "./instance.js";
import { notices, words } from "./languages.js";
import { attempt, element, languageAt, languageTag, task } from "./page.js";
import { payload } from "./payload.js";
import { adopt } from "./styles.js";
import type { LicenseUsage, LicensingError, TokenProvider } from "./types.js";

const CSV_HEADER = "type,rentalCount,newCount,usedCount,rentalInstances,newInstances,usedInstances\r\n";

// With more cards than this, numbers out of sight are laid out only when they come near.
const FEW = 10;

const removed = () => new DOMException("The card was removed.", "AbortError");

interface Wait {
  resolve: () => void;
  reject: (error: unknown) => void;
}

const connected = new Set<LicensingCardElement>();
const changed = new Set<LicensingCardElement>();
let languages: MutationObserver | undefined;

/**
 * Shows a company's Veeam Cloud Connect license usage.
 *
 * @tag licensing-card
 *
 * @fires {CustomEvent<null>} usage-loadstart - A load from the API begins.
 * @fires {CustomEvent<LicenseUsage>} usage-load - Numbers are on screen, an empty answer's included.
 * @fires {CustomEvent<LicensingError>} usage-error - A load failed.
 * @fires {CustomEvent<LicensingError>} usage-auth-required - Follows the `usage-error` of an `unauthorized`. Cancelable: cancelled, the card leaves its own notice out, its state unchanged.
 *
 * @slot - Shown until the card is drawn: with its first numbers, or after 0.2 seconds without any (a second where a language has to come as well); and where JavaScript or the WebAssembly is not available.
 * @slot actions - The page's own controls, after the card's tools.
 * @slot footer - The page's own content, at the end.
 *
 * @csspart card - The card.
 * @csspart heading - The title.
 * @csspart tenant - The company's name.
 * @csspart summary - How much is in use, in instances and machines.
 * @csspart meter - The amount in use, compared with `limit`: within, near (from 80 %) or over it, in words too. Not there without rows.
 * @csspart table - The table: a `<tr data-type>` for each type, and in its cells two numbers with `data-measure` and `data-unit`. Of more than fifty types it shows the fifty largest and the sum of the others, until a button shows all.
 * @csspart bar - A row's bar: in use solid, rental hatched, new dotted.
 * @csspart meaning - The meaning of the four measures, closed at first.
 * @csspart notice - An error (`role="alert"`, its kind in `data-kind`), or `data-kind` `empty` or `stale` (`role="status"`, the cause in `data-cause`).
 * @csspart retry-button - Tries again.
 * @csspart refresh-button - Loads anew; in a card without numbers the only tool.
 * @csspart copy-button - Copies the table to the clipboard.
 * @csspart export-button - Downloads the CSV.
 * @csspart print-button - Prints the page.
 * @csspart sort-button - In the head of each column where there are more than eight types: sorts by it.
 * @csspart updated - The time of the last successful load, with a `<time datetime>`.
 *
 * @cssprop --licensing-card-background - The card's background.
 * @cssprop --licensing-card-text - Text.
 * @cssprop --licensing-card-muted - Secondary text.
 * @cssprop --licensing-card-border - Lines, the meter's background, the skeleton.
 * @cssprop --licensing-card-surface - The background of a control under the pointer.
 * @cssprop --licensing-card-accent - The amount in use, the meter, focus.
 * @cssprop --licensing-card-used - In bars: in use.
 * @cssprop --licensing-card-rental - In bars: rental.
 * @cssprop --licensing-card-new - In bars: new.
 * @cssprop --licensing-card-warning - Near the limit; old numbers.
 * @cssprop --licensing-card-problem - Over the limit; errors.
 * @cssprop --licensing-card-radius - The card's corners.
 * @cssprop --licensing-card-gap - Padding; less in a narrow card.
 * @cssprop --licensing-card-font - Font family.
 * @cssprop --licensing-card-font-size - Font size: all of the card scales with it.
 *
 * @cssState idle - Not on a page.
 * @cssState loading - A load is under way, of the WebAssembly or of the numbers, and there are no numbers yet.
 * @cssState ready - Numbers are on screen, and the last load succeeded.
 * @cssState empty - The last load succeeded and had no rows.
 * @cssState stale - Numbers are on screen, but the last load failed; the card says how old they are.
 * @cssState error - The last load failed and there are no numbers, or the card has crashed.
 */
export class LicensingCardElement extends Attributes {
  /** @internal */
  static observedAttributes = [...Object.keys(ATTRIBUTES), "lang", "token"];

  #root = this.attachShadow({ mode: "open" });
  #internals = attempt(() => this.attachInternals());
  #mount = element("div", { class: "space" }, element("slot"));
  #style = "";
  #card: Card | null = null;
  #stay: object | null = null; // tells one stay on a page from the next
  #headStart: HeadStart | undefined;
  #token: unknown = null;
  #tokenProvider: TokenProvider | null = null;
  #data: unknown = null;
  #payload: { json: Uint8Array; at: number } | null = null;
  #state: LicensingCardState = "idle";
  #usage: LicenseUsage | null = null;
  #error: LicensingError | null = null;
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

  /** @internal */
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
    const plain = () => waits() && !this.#token && !this.#tokenProvider && !this.#payload;
    headStart(this, plain).then((start) => (waits() ? (this.#headStart = start) : release(start, this)));
  }

  /** @internal */
  disconnectedCallback() {
    // A move disconnects and connects again in one go.
    queueMicrotask(() => this.isConnected || this.#stop());
  }

  /** @internal */
  connectedMoveCallback() {
    this.#schedule();
  }

  /** @internal */
  adoptedCallback() {
    this.#adopt();
  }

  /** @internal */
  attributeChangedCallback(name: string, old: string | null, value: string | null) {
    if (old === value) return;
    if (Object.hasOwn(ATTRIBUTES, name)) check(this, name);
    if (name === "token" && value !== null) {
      // Frameworks write it before the element is defined. It is a secret in the page's markup.
      this.removeAttribute(name);
      warn(this, "token", "no attribute token, which anyone can read; set tokenProvider");
    }
    this.#schedule();
  }

  /**
   * A bearer token, or `null`. Write-only: reading gives `null`. Never reflected, logged, stored, put in an event or a URL.
   * @type {string | null}
   */
  get token(): null {
    return null;
  }
  set token(value: string | null | undefined) {
    this.#token = value ?? null;
    this.#schedule();
  }

  /** Gives the token: called with `"initial"` before the first request, and with `"expired"` once after a 401. Takes precedence over `token`. */
  get tokenProvider(): TokenProvider | null {
    return this.#tokenProvider;
  }
  set tokenProvider(value: TokenProvider | null | undefined) {
    this.#tokenProvider = typeof value === "function" ? value : null;
    this.#schedule();
  }

  /** A payload handed over by the page, in any of the accepted shapes: drawn as it is, with no request, also by `refresh()`. `null` returns to fetching, and so does an empty text, which some frameworks make of it. */
  get data(): unknown {
    return this.#data;
  }
  set data(value: unknown) {
    // Preact writes an empty text for a missing value.
    this.#data = value === "" ? null : (value ?? null);
    this.#payload = this.#data === null ? null : { json: payload(value), at: Date.now() };
    this.#schedule();
  }

  /** The usage on screen, or `null`. */
  get usage(): LicenseUsage | null {
    return this.#usage;
  }
  /** The card's state, which is a custom state, too. */
  get state(): LicensingCardState {
    return this.#state;
  }
  /** The current error, or `null`. */
  get error(): LicensingError | null {
    return this.#error;
  }

  /** Loads now. Rejects with the error that the load ends in, or with an `AbortError` when the card is removed meanwhile or is not on the page. */
  refresh(): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      if (!this.isConnected) return reject(removed());
      this.#waits.push({ resolve, reject });
      this.#refresh = true;
      queueMicrotask(() => this.#flush());
    });
  }

  /** The rows on screen as CSV (RFC 4180). */
  toCSV(): string {
    return attempt(() => this.#card?.csv()) ?? this.#csv;
  }

  #adopt() {
    adopt(this.#root, HOST_STYLE, ...(this.#style ? [this.#style] : []));
  }

  // Cards that change in one task are configured in one task.
  #schedule() {
    if (!this.#stay) return;
    // The loop reaches cards that change while it runs, too.
    if (!changed.size) task(() => changed.forEach((card) => void card.#flush()));
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

  // Gives the card the element's attributes and properties, and makes it if there is none yet.
  async #flush() {
    const isChanged = changed.delete(this);
    const stay = this.#stay;
    if (!stay) return;
    const language = this.#language();
    try {
      words(language); // comes beside the WebAssembly
      const { Card, style } = await this.#load();
      if (stay !== this.#stay) return;
      if (this.#card) {
        if (isChanged) this.#card.configure(this.#settings());
      } else {
        this.#style = style;
        this.#adopt();
        const mount = element("div", { class: connected.size > FEW ? "space many" : "space" });
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
    // A change of `api` may have made it invalid.
    if (this.getAttribute("tenant")) check(this, "tenant");
    const settings: Record<string, unknown> = {
      token: this.#token,
      tokenProvider: this.#tokenProvider,
      data: this.#payload,
      headStart: this.#headStart,
    };
    for (const [name] of Object.values(ATTRIBUTES)) settings[name] = (this as any)[name];
    // The card explains an invalid value of these two.
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
      changed: (state: LicensingCardState, usage: LicenseUsage | null, error: LicensingError | null, csv?: string) => {
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

  #set(state: LicensingCardState, usage: LicenseUsage | null = null, error: LicensingError | null = null, csv = CSV_HEADER) {
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
    const error: LicensingError = { kind, status: null, message, retryable: !over, retryAt: null, detail: null };
    this.#set("error", this.#usage, error, this.#csv);
    this.#raise("usage-error", error);
  }

  // Tries again. The notice goes; the content below it stays.
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

type Listener<Type extends keyof LicensingCardEventMap> = (
  this: LicensingCardElement,
  event: LicensingCardEventMap[Type],
) => unknown;

export interface LicensingCardElement {
  addEventListener<Type extends keyof LicensingCardEventMap>(
    type: Type,
    listener: Listener<Type>,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<Type extends keyof LicensingCardEventMap>(
    type: Type,
    listener: Listener<Type>,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}
