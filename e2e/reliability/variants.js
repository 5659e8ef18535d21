// Most cases: a fault that the card reports, or one that it recovers from silently.

import { AGAIN, MENDED } from "./scene.js";

const asks = (requests) =>
  ({ 0: "Asks nobody", 1: "Asks once", 2: "Asks twice", 4: "Asks four times" })[requests] ??
  `Asks ${requests} times`;

/**
 * A fault that the card tells of, met first without numbers and then with some on screen. `answer` is
 * the console's fault, or several in turn; `requests`, how often it is asked until the card
 * says so.
 */
export function reported(fault, answer, { attributes, properties, pace, ...expected }) {
  const { kind, status, retryable = true, requests = 1 } = expected;
  const error = `\`${kind}\`${status ? ` with status ${status}` : ""}`;
  const button = retryable ? " and a retry button" : ", without a retry button";
  return {
    fault,
    card: `${asks(requests)}, then shows ${error}${button}; numbers on screen stay, marked \`stale\`. Either is mended by the next success`,
    async run(scene) {
      await scene.open();
      await scene.answers(...[answer].flat());
      await scene.load(attributes, properties, pace);
      await scene.shows("error", { ...expected, requests });
      await scene.mends(MENDED);
      await scene.keeps();
      await scene.answers(...[answer].flat());
      await scene.refresh(pace);
      await scene.shows("stale", { ...expected, requests });
      await scene.mends(AGAIN);
    },
  };
}

/** A fault that the card gets over without a word, also with numbers on screen. */
export function overcome(fault, answers, { requests, attributes, properties, pace }) {
  const all = [...answers, MENDED];
  return {
    fault,
    card: `${asks(requests)} and shows the numbers; no error is told`,
    async run(scene) {
      await scene.open();
      await scene.answers(...all);
      await scene.load(attributes, properties, pace);
      await scene.isWell({ machines: 8, requests });
      await scene.keeps();
      await scene.answers(...answers, AGAIN);
      await scene.refresh(pace);
      await scene.isWell({ machines: 12, requests });
    },
  };
}
