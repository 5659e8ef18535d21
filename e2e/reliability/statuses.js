// Statuses.

import { GOOD } from "./scene.js";
import { overcome, reported } from "./variants.js";

// Worth another try, since the server says that it may be otherwise soon.
const PASSING = [
  [408, "http"],
  [425, "http"],
  [429, "throttled"],
  [500, "server"],
  [502, "server"],
  [503, "server"],
  [504, "server"],
  [520, "server"],
];

// Failures that a retry would not change.
const LASTING = [
  [400, "http", false],
  [401, "unauthorized", true],
  [402, "http", false],
  [403, "forbidden", false],
  [404, "not-found", false],
  [405, "http", false],
  [409, "http", false],
  [410, "http", false],
  [418, "http", false],
  [451, "http", false],
  [501, "server", true],
  [505, "server", true],
  [511, "server", true],
  [521, "server", true],
  [599, "server", true],
];

// Success of a kind that has no usage to show, whatever its body says.
const ODD = [[201, GOOD], [202, GOOD], [203, GOOD], [206, GOOD], [204], [304]];

export const statuses = {
  title: "Statuses",
  about: "Some are asked again by themselves, up to three times, others are told at once.",
  cases: [
    ...PASSING.map(([status, kind]) =>
      reported(`A ${status} that goes on`, { status }, { kind, status, requests: 4 }),
    ),
    ...PASSING.map(([status]) =>
      overcome(`A ${status}, once`, [{ status, times: 1 }], { requests: 2 }),
    ),
    overcome(
      "Three different ones in a row: 500, 429, 503",
      [
        { status: 500, times: 1 },
        { status: 429, times: 1 },
        { status: 503, times: 1 },
      ],
      { requests: 4 },
    ),
    {
      fault: "Four different ones in a row: 500, 429, 503, 502",
      card: "Tells of the last one alone",
      async run(scene) {
        await scene.open();
        const each = [500, 429, 503, 502].map((status) => ({ status, times: 1 }));
        await scene.answers(...each);
        await scene.load();
        await scene.shows("error", { kind: "server", status: 502, requests: 4 });
        await scene.mends();
      },
    },
    {
      fault: "A 503, then a 403",
      card: "Stops asking at the 403 and tells of it",
      async run(scene) {
        await scene.open();
        await scene.answers({ status: 503, times: 1 }, { status: 403 });
        await scene.load();
        await scene.shows("error", {
          kind: "forbidden",
          status: 403,
          retryable: false,
          requests: 2,
        });
        await scene.mends();
      },
    },
    ...LASTING.map(([status, kind, retryable]) =>
      reported(`A ${status}`, { status }, { kind, status, retryable }),
    ),
    ...ODD.map(([status, answer]) =>
      reported(
        `A ${status}${answer ? " with usage in it" : ""}`,
        { status, ...answer },
        {
          kind: "http",
          status,
          retryable: false,
        },
      ),
    ),
  ],
};
