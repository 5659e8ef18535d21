// The custom elements manifest, by its analyzer. Facts from other sources are added: the
// attributes' properties, and the custom properties' defaults, which the style sheet has.

import { create, ts } from "@custom-elements-manifest/analyzer/src/browser-entrypoint.js";

const MODULE = "licensing-card.js";
const SOURCES = ["attributes.ts", "element.ts", "instance.ts", "define.ts"];
const ELEMENT = "LicensingCardElement";
const EXPORTS = [ELEMENT, "define", "configure", "version"];

const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

/** The element in a manifest. */
export const elementOf = (manifest) =>
  manifest.modules[0].declarations.find(({ tagName }) => tagName);

/** Makes the manifest; `read` reads a file of the project. */
export function manifest(read) {
  const modules = SOURCES.map((file) =>
    ts.createSourceFile(file, read(`js/${file}`), ts.ScriptTarget.ES2022, true),
  );
  const analyzed = create({ modules, plugins: [], dev: false }).modules.flatMap(
    ({ declarations }) => declarations,
  );
  const find = (wanted) => {
    const found = analyzed.find(({ name }) => name === wanted);
    if (!found) throw new Error(`the shell declares no ${wanted}`);
    // Of a constant it would be the expression.
    const { default: _, ...rest } = found;
    return rest;
  };
  const { attributes } = find("Attributes");
  const element = find(ELEMENT);
  const declared = attributes.map((attribute) => ({ ...attribute, fieldName: camel(attribute.name) }));
  const all = {
    ...element,
    superclass: { name: "HTMLElement" },
    attributes: declared,
    members: [...declared.map(property), ...element.members.filter(isPublic)],
    cssProperties: withDefaults(element.cssProperties, read("src/card/style.css")),
  };
  return {
    schemaVersion: "2.1.0",
    readme: "README.md",
    modules: [
      {
        kind: "javascript-module",
        path: MODULE,
        declarations: EXPORTS.map((name) => (name === ELEMENT ? all : find(name))),
        exports: [
          { kind: "custom-element-definition", ...exported(element.tagName, ELEMENT) },
          ...EXPORTS.map((name) => ({ kind: "js", ...exported(name, name) })),
        ],
      },
    ],
  };
}

const exported = (name, declaration) => ({
  name,
  declaration: { name: declaration, module: MODULE },
});

const isPublic = ({ privacy, static: isStatic, name }) =>
  !privacy && !isStatic && !/Callback$|EventListener$/.test(name);

/** An attribute's property, which is `null` where there is neither attribute nor default. */
function property({ name, fieldName, type, default: byDefault, description }) {
  const isNullable = byDefault === undefined;
  return {
    kind: "field",
    name: fieldName,
    type: { text: isNullable ? `${type.text} | null` : type.text },
    default: isNullable ? "null" : type.text === "number" ? byDefault : JSON.stringify(byDefault),
    description,
    attribute: name,
    reflects: true,
  };
}

/** The properties with their defaults in the style sheet. */
function withDefaults(properties, style) {
  const defaults = new Map();
  for (const { index, 0: start, 1: name } of style.matchAll(/var\((--licensing-card-[a-z-]+),/g)) {
    const rest = style.slice(index + start.length);
    let depth = 1;
    const end = [...rest].findIndex((char) => (depth += { "(": 1, ")": -1 }[char] ?? 0) === 0);
    // A variable of the card's own comes from the property of that name.
    const byDefault = rest.slice(0, end).replace(/var\(--_?(?:licensing-card-)?/g, "var(--licensing-card-");
    defaults.set(name, byDefault.trim().replace(/,(?=\S)/g, ", "));
  }
  const names = properties.map(({ name }) => name);
  for (const name of defaults.keys()) {
    if (!names.includes(name)) throw new Error(`the header lacks @cssprop ${name}`);
  }
  return properties.map((one) => {
    const byDefault = defaults.get(one.name);
    if (!byDefault) throw new Error(`the style sheet has no ${one.name}`);
    return { ...one, default: byDefault };
  });
}
