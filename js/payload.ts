// The payload that a page hands over, as JSON, taken when it is set: neither a getter nor a later change
// disturbs the card.

// JSON would write these numbers as `null`, which is zero to the card.
const exactly = (_key: string, value: unknown) => {
  if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError();
  return value;
};

/** A payload as JSON in UTF-8; nothing, which the card refuses, of one that cannot be written so. */
export function payload(value: unknown): Uint8Array {
  try {
    const json = JSON.stringify(value);
    // A function for each value is slow, and seldom needed.
    return new TextEncoder().encode(json.includes("null") ? JSON.stringify(value, exactly) : json);
  } catch {
    return new Uint8Array();
  }
}
