// How a page brings the WebAssembly to trap.

/** Runs before the page's own scripts: gives it `exhaust()`, which takes all memory that the WebAssembly could grow by. */
export function exhaustible() {
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await original.apply(WebAssembly, given);
      const exported = Object.values((made.instance ?? made).exports);
      const memory = exported.find((each) => each instanceof WebAssembly.Memory);
      window.exhaust = () => {
        for (let pages = 65536; pages; pages >>= 1) {
          try {
            memory.grow(pages);
            pages <<= 1;
          } catch {
            // Too many at once.
          }
        }
      };
      return made;
    };
  }
}

/**
 * Has the part of the DOM fail once that `failing` names, after it has been `succeeding` for a number
 * of times, with `failure`. The WebAssembly counts on it.
 */
export function failing() {
  const fails = (name) => {
    if (window.failing !== name || window.succeeding-- > 0) return;
    window.failing = null;
    throw window.failure ?? new Error(name);
  };
  window.succeeding = 0;
  for (const [owner, name] of [
    [Node.prototype, "insertBefore"],
    [Element.prototype, "getAttribute"],
  ]) {
    const original = owner[name];
    owner[name] = function (...given) {
      fails(name);
      return original.apply(this, given);
    };
  }
  const { get } = Object.getOwnPropertyDescriptor(Document.prototype, "visibilityState");
  Object.defineProperty(Document.prototype, "visibilityState", {
    configurable: true,
    get() {
      fails("visibilityState");
      return get.call(this);
    },
  });
}

/** Runs in the page: traps the WebAssembly, as a page does that has broken the DOM under it. */
export function crash() {
  const { insertBefore } = Node.prototype;
  Node.prototype.insertBefore = () => {
    throw new Error("not in this page");
  };
  const card = document.querySelector("licensing-card");
  // More rows than any card has, so that there is something to insert.
  card.data = Array.from({ length: 50 }, (_, at) => ({ type: `Type ${at}`, usedCount: 1 }));
  card.addEventListener("usage-error", () => (Node.prototype.insertBefore = insertBefore), {
    once: true,
  });
}
