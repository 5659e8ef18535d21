// The fault matrix: everything that may go wrong around a card, and what the card then does.
// docs/reliability.md is written from it.

import { describe } from "node:test";

import { groups } from "./reliability/groups.js";
import { Scene } from "./reliability/scene.js";
import { title } from "./reliability/table.js";
import { suite } from "./support/suite.js";

const test = suite({ keepAlive: false });

// Cases wait for the network and for one another's pages more than they compute.
describe("the fault matrix", { concurrency: 4 }, () => {
  for (const group of groups) {
    for (const [index, { run, options = {} }] of group.cases.entries()) {
      test(title(group, index), { shares: !options.alone, ...options }, async (tools) => {
        const scene = new Scene(tools);
        await run(scene);
        if (!options.alone) await scene.leave();
      });
    }
  }
});
