// Becomes the end of the generated glue, whose variables it uses. All calls into the WebAssembly go
// through here. An exception that leaves it has torn its frames without unwinding them: what they
// held on to stays held, and half done. So the instance has ended, and is not called again.

let depth = 0;
let ended; // with what
const watchers = [];
const nothing = []; // what the glue takes for no result, whether it expects one or several

/** Has the instance's end reported, once nothing of it runs any more; throws where it has ended. */
export function onEnd(callback) {
  if (ended) throw ended.error;
  watchers.push(callback);
}

function guarded(exports) {
  const calls = { __proto__: null };
  for (const name in exports) {
    const exported = exports[name];
    calls[name] = typeof exported === "function" ? guard(exported) : exported;
  }
  return calls;
}

const guard =
  (exported) =>
  (...given) => {
    // Frames of it that still run are to go, too.
    if (ended) throw ended.error;
    depth++;
    try {
      return exported(...given);
    } catch (error) {
      ended ??= { error };
      // Who called it from outside can do nothing about it, least of all a browser's event loop.
      if (depth > 1) throw error;
      return nothing;
    } finally {
      if (!--depth && ended) end();
    }
  };

function end() {
  // Its timers, listeners and promises find nothing to call, and its memory is free to go.
  wasm = new Proxy({}, { get: () => () => nothing });
  wasmInstance = wasmModule = cachedDataViewMemory0 = cachedUint8ArrayMemory0 = null;
  for (const tell of [console.error, ...watchers]) {
    try {
      tell(ended.error);
    } catch {
      // The page's own console; the others are to hear of it all the same.
    }
  }
}
