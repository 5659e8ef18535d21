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
