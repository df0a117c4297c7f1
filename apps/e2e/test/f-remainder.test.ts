import { randomUUID } from "node:crypto";
import { payOnHostedPage, waitFor } from "@evenshare/dev";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { arrangeAgreed, arrangePair, type Pair } from "../src/journey/arrange";
import { waitForState } from "../src/journey/milestone-steps";
import { openPortal, signIn } from "../src/portal/open-portal";
import { waitForMail } from "../src/world/outside";

const world = inject("world");
const gbp = { currency: "GBP" } as const;
const key = () => ({ commandKey: randomUUID() });
const inDialog = (page: Page) => page.getByRole("dialog");
let browser: Browser;
let pair: Pair;
let brand: Page;
let producer: Page;

beforeAll(async () => {
  browser = await chromium.connect(world.browser);
  pair = await arrangePair(world, "Rest Brand", "Rest Producer");
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

/** A milestone of £500.00 with all of it held. */
async function arrangeFunded(title: string): Promise<string> {
  const id = await arrangeAgreed(pair, { title, amount: 50_000n, ...gbp });
  const { api, person } = pair.brand;
  const { checkoutUrl } = await api.milestones.fund.mutate({ ...key(), id, amount: 50_000n, ...gbp });
  await payOnHostedPage(checkoutUrl, { name: "Bo", email: person.email });
  await waitFor("the money to be held", async () => {
    const { state } = await api.milestones.get.query({ id });
    return state === "funded" || null;
  });
  return id;
}

const view = (id: string) => pair.brand.api.milestones.get.query({ id });

test("F52: a part is released, and the rest rolls into the next milestone once the producer agrees", {
  timeout: 180_000,
}, async () => {
  const first = await arrangeFunded("Spring boxes");
  const next = await arrangeAgreed(pair, { title: "Summer boxes", amount: 50_000n, ...gbp });
  await brand.goto(`/milestones/${first}`);
  await brand.getByRole("button", { name: "Release a part" }).click();
  await inDialog(brand).getByLabel("Amount to release").fill("200");
  await inDialog(brand)
    .getByRole("radio", { name: /rolls into another milestone/ })
    .check();
  await inDialog(brand)
    .getByLabel("Into", { exact: true })
    .selectOption({ label: "Summer boxes, which lacks £500.00" });
  await inDialog(brand).getByRole("button", { name: "Release £200.00" }).click();
  await brand.getByText("You offer: £300.00 rolls into “Summer boxes”").waitFor();

  await waitForMail(
    world,
    pair.producer.person.email,
    /Please answer an offer about held money: Spring boxes/,
  );
  await producer.goto(`/milestones/${first}`);
  await producer.getByText("Rest Brand offers: £300.00 rolls into “Summer boxes”").waitFor();
  await waitFor("the part to have arrived", async () => (await view(first)).money.inFlight === 0n || null);
  await producer.getByRole("button", { name: "Answer the offer" }).click();
  await inDialog(producer).getByText("Held for “Summer boxes” instead").waitFor();
  await inDialog(producer).getByRole("button", { name: "Agree", exact: true }).click();
  await waitForState(producer, "Released");
  await waitForState(brand, "Released");

  await brand.goto(`/milestones/${next}`);
  await waitForState(brand, "Partly funded");
  await brand.getByText("Came from another milestone").waitFor();
  expect((await view(next)).money).toMatchObject({ held: 30_000n, feeHeld: 1_500n, toFund: 20_000n });
  expect((await view(first)).money).toMatchObject({
    held: 0n,
    feeHeld: 0n,
    released: 20_000n,
    committed: 20_000n,
  });
  await waitForMail(world, pair.brand.person.email, /Held money rolled over: Spring boxes/);
});

test("F52: the rest goes back to the brand, seen at the provider, in the held funds and in both mailboxes", {
  timeout: 180_000,
}, async () => {
  const id = await arrangeFunded("Autumn boxes");
  const { api } = pair.brand;
  const before = (await api.heldFunds.get.query()).totals.find(({ currency }) => currency === "GBP");
  await api.milestones.releasePart.mutate({ ...key(), id, amount: 20_000n, ...gbp, expectedHeld: 50_000n });
  await waitFor("the part to have arrived", async () => (await view(id)).money.inFlight === 0n || null);

  await producer.goto(`/milestones/${id}`);
  await producer.getByRole("button", { name: "Roll over or return" }).click();
  await inDialog(producer).getByRole("radio", { name: "It goes back to Rest Brand" }).check();
  await inDialog(producer).getByText("£300.00 is no longer held for you then").waitFor();
  await inDialog(producer).getByRole("button", { name: "Offer it to Rest Brand" }).click();
  await producer.getByText("You offer: £300.00 goes back to Rest Brand").waitFor();

  await brand.goto(`/milestones/${id}`);
  await brand.getByRole("button", { name: "Answer the offer" }).click();
  await inDialog(brand)
    .getByText(/The payment provider keeps £\d+\.\d\d of its charge/)
    .waitFor();
  await inDialog(brand).getByText("£315.00").waitFor();
  await inDialog(brand).getByRole("button", { name: "Agree", exact: true }).click();
  await waitForState(brand, "Released");
  await waitForState(producer, "Released");
  await brand
    .getByRole("region", { name: "Returned and rolled over" })
    .getByText("Returned", { exact: true })
    .waitFor();
  expect((await view(id)).refunds).toMatchObject([{ amount: 30_000n, fee: 1_500n, status: "succeeded" }]);

  const inspector = await fetch(world.sandbox);
  expect(await inspector.text()).toContain("315.00");
  const after = (await api.heldFunds.get.query()).totals.find(({ currency }) => currency === "GBP");
  expect(after).toMatchObject({
    held: (before?.held ?? 0n) - 50_000n,
    refunded: (before?.refunded ?? 0n) + 30_000n,
    released: (before?.released ?? 0n) + 20_000n,
  });
  await waitForMail(world, pair.brand.person.email, /Money was returned to you: Autumn boxes/);
  await waitForMail(world, pair.producer.person.email, /Money was returned to the brand: Autumn boxes/);
});
