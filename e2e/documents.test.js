// The documents' code is the code of the hosts, which are built and run.

import assert from "node:assert/strict";
import { test } from "node:test";

import { VITE_HOSTS } from "./hosts/names.js";
import { blocks, read } from "./support/documents.js";

for (const [heading, ...files] of [
  ["React", "react/src/Licensing.tsx"],
  ["Vue", "vue/vite.config.ts", "vue/src/Licensing.vue"],
  ["Svelte", "svelte/src/Licensing.svelte"],
  ["Solid", "solid/src/Licensing.tsx"],
  ["Preact", "preact/src/Licensing.tsx"],
  ["Lit", "lit/src/licensing.ts"],
  ["Angular", "angular/src/card.ts", "angular/src/licensing.ts"],
  ["Without a framework", "plain/src/licensing.ts"],
]) {
  test(`docs/embedding.md, ${heading}: the code is the host's`, async () => {
    const shown = await blocks("docs/embedding.md", heading);
    assert.deepEqual(
      shown.map(({ code }) => code),
      await Promise.all(files.map((file) => read(`e2e/hosts/${file}`))),
    );
  });
}

test("docs/embedding.md, With Vite: the code is every host's", async () => {
  const [card, first] = await blocks("docs/embedding.md", "With Vite");
  for (const host of VITE_HOSTS) {
    assert.equal(await read(`e2e/hosts/${host}/src/card.ts`), card.code, host);
    const page = await read(`e2e/hosts/${host}/index.html`);
    const main = await read(`e2e/hosts/${host}${page.match(/src="(\/src\/main\.tsx?)"/)[1]}`);
    assert.ok(main.startsWith(first.code), host);
  }
});
