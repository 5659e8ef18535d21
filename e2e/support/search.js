// Looking for a secret: all that a page, its scripts or its storage say, as texts.

/** Runs in the page: every text in it that a secret could be in. */
export async function everything() {
  const texts = [];
  const say = (where, value) => {
    // JSON leaves out an error's message.
    const plain = (_, value) =>
      value instanceof Error ? { ...value, is: `${value} ${value.stack}` } : value;
    texts.push(`${where}: ${typeof value === "string" ? value : JSON.stringify(value, plain)}`);
  };
  const walk = (root, where) => {
    say(where, root.innerHTML ?? root.documentElement.outerHTML);
    for (const sheet of [...root.styleSheets, ...root.adoptedStyleSheets]) {
      say(`${where}, style`, [...sheet.cssRules].map((rule) => rule.cssText).join());
    }
    for (const element of root.querySelectorAll("*")) {
      if ("value" in element) say(`${where}, value`, element.value);
      if (element.shadowRoot) walk(element.shadowRoot, `${where} > ${element.localName}`);
    }
  };
  walk(document, "document");
  for (const card of document.querySelectorAll("licensing-card")) {
    for (const name of ["token", "data", "usage", "state", "error"]) say(name, card[name]);
    say("own properties", Object.values(Object.getOwnPropertyDescriptors(card)));
    say("accessible text", [card.ariaLabel, card.ariaDescription, card.innerText]);
    say("csv", card.toCSV());
  }
  for (const [name, value] of Object.entries(window)) {
    if (typeof value === "string" || Array.isArray(value)) say(`window.${name}`, value);
  }
  say("cookies", document.cookie);
  say("title and address", [document.title, location.href, document.referrer, history.state]);
  say("storage", [{ ...localStorage }, { ...sessionStorage }]);
  say("databases", await indexedDB.databases());
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    say("cache", [name, (await cache.keys()).map(({ url }) => url)]);
  }
  say("performance", performance.getEntries());
  return texts;
}

/** A secret in the forms in which it may be written down. */
export const spellings = (secret) => [
  secret,
  encodeURIComponent(secret),
  Buffer.from(secret).toString("base64").replace(/=*$/, ""),
  [...secret].reverse().join(""),
];

// Invisible characters between the visible ones.
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/** Those of the texts that have the secret in them, in any form. */
export const telling = (texts, secret) =>
  texts.filter((text) => {
    const read = text.replace(INVISIBLE, "");
    return spellings(secret).some((spelling) => read.includes(spelling));
  });
