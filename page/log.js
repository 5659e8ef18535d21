// The log of a card's events, newest first.

const MOST = 50;
const EVENTS = ["usage-loadstart", "usage-load", "usage-error", "usage-auth-required"];

function summary(detail) {
  if (detail?.kind) return [detail.kind, detail.status].filter(Boolean).join(" ");
  const total = detail?.totals?.total;
  return total ? `${total.count} · ${total.instances} ${detail.unit}` : "";
}

function cell(tag, text) {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

/** Writes the card's events into the list. */
export function log(card, list, empty) {
  for (const name of EVENTS) {
    card.addEventListener(name, ({ detail }) => {
      const now = new Date();
      const time = cell("time", now.toTimeString().slice(0, 8));
      time.dateTime = now.toISOString();
      const row = document.createElement("li");
      row.append(time, cell("code", name), cell("span", summary(detail)));
      row.classList.toggle("problem", Boolean(detail?.kind));
      list.prepend(row);
      list.children[MOST]?.remove();
      empty.hidden = true;
    });
  }
}
