// Runs in every page before the page's own scripts: records events, and puts up
// cards for tests that need many.

export function instrument() {
  const NAMES = ["usage-loadstart", "usage-load", "usage-error", "usage-auth-required"];
  window.fired = [];
  window.violations = [];
  for (const name of NAMES) {
    // Capturing hears an event whether or not it bubbles.
    addEventListener(
      name,
      ({ target, detail, bubbles, composed, cancelable }) => {
        const { id, state } = target;
        window.fired.push({ name, id, state, detail, bubbles, composed, cancelable });
      },
      true,
    );
  }
  addEventListener("securitypolicyviolation", (event) => {
    window.violations.push(`${event.violatedDirective} ${event.blockedURI}`);
  });

  /** A card's state, usage and error, as plain data. */
  window.look = (card) => ({
    state: card.state,
    usage: card.usage,
    error: card.error,
    notice: card.shadowRoot.querySelector("[part=notice]")?.innerText ?? null,
  });

  /** The outcome of a card's next load. */
  window.outcome = (card) =>
    new Promise((resolve) => {
      const done = () => {
        card.removeEventListener("usage-load", done);
        card.removeEventListener("usage-error", done);
        // After the code that follows the event in the same task.
        setTimeout(() => resolve(window.look(card)));
      };
      card.addEventListener("usage-load", done);
      card.addEventListener("usage-error", done);
    });

  /** Puts up one more card. */
  window.put = (attributes = {}, properties = {}) => {
    const card = document.createElement("licensing-card");
    for (const [name, value] of Object.entries(attributes)) card.setAttribute(name, value);
    Object.assign(card, properties);
    document.body.append(card);
    return card;
  };

  /** Puts up one more card and returns the outcome. */
  window.mount = (attributes, properties) => window.outcome(window.put(attributes, properties));

  /** A row, from [machines, instances] of each measure. */
  window.row = (type, { rental = [0, 0], fresh = [0, 0], used = [0, 0] } = {}) => ({
    type,
    rentalCount: rental[0],
    rentalInstances: rental[1],
    newCount: fresh[0],
    newInstances: fresh[1],
    usedCount: used[0],
    usedInstances: used[1],
  });
}
