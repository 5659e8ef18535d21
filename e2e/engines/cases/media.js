// Preferences of the system, and paper.

import assert from "node:assert/strict";

import { card, types } from "../rows.js";

/** How light the card's ground and its words are, from 0 to 1. */
const lightness = () => {
  const style = getComputedStyle(window.part("card"));
  return [style.backgroundColor, style.color].map((color) => {
    const canvas = document.createElement("canvas").getContext("2d");
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
  });
};

const isDark = async ({ run }) => {
  const [ground, words] = await run(lightness);
  assert.ok(Math.abs(ground - words) > 0.5, `ground ${ground}, words ${words}`);
  return ground < words;
};

export function media(test) {
  test("theme: dark and light, whatever the system's is", async (scene) => {
    const { open, run, settles } = scene;
    await open(card('tenant="2" theme="dark"'));
    await settles("ready");
    assert.equal(await isDark(scene), true);
    await run(() => (document.querySelector("licensing-card").theme = "light"));
    await run(() => new Promise(requestAnimationFrame));
    assert.equal(await isDark(scene), false);
  });

  test("theme: auto is the system's", { wishes: { dark: true } }, async (scene) => {
    const { open, run, settles } = scene;
    try {
      await open(card('tenant="2"'));
      await settles("ready");
      await scene.dark(true);
      assert.equal(await run(() => matchMedia("(prefers-color-scheme: dark)").matches), true);
      assert.equal(await isDark(scene), true);
    } finally {
      await scene.dark(false);
    }
  });

  test(
    "forced colours: the card takes the system's, and has an edge",
    { needs: "forced colours" },
    async (scene) => {
      const { open, run, settles } = scene;
      try {
        await open(card('tenant="3" limit="90"'));
        await settles("ready");
        await scene.forceColors(true);
        assert.equal(await run(() => matchMedia("(forced-colors: active)").matches), true);
        const [ground, words, system, edges] = await run(() => {
          const style = getComputedStyle(window.part("card"));
          const probe = document.createElement("p");
          probe.style.cssText = "background:Canvas;color:CanvasText";
          document.body.append(probe);
          const { backgroundColor, color } = getComputedStyle(probe);
          return [
            style.backgroundColor,
            style.color,
            [backgroundColor, color],
            [style.borderTopStyle !== "none", parseFloat(style.borderTopWidth) > 0],
          ];
        });
        assert.deepEqual([ground, words], system);
        assert.deepEqual(edges, [true, true]);
      } finally {
        await scene.forceColors(false);
      }
    },
  );

  test("print: the numbers, without what can only be clicked", async (scene) => {
    const { open, run, settles, print } = scene;
    await open(card('tenant="2"'));
    await settles("ready");
    const shown = () =>
      run(() => {
        const there = (part) => window.part(part).getClientRects().length > 0;
        const buttons = ["refresh", "copy", "export", "print"].map((each) => `${each}-button`);
        return [there("heading"), there("table"), there("updated"), buttons.filter(there).length];
      });
    assert.deepEqual(await shown(), [true, true, true, 4]);
    try {
      await print(true);
      assert.deepEqual(await shown(), [true, true, true, 0]);
    } finally {
      await print(false);
    }
  });

  test("paper: its rows, heads on each page, the total once", { needs: "paper" }, async (scene) => {
    const { open, run, settles } = scene;
    await open(card());
    await run((data) => {
      document.querySelector("licensing-card").data = data;
    }, types(120));
    await settles("ready");
    const pages = await scene.paper();
    assert.ok(pages.length > 1, `${pages.length} pages`);
    const all = pages.join("\n");
    assert.equal(all.match(/\bType \d+/g)?.length, 120);
    assert.equal(all.match(/^\s*Total\b/gm)?.length, 1);
    for (const page of pages.filter((page) => /Type \d/.test(page))) {
      assert.match(page, /Protected/, page);
    }
  });
}
