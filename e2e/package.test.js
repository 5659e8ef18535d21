// The npm package, packed as for publishing: its files, their references to each other, and
// the checks of other tools.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

import { Spec, Validation } from "@cyclonedx/cyclonedx-library";
import { publint } from "publint";
import { formatMessage } from "publint/utils";

import { anchors } from "./support/documents.js";
import { install, pack, run } from "./support/package.js";

let portal;
let tarball;
let folder;
let files;

before(async () => {
  portal = await mkdtemp(join(tmpdir(), "licensing-card-"));
  tarball = await pack(portal);
  folder = await install(tarball, portal);
  files = await readdir(folder);
  await writeFile(join(portal, "package.json"), '{ "type": "module" }');
});

after(() => rm(portal, { recursive: true }));

const read = (name) => readFile(join(folder, name));
const json = async (name) => JSON.parse(await read(name));
const loaded = () => files.filter((file) => /\.(js|wasm)$/.test(file));

test("publint finds nothing to say", async () => {
  const { messages } = await publint({ pkgDir: folder, strict: true, pack: false });
  const pkg = await json("package.json");
  assert.deepEqual(
    messages.map((message) => formatMessage(message, pkg)),
    [],
  );
});

test("every entry has the types that its code has, for ES modules", async () => {
  const attw = fileURLToPath(
    new URL("node_modules/@arethetypeswrong/cli/dist/index.js", import.meta.url),
  );
  const found = await run(process.execPath, [attw, tarball, "--profile", "esm-only"]).catch(
    (error) => error,
  );
  assert.ok(!(found instanceof Error), found.stdout);
});

test("every file that an entry names is there", async () => {
  const { exports, types, main, customElements } = await json("package.json");
  const named = (entry) => (typeof entry === "string" ? [entry] : Object.values(entry));
  const targets = Object.values(exports).flatMap(named);
  for (const target of [...targets, types, main, customElements]) {
    assert.ok(files.includes(target.replace(/^\.\//, "")), target);
  }
});

test("a server without a window imports the module, also with a framework's types", async () => {
  const { exports } = await json("package.json");
  const entries = Object.keys(exports).filter((entry) => /^\.(\/[a-z]+)?$/.test(entry));
  assert.ok(entries.length > 5, `${entries}`);
  const script = entries
    .map((entry) => JSON.stringify(`licensing-card${entry.slice(1)}`))
    .map((entry) => `console.log((await import(${entry})).define())`)
    .join(";");
  const { stdout } = await run(process.execPath, ["--input-type=module", "-e", script], {
    cwd: portal,
  });
  assert.deepEqual(stdout.trim().split("\n"), entries.map(() => "false"));
});

test("what browsers load is there compressed as well, byte for byte the same", async () => {
  assert.ok(loaded().length >= 3);
  for (const file of loaded()) {
    const bytes = await read(file);
    const brotli = await read(`${file}.br`);
    const gzip = await read(`${file}.gz`);
    assert.ok(bytes.equals(brotliDecompressSync(brotli)), file);
    assert.ok(bytes.equals(gunzipSync(gzip)), file);
    assert.ok(brotli.length < bytes.length && gzip.length < bytes.length, file);
    // Neither a time nor a system is written down, so that the bytes are the same everywhere.
    assert.deepEqual([...gzip.subarray(4, 8), gzip[9]], [0, 0, 0, 0, 255], file);
  }
});

test("the hashes are those of what browsers load, all of it", async () => {
  const hashes = {};
  for (const file of loaded()) {
    hashes[file] = `sha384-${createHash("sha384").update(await read(file)).digest("base64")}`;
  }
  assert.deepEqual(await json("integrity.json"), hashes);
});

test("the bill of materials is CycloneDX, and the notices have every crate of it", async () => {
  const text = String(await read("sbom.cdx.json"));
  const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
  assert.equal(await validator.validate(text), null);
  const { components } = JSON.parse(text);
  assert.ok(components.length > 20, `${components.length} components`);
  const notices = String(await read("THIRD-PARTY-NOTICES.txt"));
  for (const { name, version, licenses, purl } of components) {
    const [{ expression }] = licenses;
    const title = purl ? `${name} ${version}: ${expression}` : name;
    assert.ok(notices.includes(`\n${title}`), title);
  }
});

test("every file of the card that its documents name is there", async () => {
  const documents = files.filter((file) => extname(file) === ".md");
  const texts = await Promise.all(documents.map(async (file) => String(await read(file))));
  const names = texts.flatMap((text) => text.match(/\blicensing-card\w*\.(js|wasm)\b/g) ?? []);
  assert.ok(names.length > 10, `${names.length} names`);
  const missing = names.filter((name) => !files.includes(name));
  assert.deepEqual(missing, []);
});

test("every link of its documents leads to a heading or a file that is there", async () => {
  const documents = files.filter((file) => extname(file) === ".md");
  const texts = new Map();
  for (const file of documents) texts.set(file, String(await read(file)));
  let links = 0;
  for (const [file, text] of texts) {
    for (const [, target] of text.matchAll(/\]\(([^)]*)\)/g)) {
      if (target.includes("://")) continue;
      links++;
      const [path, fragment] = target.split("#");
      const there = path || file;
      assert.ok(files.includes(there), `${file}: ${target}`);
      if (fragment) assert.ok(anchors(texts.get(there)).includes(fragment), `${file}: ${target}`);
    }
  }
  assert.ok(links > 10, `${links} links`);
});
