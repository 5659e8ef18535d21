/** Runs in the page: traps the WebAssembly, as a page does that has broken the DOM under it. */
export function crash() {
  const { insertBefore } = Node.prototype;
  Node.prototype.insertBefore = () => {
    throw new Error("not in this page");
  };
  const card = document.querySelector("licensing-card");
  card.data = [{ type: "CC_VM_Backup", usedCount: 1 }];
  card.addEventListener("usage-error", () => (Node.prototype.insertBefore = insertBefore), {
    once: true,
  });
}
