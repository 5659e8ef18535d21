// The measurements: a name, a unit, and a function that measures once on the stage of stage.js.

import { MACHINES } from "./server.js";

const CARD = '<licensing-card endpoint="/v2" tenant="2"></licensing-card>';
const TYPES = ["CC_VM_Backup", "CC_VM_Replica", "CC_Server_Backup", "CC_Workstation_Backup"];

const start = async ({ page, open }) => {
  await open(CARD);
  return page.evaluate((count) => window.shown(count), MACHINES);
};

/** Measures on a page that has shown its numbers, so that code is there and warm. */
const warm = (measure, argument) => async (stage) => {
  await start(stage);
  return stage.page.evaluate(measure, argument);
};

/** From `data` to the finished table; the first turns warm up the page. */
const data = (rows, types, how = "time") =>
  warm(
    async ([rows, types, how]) => {
      const card = document.querySelector("licensing-card");
      const took = [];
      for (let turn = 1; turn <= 4; turn++) {
        const payload = Array.from({ length: rows }, (_, index) =>
          window.row(typeof types === "string" ? `${types}${index}` : types[index % types.length]),
        );
        payload[0].usedCount = turn;
        took.push(await window[how](rows - 1 + turn, () => (card.data = payload)));
      }
      return (took[2] + took[3]) / 2;
    },
    [rows, types, how],
  );

export const TASKS = [
  {
    name: "bytes of a first load, brotli 11",
    unit: "B",
    async measure(stage) {
      const before = stage.sent.bytes;
      await start(stage);
      return stage.sent.bytes - before;
    },
  },
  { name: "cold start to numbers", unit: "ms", measure: start },
  {
    name: "cold start to numbers, slow line, processor four times slower",
    unit: "ms",
    async measure(stage) {
      await stage.slow();
      return start(stage);
    },
  },
  { name: "`data` of 4 rows to the table", unit: "ms", measure: data(4, TYPES) },
  { name: "`data` of 200 types to the table", unit: "ms", measure: data(200, "Type_") },
  { name: "`data` of 1,000 types to the table", unit: "ms", measure: data(1_000, "Type_") },
  { name: "`data` of 100,000 rows to the table", unit: "ms", measure: data(100_000, TYPES) },
  {
    name: "`data` of 100,000 rows: longest block of the page",
    unit: "ms",
    measure: data(100_000, TYPES, "block"),
  },
  {
    name: "`refresh()` to its end",
    unit: "ms",
    measure: warm(async () => {
      const card = document.querySelector("licensing-card");
      const took = [];
      for (let turn = 0; turn < 11; turn++) {
        const began = performance.now();
        await card.refresh();
        took.push(performance.now() - began);
      }
      return took.toSorted((one, other) => one - other)[5];
    }),
  },
  {
    name: "100 cards to their numbers",
    unit: "ms",
    measure: warm(async (count) => {
      document.querySelector("licensing-card").remove();
      const markup = Array.from(
        { length: 100 },
        (_, index) => `<licensing-card endpoint="/v2" tenant="${index + 1}"></licensing-card>`,
      ).join("");
      return window.time(count, () => (document.body.innerHTML = markup));
    }, MACHINES),
  },
  {
    name: "one card put up and taken off, with `data`",
    unit: "ms",
    measure: warm(async () => {
      document.querySelector("licensing-card").remove();
      const began = performance.now();
      for (let turn = 0; turn < 50; turn++) {
        const card = document.createElement("licensing-card");
        card.data = [window.row("CC_VM_Backup", 7)];
        document.body.append(card);
        await window.shown(7);
        card.remove();
      }
      return (performance.now() - began) / 50;
    }),
  },
];
