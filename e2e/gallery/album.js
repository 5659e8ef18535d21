// The pictures that are kept, and how a new one is held against its own.

import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import initialize, { optimise } from "@jsquash/oxipng/codec/pkg/squoosh_oxipng.js";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";

import { ROOT, TARGET } from "../support/environment.js";

const FOLDER = "e2e/gallery/pictures";
const FINDINGS = join(TARGET, "gallery");

/** The difference of two colours that counts, where black and white are 1 apart. */
const THRESHOLD = 0.025;

/** How many pixels may differ within a square of so many: less than a letter, or a line's end. */
const TOLERANCE = 8;
const SQUARE = 24;

const place = ({ folder = FOLDER, name }) => join(ROOT, folder, `${name}.png`);

/** The names of all pictures in the tests' own folder. */
export const kept = () => readdirSync(join(ROOT, FOLDER)).map((file) => file.replace(/\.png$/, ""));

/** Keeps a picture from now on. */
export async function keep(picture, png) {
  mkdirSync(join(ROOT, picture.folder ?? FOLDER), { recursive: true });
  // Pictures for people keep all their colours.
  writeFileSync(place(picture), await small(picture.folder ? png : coarse(png)));
}

/** Forgets one that no cell has any more. */
export const forget = (name) => rmSync(place({ name }));

/** Steps of a colour's channel in the pictures that are kept, which halves their size. */
const STEPS = 31;

function coarse(png) {
  const picture = PNG.sync.read(png);
  const step = 255 / STEPS;
  picture.data = picture.data.map((value) => Math.round(Math.round(value / step) * step));
  return PNG.sync.write(picture);
}

// Without loss; text on flat colours needs few of them.
async function small(png) {
  const path = createRequire(import.meta.url).resolve(
    "@jsquash/oxipng/codec/pkg/squoosh_oxipng_bg.wasm",
  );
  await initialize(await WebAssembly.compile(readFileSync(path)));
  return optimise(png, 2, false, false);
}

/** The difference of a new picture, or nothing. Differences are written to files. */
export function compare(picture, png) {
  const was = read(place(picture));
  if (!was) return `there is no picture yet: ${findings(picture, { actual: png })}`;
  const is = PNG.sync.read(picture.folder ? png : coarse(png));
  const { width, height } = is;
  if (was.width !== width || was.height !== height) {
    const sizes = `${was.width} × ${was.height} pixels, and is ${width} × ${height}`;
    return `it was ${sizes}: ${findings(picture, { actual: png })}`;
  }
  const diff = new PNG({ width, height });
  const options = { threshold: THRESHOLD, windowSize: SQUARE };
  const count = pixelmatch(was.data, is.data, diff.data, width, height, options);
  if (count <= TOLERANCE) return null;
  const written = findings(picture, { actual: png, diff: PNG.sync.write(diff) });
  return `${count} pixels differ in a square of ${SQUARE}: ${written}`;
}

function read(path) {
  try {
    return PNG.sync.read(readFileSync(path));
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw error;
  }
}

function findings({ name }, pictures) {
  mkdirSync(FINDINGS, { recursive: true });
  const paths = Object.entries(pictures).map(([what, png]) => {
    const path = join(FINDINGS, `${name}-${what}.png`);
    writeFileSync(path, png);
    return path;
  });
  return `see ${paths.join(" and ")}`;
}
