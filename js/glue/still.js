// Becomes a part of the generated glue: a card as it is on screen, for the time after a crash.

/** A copy of what is mounted there, without what nobody would listen to any more. */
export function still(mount) {
  const copy = mount.cloneNode(true);
  copy.querySelectorAll(".tool,.units,[part=notice],[role=status]").forEach((each) => each.remove());
  // The heads of columns stay, and sort no longer.
  copy.querySelectorAll("button").forEach((each) => each.replaceWith(...each.childNodes));
  copy.querySelectorAll("[aria-busy]").forEach((each) => each.removeAttribute("aria-busy"));
  return copy;
}
