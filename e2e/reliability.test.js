// The fault matrix: everything that can go wrong around a card, and how the card reacts. A run prints it;
// docs/reliability.md has the rules.

import { describe } from "node:test";

import { groups, title } from "./reliability/groups.js";
import { Scene } from "./reliability/scene.js";
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
