// One card in one state, as the address says: cell.html?state=stale&theme=dark&lang=de&width=480, and
// `company`, `limit`, `level` and `dir`.

import { directionOf, enter, hasEnded } from "./cells.js";

const root = document.documentElement;
const place = document.getElementById("cell");

/** Shows a cell in the place of the one before, and says so once its card has come to its end. */
async function show(cell) {
  const { state = "ready", theme = "auto", lang = "en", dir = directionOf(lang) } = cell;
  delete root.dataset.settled;
  Object.assign(root, { lang, dir });
  root.dataset.theme = theme;
  const card = document.createElement("licensing-card");
  card.textContent = "The license usage is not available here.";
  card.setAttribute("theme", theme);
  card.setAttribute("heading-level", cell.level ?? "2");
  if (cell.limit) card.setAttribute("limit", cell.limit);
  place.style.inlineSize = cell.width ? `${cell.width}px` : "";
  place.replaceChildren(card);
  await enter(card, state, cell.company);
  while (!hasEnded(card, state)) await new Promise(requestAnimationFrame);
  root.dataset.settled = "";
}

const cell = Object.fromEntries(new URLSearchParams(location.search));
if (cell.state !== "fallback") {
  const { configure } = await import("../licensing-card.js");
  if (cell.state === "load-failed") configure({ wasmUrl: "/nowhere.wasm" });
}
// For who looks at one cell after another.
window.show = show;
await show(cell);
