import { randomUUID } from "node:crypto";
import { waitFor } from "@evenshare/dev";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { arrangeAgreed, arrangePair, type Pair } from "../src/journey/arrange";
import { fundFromBank } from "../src/journey/bank-steps";
import { waitForState } from "../src/journey/milestone-steps";
import { openPortal, signIn } from "../src/portal/open-portal";
import { passDays, waitForMail } from "../src/world/outside";

const world = inject("world");
let browser: Browser;
let pair: Pair;
let brand: Page;
let producer: Page;

beforeAll(async () => {
  browser = await chromium.connect(world.browser);
  pair = await arrangePair(world, "Dollar Brand", "Dollar Producer", "USD");
  [brand, producer] = await Promise.all([open("brand"), open("producer")]);
});

afterAll(async () => {
  await browser.close();
});

async function open(side: "brand" | "producer"): Promise<Page> {
  const { page } = await openPortal(browser, world[side]);
  await signIn(page, pair[side].person.email, pair[side].person.password);
  return page;
}

const key = () => ({ commandKey: randomUUID() });
const usd = { currency: "USD" } as const;

test("F44 C38: a bank debit is on its way for days, held by nobody, then held", {
  timeout: 120_000,
}, async () => {
  const id = await arrangeAgreed(pair, { title: "Paid by debit", amount: 40_000n, ...usd });
  await fundFromBank(brand, id, "pays");
  await producer.goto(`/milestones/${id}`);
  await producer.getByText("US$400.00 is on its way by bank debit, and not held yet").waitFor();
  await waitForState(producer, "Agreed, not funded");
  expect(await producer.getByRole("button", { name: "Start work" }).count()).toBe(0);
  await waitForMail(world, pair.producer.person.email, /on its way, please wait: Paid by debit/);

  await passDays(world, 2);
  await waitForState(brand, "Funded");
  await waitForState(producer, "Funded");
  await waitForMail(world, pair.producer.person.email, /is held: Paid by debit/);
});

test("F95 C26: a debit that is returned late freezes exactly what it should, and both read why", {
  timeout: 120_000,
}, async () => {
  const id = await arrangeAgreed(pair, { title: "Returned late", amount: 40_000n, ...usd });
  await fundFromBank(brand, id, "isReturned");
  await passDays(world, 2);
  await waitForState(brand, "Funded");
  const [{ api: theBrand }, { api: theProducer }] = [pair.brand, pair.producer];
  await theProducer.milestones.start.mutate({ ...key(), id });
  await theBrand.milestones.releasePart.mutate({
    ...key(),
    id,
    amount: 10_000n,
    ...usd,
    expectedHeld: 40_000n,
  });
  await passDays(world, 8);

  await waitForState(brand, "Funding failed");
  const { money, owed } = await theBrand.milestones.get.query({ id });
  expect(money).toMatchObject({ held: 0n, released: 10_000n, feeHeld: 0n });
  await brand.getByRole("heading", { name: "A bank debit was returned" }).waitFor();
  await waitForMail(world, pair.brand.person.email, /taken back, please act: Returned late/);
  await waitForMail(world, pair.producer.person.email, /taken back, please wait: Returned late/);

  await producer.goto("/holds");
  await producer.getByRole("button", { name: "Object to this hold" }).click();
  await producer.getByRole("dialog").getByLabel("Why it is wrong").fill("Our bank sees no return.");
  await producer.getByRole("dialog").getByRole("button", { name: "Send the objection" }).click();
  await brand.getByText("Our bank sees no return.").waitFor();

  expect(owed).toBeGreaterThan(10_000n);
  await brand.getByRole("button", { name: /^Repay US\$/ }).click();
  await brand.getByRole("dialog").getByRole("button", { name: /^Pay / }).click();
  await payByCard("4000000000000077");
  await brand.getByText("Repaid", { exact: true }).waitFor();
  await waitFor("the debt to be gone", async () => {
    const view = await theBrand.milestones.get.query({ id });
    return view.owed === 0n || null;
  });
});

test("F45 C23: one click funds with a saved card, and one that wants its holder is paid once, on the provider's page", {
  timeout: 120_000,
}, async () => {
  await brand.goto("/payment-methods");
  await saveCard("4242424242424242", false);
  await brand.getByRole("button", { name: /^Set the limit of Visa/ }).click();
  await brand.getByRole("dialog").getByLabel("Currency").selectOption("USD");
  await brand.getByRole("dialog").getByLabel("Limit per month").fill("1,000.00");
  await brand.getByRole("dialog").getByRole("button", { name: "Set the limit" }).click();
  await brand.getByText("US$1,000.00").first().waitFor();

  const id = await arrangeAgreed(pair, { title: "With one click", amount: 30_000n, ...usd });
  await chooseSaved(id, "ending in 4242");
  await waitForState(brand, "Funded");

  await brand.goto("/payment-methods");
  await saveCard("4000002760003184", true);
  await brand.getByRole("button", { name: /^Set the limit of Visa ending in 3184/ }).click();
  await brand.getByRole("dialog").getByLabel("Currency").selectOption("USD");
  await brand.getByRole("dialog").getByLabel("Limit per month").fill("1,000.00");
  await brand.getByRole("dialog").getByRole("button", { name: "Set the limit" }).click();
  await brand.getByRole("dialog").waitFor({ state: "detached" });
  const asked = await arrangeAgreed(pair, { title: "Asks its holder", amount: 30_000n, ...usd });
  await chooseSaved(asked, "ending in 3184");
  await payByCard("4000002760003184");
  await brand.getByRole("button", { name: "Complete authentication" }).click();
  await waitForState(brand, "Funded");
  const { fundings } = await pair.brand.api.milestones.get.query({ id: asked });
  expect(fundings).toMatchObject([{ status: "succeeded" }]);
});

/** Saves a card on the provider's page, and is back on the list. */
async function saveCard(number: string, challenged: boolean): Promise<void> {
  await brand.getByRole("button", { name: "Save a card or bank account" }).click();
  await brand.getByLabel("Card", { exact: true }).check();
  await brand.getByLabel("Email").fill("finance@example.test");
  await brand.getByLabel("Name of the card or account holder").fill("Bo");
  await brand.getByLabel("Card number").fill(number);
  await brand.getByLabel("Expiry (MM/YY)").fill("12/34");
  await brand.getByLabel("Security code").fill("123");
  await brand.getByRole("button", { name: /^(Save|Pay)/ }).click();
  if (challenged) await brand.getByRole("button", { name: "Complete authentication" }).click();
  await brand.getByText("It is saved").waitFor();
}

async function chooseSaved(id: string, name: string): Promise<void> {
  await brand.goto(`/milestones/${id}`);
  await brand.getByRole("button", { name: /^Fund / }).click();
  await brand.getByRole("dialog").getByRole("radio", { name }).check();
  await brand.getByRole("dialog").getByRole("button", { name: /^Pay / }).click();
}

async function payByCard(number: string): Promise<void> {
  await brand.getByLabel("Email").fill("finance@example.test");
  await brand.getByLabel("Card number").fill(number);
  await brand.getByLabel("Expiry (MM/YY)").fill("12/34");
  await brand.getByLabel("Security code").fill("123");
  await brand.getByRole("button", { name: /^Pay / }).click();
}
