// The API requests that a page has under way, so that nobody has to guess how long they take.

import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";

// Time on the wall that no request here takes, unless in vain.
const PATIENCE = 20_000;

export class Traffic {
  #console;
  #underWay = new Set();
  #made = new Map();

  constructor(page, console) {
    this.#console = console;
    page.on("request", (request) => {
      const company = companyOf(request);
      if (!company) return;
      this.#underWay.add(request);
      this.#made.set(company, (this.#made.get(company) ?? 0) + 1);
    });
    for (const name of ["requestfinished", "requestfailed"]) {
      page.on(name, (request) => this.#underWay.delete(request));
    }
  }

  /**
   * Waits for all requests to end, and says whether there were any. Those that never end are under
   * way for as long as they like, once the console knows of them: while `mayHang` says so.
   */
  async ends(mayHang) {
    if (!this.#underWay.size) return false;
    const deadline = Date.now() + PATIENCE;
    // How many have arrived is only known once all have.
    while (this.#underWay.size && !((await this.#haveArrived()) && (await mayHang()))) {
      assert.ok(Date.now() < deadline, "a request did not end");
      await sleep(2);
    }
    return true;
  }

  async #haveArrived() {
    for (const request of this.#underWay) {
      const company = companyOf(request);
      if ((await this.#console.requests(company)).length < this.#made.get(company)) return false;
    }
    return true;
  }
}

const companyOf = (request) => /\/tenants\/([^/]+)\//.exec(request.url())?.[1];
