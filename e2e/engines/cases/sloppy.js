// Pages and libraries that replace the browser's functions, or rewrite the card's nodes.

import assert from "node:assert/strict";

import { answer, card, row } from "../rows.js";

const SHOWN = "ready 11 11";

/** The state of the first card, its machines, and those on screen. */
const shown = () => {
  const card = document.querySelector("licensing-card");
  const screen = card.shadowRoot.querySelector("tfoot [data-measure=total][data-unit=count]");
  return `${card.state} ${card.usage?.totals.total.count} ${screen?.textContent.trim()}`;
};

/** Changes of pages before the card is there, which the card does without. */
const REPLACED = {
  "a Window, an Element and a Request of the page's own": () => {
    for (const name of ["Window", "Element", "Request", "Response"]) window[name] = function () {};
  },
  "streaming that rejects good files": () => {
    WebAssembly.instantiateStreaming = WebAssembly.compileStreaming = async (response) => {
      await (await response).arrayBuffer();
      throw new TypeError("no");
    };
  },
  "no language of the browser's": () => {
    Object.defineProperty(Navigator.prototype, "language", { get: () => undefined });
  },
  "a fetch that takes its first argument for a text": () => {
    const { fetch } = window;
    window.fetch = (url, init) => (url.startsWith("x") ? null : fetch(url, init));
  },
  "the fetch of a frame": () => {
    let frame;
    window.fetch = (...given) => {
      frame ??= document.body.appendChild(document.createElement("iframe"));
      return frame.contentWindow.fetch(...given);
    };
  },
  "a fetch that makes its init anew": () => {
    const { fetch } = window;
    window.fetch = (url, init) => fetch(url, { ...init, headers: { ...init?.headers, "X-Page": "1" } });
  },
};

/** Libraries' substitutes for a good response. */
const RESPONSES = [
  async (original, given) => new Proxy(await original(...given), {}),
  async () => Object.create(Response.prototype),
  async () => ({ ok: true, status: 200, json: async () => [] }),
  async () => ({ status: 200, headers: new Headers(), body: { getReader: () => ({ read: () => 1 }) } }),
  async () => Object.defineProperty(new Response("[]"), "headers", { value: undefined }),
  async () =>
    Object.defineProperty(new Response("[]"), "status", {
      get() {
        throw new Error("no status");
      },
    }),
];

/** Changes of translators, highlighters and other scripts to the drawn card. */
const REWRITES = [
  (texts) => {
    for (const text of texts) {
      const font = document.createElement("font");
      text.replaceWith(font);
      font.append(text);
    }
  },
  (texts) => {
    for (const text of texts) {
      const font = document.createElement("font");
      font.textContent = text.data;
      text.replaceWith(font);
    }
  },
  (texts) => texts.forEach((text) => text.length > 1 && text.splitText(1)),
  (_, root) => root.querySelector("tbody tr").remove(),
  (_, root) => root.querySelector("table").remove(),
  (_, root) => (root.firstElementChild.innerHTML += ""),
  (_, root) => root.replaceChildren(),
];

