// The page as the browser made it. Markup can take the names of a document's or a form's members
// (`<input name=lang>`), so these are read by the prototypes' getters, taken when this is imported.
// On a server there are none.

const { Document, Element, Node, ShadowRoot } = globalThis;
const getter = (type: { prototype: object }, name: string) =>
  Object.getOwnPropertyDescriptor(type?.prototype ?? {}, name)?.get as (this: unknown) => any;

const parent = getter(Node, "parentNode");
const host = getter(ShadowRoot, "host");
const base = getter(Node, "baseURI");
const view = getter(Document, "defaultView");
const make = Document?.prototype.createElement;
const attribute = Element?.prototype.getAttribute;

/** The result of a function, or nothing if it throws. */
export function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

/** Runs a callback in a task of its own, without the delays of timers. */
export function task(run: () => void) {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    run();
  };
  port2.postMessage(null);
}

export function element(tag: string, attributes: Record<string, string> = {}, ...content: (Node | string)[]) {
  const made: HTMLElement = make.call(document, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...content);
  return made;
}

/** A document's window. */
export const viewOf = (document: Document): typeof globalThis => view.call(document);

/** The address that relative ones are resolved against. */
export const baseUrl = (): string => base.call(document);

/** A language tag as `Intl` takes it; servers write `de_DE` and `de_DE.UTF-8`, too. */
export const languageTag = (text: string | null | undefined) =>
  text ? attempt(() => Intl.getCanonicalLocales(text.trim().replace(/[.@].*/, "").replaceAll("_", "-"))[0]) : undefined;

/** The language at a node: that of the nearest valid `lang`, or the browser's. */
export function languageAt(start: Node, watch: (node: Node) => void) {
  for (let node: Node | undefined = start; node; node = attempt(() => parent.call(node) ?? host.call(node))) {
    watch(node);
    const tag = attempt(() => languageTag(attribute.call(node as Element, "lang")));
    if (tag) return tag;
  }
  return languageTag(navigator.language) ?? "en";
}
