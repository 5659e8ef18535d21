// The keyboard: everything is reached, seen to have the focus, and keeps it.

import assert from "node:assert/strict";

import { answer, card } from "../rows.js";

/** The part that has the focus, with whether that is to be seen; null where it is elsewhere. */
const focused = () => {
  const at = document.querySelector("licensing-card").shadowRoot.activeElement;
  if (!at) return null;
  const { outlineStyle, outlineWidth } = getComputedStyle(at);
  return [
    at.getAttribute("part") ?? at.localName,
    outlineStyle !== "none" && parseFloat(outlineWidth) >= 1,
  ];
};

export function keyboard(test) {
  test("keyboard: Tab reaches every button in turn, and shows it", async (scene) => {
    const { open, run, settles, keys } = scene;
    await open(`<button id="before">b</button>${card('tenant="2"')}<button id="after">a</button>`);
    await settles("ready");
    const buttons = await run(() =>
      [...document.querySelector("licensing-card").shadowRoot.querySelectorAll("button")]
        .filter((each) => each.getClientRects().length)
        .map((each) => each.getAttribute("part")),
    );
    assert.ok(buttons.length >= 4, `${buttons}`);
    await run(() => document.querySelector("#before").focus());
    const reached = [];
    for (let stops = 0; stops < 20; stops++) {
      await keys("TAB");
      const at = await run(focused);
      if (!at) break;
      reached.push(at);
    }
    assert.ok(await run(() => document.activeElement.id === "after"), `${reached}`);
    assert.deepEqual(
      reached.filter(([, outlined]) => !outlined),
      [],
    );
    const parts = reached.map(([part]) => part).filter((part) => /button$/.test(part));
    assert.deepEqual(parts, buttons);
  });

  test("keyboard: a refresh by Enter leaves the focus on its button", async (scene) => {
    const { open, run, settles, keys, until, console, tenant } = scene;
    const company = tenant();
    await console.fault(company, [
      { ...answer(3), times: 1 },
      { ...answer(4), delayMs: 100 },
    ]);
    await open(card(`tenant="${company}"`));
    await settles("ready");
    await run(() => window.part("refresh-button").focus());
    await keys("ENTER");
    await until(() => document.querySelector("licensing-card").usage.totals.used.count === 4);
    assert.equal((await run(focused))?.[0], "refresh-button");
  });

  test("keyboard: the meaning of the numbers opens by Space, and closes", async (scene) => {
    const { open, run, settles, keys } = scene;
    await open(card('tenant="2"'));
    await settles("ready");
    const isOpen = () => run(() => window.part("meaning").open);
    assert.equal(await isOpen(), false);
    await run(() => window.part("meaning").querySelector("summary").focus());
    await keys("SPACE");
    assert.equal(await isOpen(), true);
    await keys("ENTER");
    assert.equal(await isOpen(), false);
  });
}
