// Writes the files that follow from the shell's doc headers: the custom elements manifest, the types, the attributes
// in Rust, the tables of the reference, and the controls and languages of the gallery. With `--check` it writes nothing, and fails if a file
// differs from the one that it would write.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { controls } from "./controls.js";
import { languages, packs } from "./languages.js";
import { contract, declarations } from "./types.js";
import { manifest } from "./manifest.js";
import { reference } from "./reference.js";
import { appearance, attributes } from "./rust.js";

const root = join(import.meta.dirname, "../..");
const check = process.argv.includes("--check");
const read = (file) => readFileSync(join(root, file), "utf8");
const differing = [];

function write(file, text) {
  let old = "";
  try {
    old = read(file);
  } catch {
    // It is new.
  }
  if (old === text) return;
  differing.push(file);
  if (check) return;
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

const made = manifest(read);
const known = packs(join(root, "languages/packs"));
write("js/generated/custom-elements.json", `${JSON.stringify(made, null, 2)}\n`);
write("js/generated/contract.ts", contract(made));
write("src/card/appearance.rs", appearance(made, read));
write("src/element/attributes.rs", attributes(made, read));
write("gallery/attributes.js", controls(made));
write("gallery/languages.js", languages(known));
write("docs/reference.md", reference(made, known, read("docs/reference.md")));
// They are compiled from the file above.
if (!check || !differing.length) write("js/generated/licensing-card.d.ts", declarations(root));

for (const file of differing) console.log(check ? `not as generated: ${file}` : `wrote ${file}`);
if (check && differing.length) {
  console.log("Run `cargo xtask generate`, and commit the files that it writes.");
  process.exitCode = 1;
}
