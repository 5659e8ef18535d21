// Functions that give tokens.

import assert from "node:assert/strict";

/** Has the featured card ask a function for its token; the page counts how often. */
const withProvider = (page, tenant, token) =>
  page.evaluate(
    ([tenant, token]) => {
      const tokenProvider = () => {
        window.requested = (window.requested ?? 0) + 1;
        return token;
      };
      window.portal.update({ featured: { key: "one", tenant, tokenProvider } });
    },
    [tenant, token],
  );

export default [
  [
    "a token provider of the first render is asked, and its token sent",
    async ({ page, tenant, settles, console }) => {
      const company = await tenant();
      const token = await console.signIn();
      const sent = page.waitForRequest(/\/tenants\//);
      await withProvider(page, company, token);
      assert.equal((await sent).headers().authorization, `Bearer ${token}`);
      await settles("ready");
      assert.equal(await page.evaluate(() => window.requested), 1);
    },
  ],
  [
    "a token provider set late is asked at once where the first one's token was refused",
    async ({ page, tenant, settles, console }) => {
      const company = await tenant();
      await console.fault(company, [{ status: 401, times: 2 }, { body: { rows: 4 } }]);
      await withProvider(page, company, "refused");
      await settles("error");
      await withProvider(page, company, await console.signIn());
      await settles("ready");
    },
  ],
  [
    "another function at every render loads nothing anew",
    async ({ page, tenant, settles, console, card }) => {
      const company = await tenant();
      const token = await console.signIn();
      await withProvider(page, company, token);
      await settles("ready");
      for (let time = 0; time < 3; time++) await withProvider(page, company, token);
      await card.evaluate(() => new Promise((rendered) => setTimeout(rendered, 100)));
      assert.equal((await console.requests(company)).length, 1);
      assert.equal(await page.evaluate(() => window.requested), 1);
    },
  ],
];
