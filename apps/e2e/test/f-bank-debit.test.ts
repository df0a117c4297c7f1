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

test("F44 C38: a bank debit is on its way for days, held by nobody, then held", { timeout: 120_000 }, async () => {
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
  await theBrand.milestones.releasePart.mutate({ ...key(), id, amount: 10_000n, ...usd, expectedHeld: 40_000n });
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
  await brand.getByLabel("Email").fill("finance@example.test");
  await brand.getByLabel("Card number").fill("4000000000000077");
  await brand.getByLabel("Expiry (MM/YY)").fill("12/34");
  await brand.getByLabel("Security code").fill("123");
  await brand.getByRole("button", { name: /^Pay / }).click();
  await brand.getByText("Repaid", { exact: true }).waitFor();
  await waitFor("the debt to be gone", async () => {
    const view = await theBrand.milestones.get.query({ id });
    return view.owed === 0n || null;
  });
});
