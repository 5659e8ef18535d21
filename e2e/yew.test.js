// The Yew application of examples/yew-portal/, which has the card as a component.

import assert from "node:assert/strict";

import { YEW_PORTAL } from "./support/environment.js";
import { suite } from "./support/suite.js";

const test = suite({ folder: YEW_PORTAL });

test("a Yew application shows the card, hears of it and changes what it asks for", async ({
  page,
  portal,
  logged,
}) => {
  await page.goto(`${portal.origin}/index.html`);
  const card = page.locator("[part=card]");
  const status = page.locator("main > [role=status]");
  await page.getByText("11 machines, 1.93 instances").waitFor();
  assert.equal(await card.locator("[part=tenant]").innerText(), "Birchgate Logistics");
  assert.equal(await card.locator("tbody tr").count(), 2);
  assert.equal(await card.locator("[part=meter]").count(), 1);
  assert.equal(await card.getByRole("link", { name: "Order licenses" }).count(), 1);
  // The style is the card's own.
  const ground = await card.evaluate((card) => getComputedStyle(card).display);
  assert.equal(ground, "flex");

  await page.getByLabel("Language").selectOption("de");
  assert.equal(await card.getAttribute("lang"), "de");
  await page.getByLabel("Language").selectOption("ar");
  assert.equal(await card.getAttribute("dir"), "rtl");

  await page.getByLabel("Company").selectOption({ index: 1 });
  await card.locator("[part=notice][data-kind=empty]").waitFor();
  assert.match(await status.innerText(), /^0 machines/);
  assert.deepEqual(
    logged.filter(({ type }) => type !== "debug"),
    [],
  );
});