export function sloppy(test) {
  for (const [what, before] of Object.entries(REPLACED)) {
    test(`${what} is no matter to the card`, async ({ open, run, until }) => {
      await open(card('tenant="2"'), { before: [before] });
      await until(`() => (${shown})() === ${JSON.stringify(SHOWN)}`);
      await run(() => {
        const card = document.querySelector("licensing-card");
        card.addEventListener("usage-load", () => (window.again = true));
        window.part("refresh-button").click();
      });
      await until(() => window.again);
    });
  }

  test("no response that a page makes up ends a card, and a good one mends it", async (scene) => {
    const { open, run, until, settles } = scene;
    await open(card('tenant="2"') + card('id="other" tenant="3"'));
    await settles("ready");
    await settles("ready", "#other");
    for (const fake of RESPONSES) {
      await run(`async () => {
        const original = window.fetch;
        window.fetch = (...given) => (${fake})(original, given);
        const card = document.querySelector("licensing-card");
        const soon = new Promise((done) => setTimeout(done, 100));
        await Promise.race([card.refresh().catch(() => {}), soon]);
        window.fetch = original;
        // Another request, so that no retry is waited for.
        card.credentials = card.credentials === "include" ? "same-origin" : "include";
      }`);
      await until(`() => (${shown})() === ${JSON.stringify(SHOWN)}`);
    }
    assert.equal(await scene.refresh("#other"), "well");
  });

  test("a drawing says what usage says, whatever has become of the nodes", async (scene) => {
    const { open, run, until, settles, numbers, console, tenant } = scene;
    const company = tenant();
    await console.fault(company, answer(1));
    await open(card(`tenant="${company}"`));
    await settles("ready");
    for (const [at, rewrite] of REWRITES.entries()) {
      const [before, after] = [3 + 2 * at, 4 + 2 * at].map((machines) => [
        row("CC_VM_Backup", { used: [machines, machines + 0.25] }),
        row("CC_Server_Backup", { rental: [1, 1] }),
      ]);
      await console.fault(company, { body: { json: before } });
      assert.equal(await scene.refresh(), "well");
      await run(`() => {
        const root = document.querySelector("licensing-card").shadowRoot;
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        const texts = [];
        while (walker.nextNode()) texts.push(walker.currentNode);
        (${rewrite})(texts, root);
      }`);
      await console.fault(company, { body: { json: after } });
      assert.equal(await scene.refresh(), "well");
      await until(() => window.part("card"));
      const { types, totals } = await numbers();
      const machines = after[0].usedCount;
      assert.deepEqual(types, ["CC_VM_Backup", "CC_Server_Backup"], String(rewrite));
      assert.deepEqual(totals.used, [String(machines), String(machines + 0.25)], String(rewrite));
    }
  });

  for (const name of ["usage-loadstart", "usage-load"]) {
    test(`what a listener of ${name} does to the nodes is gone with the next drawing`, async (scene) => {
      const { open, run, settles, refresh, numbers, console, tenant } = scene;
      for (const rewrite of REWRITES.slice(3)) {
        const company = tenant();
        await console.fault(company, [{ ...answer(3), times: 1 }, answer(9)]);
        await open("");
        await run(`() => {
          const card = document.createElement("licensing-card");
          card.tenant = ${JSON.stringify(company)};
          const act = () => {
            const root = card.shadowRoot;
            if (root.querySelector("tbody tr") || ${name === "usage-loadstart"}) {
              try { (${rewrite})([], root); } catch { /* Nothing there yet. */ }
            }
          };
          card.addEventListener("${name}", act, { once: true });
          document.body.append(card);
        }`);
        await settles("ready");
        assert.equal(await refresh(), "well");
        const { types, totals } = await numbers();
        assert.deepEqual([types, totals.used], [["CC_VM_Backup"], ["9", "9"]], String(rewrite));
      }
    });
  }

  test("what is in the card's place before it is drawn gives way to it", async (scene) => {
    const { open, until } = scene;
    const rewrite = () => {
      const { attachShadow } = Element.prototype;
      Element.prototype.attachShadow = function (init) {
        const root = attachShadow.call(this, init);
        setTimeout(() => (root.innerHTML += "<p>of an extension"));
        return root;
      };
    };
    await open(card('tenant="2"'), { before: [rewrite] });
    await until(`() => (${shown})() === ${JSON.stringify(SHOWN)}`);
    const { children } = await scene.run(() => {
      const { shadowRoot } = document.querySelector("licensing-card");
      return { children: shadowRoot.childElementCount };
    });
    assert.equal(children, 1);
  });

  test("refreshed and removed in one task, a card aborts and the others go on", async (scene) => {
    const { open, run, settles, refresh } = scene;
    await open(card('id="other" tenant="3"'));
    await settles("ready", "#other");
    const names = await run(async () => {
      const names = [];
      const ways = [
        (card) => card.remove(),
        (card) => card.replaceWith("x"),
        (card) => (card.parentNode.textContent = ""),
      ];
      for (const remove of ways) {
        const box = document.body.appendChild(document.createElement("div"));
        const card = document.createElement("licensing-card");
        card.tenant = "2";
        box.append(card);
        await window.outcome(card);
        const refreshed = card.refresh().catch(({ name }) => name);
        remove(card);
        names.push(await refreshed);
      }
      return names;
    });
    assert.deepEqual(names, ["AbortError", "AbortError", "AbortError"]);
    assert.equal(await refresh("#other"), "well");
  });
}
