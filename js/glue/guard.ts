// All calls into the WebAssembly go through here. After a trap its frames were not unwound, so their
// borrows stay and their work is half done: the instance has ended and is never called again.

type Exports = Record<string, unknown>;
type Allocate = (...sizes: number[]) => number;

// The glue reads this as no result, whether it expects one value or several.
const NOTHING: unknown[] = [];

/**
 * The exports, guarded. `onEnd` is called with the error, once nothing of the instance runs any
 * more.
 */
export function guard(exports: Exports, onEnd: (error: unknown) => void): Exports {
  let depth = 0;
  let ended: { error: unknown } | undefined;
  const calls: Exports = {};
  for (const [name, exported] of Object.entries(exports)) {
    calls[name] =
      typeof exported !== "function"
        ? exported
        : (...given: unknown[]) => {
            // Frames of it that still run are to end, too.
            if (ended) throw ended.error;
            depth++;
            try {
              return exported(...given);
            } catch (error) {
              ended ??= { error };
              // A caller outside can do nothing about it, least of all a browser's event loop.
              if (depth > 1) throw error;
              return NOTHING;
            } finally {
              if (!--depth && ended) onEnd(ended.error);
            }
          };
  }
  calls.__wbindgen_malloc = sized(calls.__wbindgen_malloc as Allocate);
  calls.__wbindgen_realloc = sized(calls.__wbindgen_realloc as Allocate);
  return calls;
}

/**
 * Texts are measured by their `length`. A page can put anything in the place of a text; without a length
 * it would corrupt the memory.
 */
const sized =
  (allocate: Allocate): Allocate =>
  (...sizes) => {
    if (!sizes.every(Number.isSafeInteger)) throw new TypeError("not a text");
    return allocate(...sizes);
  };

/** The exports of an instance that has ended: its timers and listeners do nothing. */
export const ENDED = new Proxy({}, { get: () => () => NOTHING });
