// The payload that a page hands over, as it is when it is handed over.

/**
 * Reads it once, so that neither a getter nor a later change can disturb the card. Anything that
 * cannot be read is no payload, and the card says so.
 */
export function snapshot(payload) {
  const row = (value) => (value && typeof value === "object" && !Array.isArray(value) ? { ...value } : value);
  const rows = (value) => (Array.isArray(value) ? value.map(row) : value);
  try {
    return Array.isArray(payload) ? rows(payload) : { data: rows(payload.data) };
  } catch {
    return false;
  }
}
