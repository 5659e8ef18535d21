// Globals that the generated glue tests values against. Pages replace them (MooTools has a `Window` of
// its own), so the values are told apart by their own shape.

/** The global object, for `instanceof`. */
export const Window = { [Symbol.hasInstance]: (value: unknown) => value === globalThis };
