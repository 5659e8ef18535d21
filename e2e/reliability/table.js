// docs/reliability.md, rendered from the cases, so that it says what is tested and nothing else.

import { elsewhere } from "./elsewhere.js";
import { groups } from "./groups.js";

/** A case's title as it is run. */
export const title = (group, index) => `${group.title} ${index + 1}: ${group.cases[index].fault}`;

const cell = (text) => text.replaceAll("|", "\\|");

const row = (...cells) => `| ${cells.map(cell).join(" | ")} |`;

const section = ({ title: name, about, cases }) => [
  `## ${name}`,
  about,
  [
    row("fault", "what the card does", "test"),
    "|---|---|---|",
    ...cases.map(({ fault, card }, index) => row(fault, card, `${name} ${index + 1}`)),
  ].join("\n"),
];

export function render() {
  const inBrowser = groups.reduce((sum, { cases }) => sum + cases.length, 0);
  const paragraphs = [
    "<!-- Written by `npm run reliability` in e2e/, from e2e/reliability/. Change the cases there. -->",
    "# What can go wrong, and what the card does",
    `Each row of these tables is a test. ${inBrowser} of them run in Chromium, with the released files and the
development console, which is told to fail in that way. The last table lists ${elsewhere.length} more, most of which
need no browser. The tables are written from the tests, and a test fails when they differ.`,
    "The last column is how the test's title begins, so that this runs one of them:",
    "```sh\ncd e2e && node --test --test-name-pattern='^Statuses 3:' reliability.test.js\n```",
    `Wherever a row names an error, the state, the custom state, \`error\`, the events and the notice say
the same. Where it names a number of requests, the console has seen as many and no more. Nothing of
the card's is thrown at the page.`,
    ...groups.flatMap(section),
    "## Elsewhere",
    "The same rules for every order of events, the edges of each format, and pages of other kinds.",
    [
      row("fault", "what the card does", "test"),
      "|---|---|---|",
      ...elsewhere.map(({ fault, card, file, test }) =>
        row(fault, card, `[\`${test}\`](../${file})`),
      ),
    ].join("\n"),
  ];
  return `${paragraphs.join("\n\n")}\n`;
}
