// The cases, in one engine: a session, a console and two web servers for all of them.

import assert from "node:assert/strict";
import { after, before as beforeAll, describe, test as nodeTest } from "node:test";

import { startConsole } from "../support/console.js";
import { DIST } from "../support/environment.js";
import { startHost } from "../support/host.js";
import { instrument } from "../support/instrument.js";
import { before } from "./before.js";
import { CASES } from "./cases.js";
import { ENGINES } from "./engines.js";
import { Scene } from "./scene.js";
import { startSession } from "./session.js";

/** Whether an engine has a feature that not all of them have. */
const has = {
  "forced colours": (_, engine) => engine.forceColors,
  "layout shifts": ({ run }) =>
    run(() => PerformanceObserver.supportedEntryTypes.includes("layout-shift")),
  paper: (_, engine) => engine.paper,
  moveBefore: ({ run }) => run(() => "moveBefore" in Element.prototype),
};

/** Has the engine of that name run all cases. */
export function check(name) {
  const engine = ENGINES[name];
  const servers = {};
  const tenants = { last: 1000 };
  let session;

  describe(name, () => {
    beforeAll(async () => {
      servers.other = await startHost({ folder: DIST });
      servers.console = await startConsole("--cors", servers.other.origin);
      const token = await servers.console.signIn();
      const behind = { console: servers.console.http, session: token };
      servers.portal = await startHost({ folder: DIST, ...behind });
      for (const site of [servers.portal, servers.other]) {
        site.put("/before.js", `(${instrument})();\n(${before})();`);
        site.put(
          "/expose.js",
          'import * as licensing from "/licensing-card.js"; Object.assign(window, { licensing });',
        );
      }
      session = await startSession(engine);
    });

    after(async () => {
      await session?.stop();
      await Promise.all(Object.values(servers).map((server) => server.stop()));
    });

    /**
     * A case. One that `needs` something is left out where the engine lacks it. One that `wishes` for
     * something of the system has a session of its own where a running one cannot be told. Nothing may
     * be thrown at its pages, nor may an error be on their consoles, unless it `complains`.
     */
    const test = (title, options, body = options) => {
      const { needs, wishes = {}, complains = false } = options === body ? {} : options;
      const alone = Object.keys(wishes).some((wish) => !engine[wish]);
      nodeTest(title, { timeout: 90_000 }, async (t) => {
        const own = alone ? await startSession(engine, wishes) : session;
        const scene = new Scene({ session: own, engine, servers, tenants, t });
        try {
          if (needs && !(await has[needs](scene, engine))) return t.skip(`${name} has no ${needs}`);
          await body(scene);
          if (!complains) assert.deepEqual(await scene.complaints(), []);
        } finally {
          servers.portal.release();
          if (alone) await own.stop();
        }
      });
    };

    for (const cases of CASES) cases(test);
  });
}
