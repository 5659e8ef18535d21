// Becomes a part of the generated glue, and in it stands before the browser's function of that name.
// What is to be done at once, but in another task, comes by a message: also where a page has
// replaced its timers, and without the rest that timers take on a hidden page.
function setTimeout(callback, wait) {
  if (wait > 0 || !globalThis.MessageChannel) return globalThis.setTimeout(callback, wait);
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    callback();
  };
  port2.postMessage(null);
}
