// Until the card is drawn, `host.css` has the page's own content stand in as much room as four types
// need, so that nothing around it moves when the numbers come: a float of no width, whose padding depends
// on the card's width. Style sheets belong to the document that a card is in, so each document has sheets of its own.

import { attempt, viewOf } from "./page.js";

const documents = new WeakMap<Document, Map<string, CSSStyleSheet>>();

/** Gives a shadow root the sheets that it has not yet; a document without a window has none to give. */
export function adopt(root: ShadowRoot, ...styles: string[]) {
  const { ownerDocument } = root;
  const sheets = documents.get(ownerDocument) ?? new Map<string, CSSStyleSheet>();
  documents.set(ownerDocument, sheets);
  attempt(() => {
    for (const style of styles) {
      if (!sheets.has(style)) {
        const sheet = new (viewOf(ownerDocument).CSSStyleSheet)();
        sheet.replaceSync(style);
        sheets.set(style, sheet);
      }
      const sheet = sheets.get(style)!;
      const adopted = root.adoptedStyleSheets;
      if (!adopted.includes(sheet)) root.adoptedStyleSheets = [...adopted, sheet];
    }
  });
}
