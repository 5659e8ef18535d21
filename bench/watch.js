// Runs in each page before its own scripts: when is a number on screen?

export function watch() {
  const machines = (card) =>
    card.shadowRoot
      ?.querySelector("tfoot [data-measure=total][data-unit=count]")
      ?.textContent.trim();
  const { port1, port2 } = new MessageChannel();
  const nextTask = () =>
    new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(null);
    });

  /** A row of machines in use. */
  window.row = (type, usedCount = 1) => ({ type, usedCount, usedInstances: 0.16 });

  /** The time at which all cards on the page show this total. */
  window.shown = async (count) => {
    const text = new Intl.NumberFormat("en").format(count);
    for (;;) {
      const cards = [...document.querySelectorAll("licensing-card")];
      if (cards.length && cards.every((card) => machines(card) === text)) return performance.now();
      // Looked for in each task: to observe every node would cost more than a few of them.
      await nextTask();
    }
  };

  /** How long an action takes until the page shows a total. */
  window.time = async (count, action) => {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const began = performance.now();
    action();
    return (await window.shown(count)) - began;
  };

  /** For how long at a stretch the page can do nothing else while that goes on. */
  window.block = async (count, action) => {
    let longest = 0;
    let last = performance.now();
    let running = true;
    const probe = new MessageChannel();
    probe.port1.onmessage = () => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      if (running) probe.port2.postMessage(null);
    };
    probe.port2.postMessage(null);
    action();
    await window.shown(count);
    running = false;
    return Math.max(longest, performance.now() - last);
  };
}
