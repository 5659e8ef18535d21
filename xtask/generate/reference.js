// The tables of the reference, each between a pair of marks.

import { elementOf } from "./manifest.js";

const NAMES = new Intl.DisplayNames("en", { type: "language" });

const code = (text) => `\`${text}\``;
const cell = (text = "") => text.replace(/\|/g, "\\|").replace(/\s+/g, " ");
const row = (cells) => `| ${cells.map(cell).join(" | ")} |\n`;
const table = (head, rows) => row(head) + `|${"---|".repeat(head.length)}\n` + rows.map(row).join("");

const text = ({ description }) => description.replace(/\.$/, "");

const type = ({ type }) =>
  type.text.includes('"')
    ? type.text.replace(/"/g, "").split(" | ").map(code).join(", ")
    : type.text.replace(/string( \| number)?/, "text");

const colors = ({ default: byDefault }) => {
  const [, light, dark] = byDefault.match(/^light-dark\((.*), (.*)\)$/) ?? [];
  if (light) return [code(light), code(dark)];
  return [code(byDefault.replace(/^var\((.*)\)$/, "$1")), "the same"];
};

const parameter = ({ name, type, optional, default: byDefault }) =>
  byDefault ? `${name} = ${byDefault}` : `${name}${optional ? "?" : ""}: ${type.text}`;

const signature = ({ name, parameters = [], return: returned }) =>
  code(`${name}(${parameters.map(parameter).join(", ")}): ${returned.type.text}`);

const TABLES = {
  exports: (_, declarations) =>
    table(
      ["export", "meaning"],
      declarations.map((one) => [one.kind === "function" ? signature(one) : code(one.name), one.tagName ? "The element's class" : text(one)]),
    ),
  attributes: ({ attributes }) =>
    table(
      ["attribute", "property", "values", "default", "meaning"],
      attributes.map((one) => [code(one.name), code(one.fieldName), type(one), code(one.default ?? "null"), text(one)]),
    ),
  properties: ({ members }) =>
    table(
      ["property", "type", "meaning"],
      members
        .filter(({ kind, attribute }) => kind === "field" && !attribute)
        .map((one) => [code(one.name), code(one.type.text), one.readonly ? `Read-only. ${text(one)}` : text(one)]),
    ),
  methods: ({ members }) =>
    table(
      ["method", "meaning"],
      members.filter(({ kind }) => kind === "method").map((one) => [signature(one), text(one)]),
    ),
  events: ({ events }) =>
    table(
      ["event", "type", "when"],
      events.map((one) => [code(one.name), code(one.type.text), text(one)]),
    ),
  states: ({ cssStates }) => table(["state", "meaning"], cssStates.map(named)),
  slots: ({ slots }) =>
    table(["slot", "meaning"], slots.map((one) => (one.name ? named(one) : ["(default)", text(one)]))),
  parts: ({ cssParts }) => table(["part", "meaning"], cssParts.map(named)),
  languages: (_, __, packs) =>
    table(
      ["tag", "language", "written"],
      packs.map(([tag, direction]) => [code(tag), NAMES.of(tag), direction === "rtl" ? "right to left" : "left to right"]),
    ),
  "custom properties": ({ cssProperties }) =>
    table(
      ["property", "default", "in the dark", "meaning"],
      cssProperties.map((one) => [code(one.name), ...colors(one), text(one)]),
    ),
};

function named(one) {
  return [code(one.name), text(one)];
}

/** The reference with its tables made anew. */
export function reference(manifest, packs, old) {
  return Object.entries(TABLES).reduce((page, [name, make]) => {
    const start = `<!-- generated: ${name} -->\n`;
    const [before, rest, more] = page.split(start);
    const end = rest?.indexOf("<!-- end -->") ?? -1;
    if (end < 0 || more) throw new Error(`docs/reference.md lacks the marks of: ${name}`);
    return `${before}${start}\n${make(elementOf(manifest), manifest.modules[0].declarations, packs)}\n${rest.slice(end)}`;
  }, old);
}
