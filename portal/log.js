// The log of a card's events, newest first, with their details.

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

// Most readers want the names; the details of one are opened where they are wanted.
function row(name, detail) {
  const now = new Date();
  const time = cell("time", now.toTimeString().slice(0, 8));
  time.dateTime = now.toISOString();
  const line = document.createElement(detail ? "summary" : "p");
  // With spaces, for whoever copies or hears the line.
  line.append(time, " ", cell("code", name), " ", cell("span", summary(detail)));
  if (!detail) return line;
  const details = document.createElement("details");
  details.append(line, cell("pre", JSON.stringify(detail, null, 2)));
  return details;
}

/** Writes the card's events into the list. */
export function log(card, list, empty) {
  for (const name of EVENTS) {
    card.addEventListener(name, ({ detail }) => {
      const item = document.createElement("li");
      item.append(row(name, detail));
      item.classList.toggle("problem", Boolean(detail?.kind));
      list.prepend(item);
      list.children[MOST]?.remove();
      empty.hidden = true;
    });
  }
}
