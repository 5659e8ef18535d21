// One card in one state, as the address says: cell.html?state=stale&theme=dark&lang=de&width=480, and
// `company`, `limit`, `level` and `dir`.

import { directionOf, endOf, enter, standsAlone } from "./cells.js";

const root = document.documentElement;
const place = document.getElementById("cell");

/** Shows another cell in the place of the one before; says which card is in it. */
export async function show(cell) {
  const { state = "ready", theme = "auto", lang = "en", dir = directionOf(lang) } = cell;
  root.lang = lang;
  root.dir = dir;
  root.dataset.theme = theme;
  const card = document.createElement("licensing-card");
  card.textContent = "The license usage is not available here.";
  card.setAttribute("theme", theme);
  card.setAttribute("heading-level", cell.level ?? "1");
  if (cell.limit) card.setAttribute("limit", cell.limit);
  place.style.inlineSize = cell.width ? `${cell.width}px` : "";
  place.replaceChildren(card);
  await enter(card, state, cell.company);
  return card;
}

/** The same, once the card has come to its end. */
export async function settle(cell) {
  const card = await show(cell);
  const end = endOf(cell.state ?? "ready");
  while (card.state !== end) await new Promise(requestAnimationFrame);
  return card;
}

const cell = Object.fromEntries(new URLSearchParams(location.search));
if (cell.state !== "fallback") {
  const { configure } = await import("../licensing-card.js");
  if (cell.state === "load-failed") configure({ wasmUrl: "/nowhere.wasm" });
}
window.gallery = { show, settle, standsAlone };
await show(cell);
root.dataset.shown = "";
