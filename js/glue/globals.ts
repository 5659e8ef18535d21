// Globals in the place of the browser's, for the generated glue.

/**
 * The global object, for `instanceof`. Pages replace the class (MooTools has a `Window` of its own), so
 * it is told by its own shape.
 */
export const Window = { [Symbol.hasInstance]: (value: unknown) => value === globalThis };

/** Decodes short names and values, of which a card has hundreds, in half the browser's time. */
export class TextDecoder extends globalThis.TextDecoder {
  override decode(bytes?: Uint8Array<ArrayBuffer>) {
    if (!bytes || bytes.length > 31) return super.decode(bytes);
    for (let at = 0; at < bytes.length; at++) if (bytes[at]! > 127) return super.decode(bytes);
    return String.fromCharCode.apply(null, bytes as never);
  }
}
