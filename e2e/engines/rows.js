// Answers that cases have the console give.

/** A row, from [machines, instances] of each measure. */
export const row = (type, { rental = [0, 0], fresh = [0, 0], used = [0, 0] } = {}) => ({
  type,
  rentalCount: rental[0],
  rentalInstances: rental[1],
  newCount: fresh[0],
  newInstances: fresh[1],
  usedCount: used[0],
  usedInstances: used[1],
});

/** An answer with so many machines in use. */
export const answer = (machines) => ({
  body: { json: [row("CC_VM_Backup", { used: [machines, machines] })] },
});

/** An answer with so many types. */
export const types = (count) =>
  Array.from({ length: count }, (_, at) =>
    row(`Type ${String(at).padStart(2, "0")}`, { used: [count - at, count - at] }),
  );

/** A card in a page's markup. */
export const card = (attributes = "", content = "") =>
  `<licensing-card ${attributes}>${content}</licensing-card>`;
