// A task: what is to be done soon, but not in the middle of what the page is doing.

/** Runs a callback in a task of its own, also where a page has replaced its timers. */
export function task(callback) {
  try {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      callback();
    };
    port2.postMessage(null);
  } catch {
    queueMicrotask(callback);
  }
}
