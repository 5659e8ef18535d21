// The card's parts, and the room it takes.

import assert from "node:assert/strict";

import { card, row, types } from "../rows.js";

// Of the allowance of 100 instances.
const LIMITS = [
  [50, /within/i],
  [85, /near/i],
  [120, /over/i],
];

// Shifts before the definition are the page's own.
const DEFINED_FIRST = '<script type="module" blocking="render" src="/licensing-card.js"></script>';

export function appearance(test) {
  test("summary and limit: within, near and over, in words and by a meter", async (scene) => {
    const { open, run } = scene;
    await open("");
    for (const [used, words] of LIMITS) {
      const summary = await run(
        async (data) => {
          await window.mount({ limit: 100 }, { data });
          const card = document.body.lastChild;
          const summary = window.part("summary", card);
          const meter = window.part("meter", card);
          const text = summary.innerText;
          const holds = summary.contains(meter);
          card.remove();
          return { text, holds };
        },
        [row("CC_VM_Backup", { used: [used, used] })],
      );
      assert.match(summary.text, words);
      assert.match(summary.text, new RegExp(`\\b${used}\\b`));
      assert.ok(summary.holds, "the meter is in the summary");
    }
  });

  test("table: a caption, heads with a scope, a row for each type and one of totals", async (scene) => {
    const { open, run, settles } = scene;
    await open(card('tenant="3"'));
    await settles("ready");
    const table = await run(() => {
      const table = window.part("table");
      const scopes = [...table.querySelectorAll("th")].map(({ scope }) => scope);
      const rows = [...table.querySelectorAll("tbody tr[data-type]")];
      return {
        tag: table.localName,
        caption: table.caption.textContent.trim() !== "",
        scoped: scopes.every(Boolean),
        bars: rows.every((row) => row.querySelector("th [part~=bar]")),
        cells: rows.map((row) => row.querySelectorAll("td").length),
        totals: table.tFoot.rows.length,
        sorted: window.part("sort-button") !== null,
      };
    });
    assert.deepEqual(table, {
      ...{ tag: "table", caption: true, scoped: true, bars: true },
      ...{ cells: [4, 4, 4, 4], totals: 1, sorted: false },
    });
  });

  test("at every width the same four columns, and no page that scrolls sideways", async (scene) => {
    const { open, run, settles } = scene;
    await open(`<div>${card('tenant="3" limit="90"')}</div>`);
    await settles("ready");
    for (const width of [240, 320, 480, 700]) {
      const [shown, overflow] = await run(async (width) => {
        document.querySelector("div").style.inlineSize = `${width}px`;
        await new Promise(requestAnimationFrame);
        const { shadowRoot } = document.querySelector("licensing-card");
        const numbers = [...shadowRoot.querySelectorAll("tbody [data-measure][data-unit]")];
        const page = document.documentElement;
        return [
          numbers.filter((each) => each.getClientRects().length).length,
          page.scrollWidth - page.clientWidth,
        ];
      }, width);
      assert.deepEqual([shown, overflow], [4 * 4 * 2, 0], `${width} px`);
    }
  });

  test("sorting: buttons in the heads of a long table put its rows in order", async (scene) => {
    const { open, run, settles, press, until } = scene;
    const data = types(9).toReversed();
    await open(card());
    await run((data) => (document.querySelector("licensing-card").data = data), data);
    await settles("ready");
    const order = () =>
      run(() =>
        [...document.querySelector("licensing-card").shadowRoot.querySelectorAll("tbody tr")].map(
          (row) => row.dataset.type,
        ),
      );
    const unsorted = await order();
    await press("sort-button");
    await until(() =>
      document.querySelector("licensing-card").shadowRoot.querySelector("[aria-sort]"),
    );
    const sorted = await order();
    assert.deepEqual(sorted.toSorted(), unsorted.toSorted());
    assert.ok([unsorted, unsorted.toReversed()].some((each) => `${each}` === `${sorted}`));
  });

  test("hosts style by parts and custom properties", async ({ open, run, settles }) => {
    const head = `<style>
      licensing-card::part(heading){color:rgb(1, 2, 3)}
      licensing-card{--licensing-card-background:rgb(4, 5, 6)}
    </style>`;
    await open(card('tenant="2" heading="Ours" heading-level="4" tenant-name="Birchgate"'), {
      head,
    });
    await settles("ready");
    const styled = await run(() => {
      const heading = window.part("heading");
      const title = heading.closest("h4") ?? heading.querySelector("h4");
      return [
        getComputedStyle(heading).color,
        getComputedStyle(window.part("card")).backgroundColor,
        title?.textContent.trim(),
        window.part("tenant").textContent.trim(),
      ];
    });
    assert.deepEqual(styled, ["rgb(1, 2, 3)", "rgb(4, 5, 6)", "Ours", "Birchgate"]);
  });

  test("slots hold the page's own actions and footer", async ({ open, run, settles }) => {
    const content = '<button slot="actions">Ours</button><p slot="footer">Below</p>';
    await open(card('tenant="2"', content));
    await settles("ready");
    const shown = await run(() =>
      ["button", "p"].map((each) => document.querySelector(each).getClientRects().length),
    );
    assert.deepEqual(shown, [1, 1]);
  });

  test("what stands below stays put from the definition to the numbers", async (scene) => {
    const { open, run, settles, until, portal, t } = scene;
    for (const width of [360, 720]) {
      const markup = `<div style="inline-size:${width}px">${card('tenant="3"')}</div><p>Below</p>
        <script type="module">
          import "/licensing-card.js";
          window.top0 = document.querySelector("p").getBoundingClientRect().top;
        </script>`;
      portal.hold();
      await open(markup, { module: "", head: DEFINED_FIRST });
      const where = () => [document.querySelector("p").getBoundingClientRect().top, innerHeight];
      await until(() =>
        document.querySelector("licensing-card").shadowRoot?.querySelector("[aria-busy=true]"),
      );
      const [loading] = await run(where);
      portal.release();
      await settles("ready");
      const [ready, height] = await run(where);
      const first = await run(() => window.top0);
      const shifts = [loading - first, ready - loading];
      t.diagnostic(`at ${width} px: ${shifts.map((shift) => shift.toFixed(1)).join(" and ")} px`);
      // All of the view times the part of it that the shift makes out: no shift counts more.
      const most = shifts.map((shift) => Math.abs(shift) / height);
      assert.ok(most[0] + most[1] <= 0.1, `shifted by ${shifts} of ${height}`);
    }
  });

  test(
    "what the engine itself calls layout shifts is at most 0.1",
    { needs: "layout shifts" },
    async (scene) => {
      const { open, run, settles, console, tenant } = scene;
      const company = tenant();
      await console.fault(company, { body: { rows: 4 }, delayMs: 250 });
      const observer = `<script>
      window.shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.shift += entry.value;
      }).observe({ type: "layout-shift", buffered: true });
    </script>`;
      await open(`${card(`tenant="${company}"`)}<p>Below</p>`, {
        module: "",
        head: DEFINED_FIRST + observer,
      });
      await settles("ready");
      const shift = await run(async () => {
        for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
        await new Promise((passed) => setTimeout(passed));
        return window.shift;
      });
      assert.ok(shift <= 0.1, `${shift}`);
    },
  );

  test("a failed or empty card is as low as what it says", async (scene) => {
    const { open, run, settles, console, tenant } = scene;
    const company = tenant();
    await console.fault(company, { status: 403 });
    await open(card(`tenant="${company}"`) + card('id="empty" tenant="7"'));
    await settles("error");
    await settles("empty", "#empty");
    const heights = await run(() =>
      [...document.querySelectorAll("licensing-card")].map(({ offsetHeight }) => offsetHeight),
    );
    assert.ok(
      heights.every((height) => height > 60 && height < 360),
      `${heights}`,
    );
  });
}
