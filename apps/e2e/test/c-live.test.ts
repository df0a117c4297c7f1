import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { arrangePair, arrangeSubmitted, type Pair } from "../src/journey/arrange";
import { waitForState } from "../src/journey/milestone-steps";
import { openPortal, signIn } from "../src/portal/open-portal";

const world = inject("world");
let browser: Browser;
let pair: Pair;
let brand: Page;
let producer: Page;

beforeAll(async () => {
  browser = await chromium.connect(world.browser);
  pair = await arrangePair(world, "Live Brand", "Live Producer");
  brand = (await openPortal(browser, world.brand)).page;
  producer = (await openPortal(browser, world.producer)).page;
  await signIn(brand, pair.brand.person.email, pair.brand.person.password);
  await signIn(producer, pair.producer.person.email, pair.producer.person.password);
});

afterAll(async () => {
  await browser.close();
});

test("what the brand releases shows in the producer's open page, which is not loaded again", async () => {
  const id = await arrangeSubmitted(pair, "Seen at once", 40_000n);
  await producer.goto(`/milestones/${id}`);
  await waitForState(producer, /In review/);
  await producer.evaluate(() => document.body.setAttribute("data-same-page", "yes"));
  await brand.goto(`/milestones/${id}`);
  await brand.getByRole("button", { name: "Release £400.00" }).click();
  await brand
    .getByRole("dialog")
    .getByRole("button", { name: /^Release/ })
    .click();
  await waitForState(producer, "Released");
  await waitForState(brand, "Released");
  expect(await producer.locator("body").getAttribute("data-same-page")).toBe("yes");
});

test("a double click on release is one release", async () => {
  const id = await arrangeSubmitted(pair, "Clicked twice", 25_000n);
  await brand.goto(`/milestones/${id}`);
  await brand.getByRole("button", { name: "Release £250.00" }).click();
  await brand
    .getByRole("dialog")
    .getByRole("button", { name: /^Release/ })
    .dblclick();
  await waitForState(brand, "Released");
  const { releases, money } = await pair.brand.api.milestones.get.query({ id });
  expect(releases.map(({ gross }) => gross)).toEqual([25_000n]);
  expect(money.released).toBe(25_000n);
});

test("an amount that cannot be released says so at its field, and nothing is released", async () => {
  const id = await arrangeSubmitted(pair, "Typed wrongly", 30_000n);
  await brand.goto(`/milestones/${id}`);
  await brand.getByRole("button", { name: "Release a part" }).click();
  const dialog = brand.getByRole("dialog");
  const amount = dialog.getByLabel("Amount to release");
  const wrong = [
    ["0", "Enter an amount above zero."],
    ["-5", "Enter an amount above zero, without a minus sign."],
    ["1.234", "GBP has 2 decimals. Enter no more than that."],
    ["300.01", "The most you can enter is £300.00."],
    ["a lot", "This is not an amount."],
  ] as const;
  for (const [typed, sentence] of wrong) {
    await amount.fill(typed);
    await amount.press("Enter");
    await dialog.getByText(sentence).waitFor();
    expect(await amount.getAttribute("aria-invalid")).toBe("true");
  }
  const { money } = await pair.brand.api.milestones.get.query({ id });
  expect(money).toMatchObject({ held: 30_000n, released: 0n });
});
