// The table of results.

/** The middle one of some numbers. */
export function median(numbers) {
  const sorted = numbers.toSorted((one, other) => one - other);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** Rows of `{ name, unit, card, plain }` as a table in Markdown. */
export function table(rows) {
  const lines = rows.map(({ name, unit, card, plain }) => {
    const ratio = plain > 0 ? (card / plain).toFixed(2) : "–";
    return `| ${name} | ${figure(card)} ${unit} | ${figure(plain)} ${unit} | ${ratio} |`;
  });
  return ["| median | card | plain script | ratio |", "|---|---|---|---|", ...lines, ""].join("\n");
}

/** The document that keeps them. */
export const document = (rows, { runs, where }) => `# How long the card takes

<!-- Written by \`cargo xtask bench\`. -->

Medians of ${runs} runs, with ${where}, of the files in \`dist/\` and of a plain script in the same run.
[The plain script](plain/licensing-card.js) is what a page would write by hand: it fetches, adds up, and
makes a table, with no retries, languages or chart. Ratios can be compared between machines, times cannot.

${table(rows)}`;

function figure(number) {
  const digits = Math.abs(number) < 100 ? 1 : 0;
  return number.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
