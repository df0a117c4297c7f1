import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { acceptPartnerInvitation, invitationLink, invitePartner } from "../src/journey/invitation-steps";
import {
  acceptAgreement,
  agree,
  askForChanges,
  goToPayment,
  payWith,
  proposeMilestone,
  releasePart,
  submitWork,
  waitForState,
} from "../src/journey/milestone-steps";
import { newcomer, setUpPayouts, signUp } from "../src/journey/newcomers";
import { openPortal } from "../src/portal/open-portal";
import { passDays, readMails, waitForMail } from "../src/world/outside";

const world = inject("world");
/** Nobody else has money in it, so the inspector's line is this journey's. */
const currency = "CHF";
const bella = newcomer("Bella", "Mill Kitchens");
const piet = newcomer("Piet", "Fenland Bakery");

let browser: Browser;
let brand: Page;
let producer: Page;
let partnershipId: string;
let milestoneId: string;
const trouble: (readonly string[])[] = [];

beforeAll(async () => {
  browser = await chromium.connect(world.browser);
  const opened = await Promise.all([openPortal(browser, world.brand), openPortal(browser, world.producer)]);
  [brand, producer] = [opened[0].page, opened[1].page];
  trouble.push(...opened.map((portal) => portal.trouble.found));
});

afterAll(async () => {
  await browser.close();
});

/** What the inspector says of this journey's money, in the order of its columns. */
async function readInspector(): Promise<number[]> {
  const { page, context } = await openPortal(browser, world.sandbox);
  await page.goto("/");
  const cells = await page.locator(`tr[data-currency="${currency.toLowerCase()}"] td`).allInnerTexts();
  await context.close();
  return cells.map((text) => Math.round(Number(text.replace(/[^\d.-]/g, "")) * 100));
}

/** A figure of the held-funds screen, in minor units, by the words before it. */
async function readHeldFunds(term: string): Promise<number> {
  await brand.goto("/held-funds");
  const figure = brand.locator("dt", { hasText: term }).locator("xpath=following-sibling::dd[1]");
  const amount = /[\d,]+\.\d\d/.exec((await figure.first().textContent()) ?? "")?.[0] ?? "";
  return Math.round(Number(amount.replaceAll(",", "")) * 100);
}

test("F1: both sign up in their own portal and found an organization", async () => {
  await Promise.all([signUp(brand, bella), signUp(producer, piet)]);
  await setUpPayouts(producer, piet);
});

test("a partnership is proposed and its agreement accepted", async () => {
  await invitePartner(brand, {
    email: piet.email,
    title: "Bread for the mill",
    currency,
    feeBearer: /^You, beside the amount/,
  });
  partnershipId = await acceptPartnerInvitation(producer, await invitationLink(world, piet.email));
  await acceptAgreement(producer, partnershipId);
});

test("F43: a milestone is drafted, proposed and agreed", async () => {
  milestoneId = await proposeMilestone(brand, partnershipId, {
    title: "Forty loaves",
    amount: "500",
    criteria: ["Forty loaves", "Crust of four millimetres"],
  });
  await agree(producer, milestoneId);
});

test("F44: a declined card changes nothing, a card with 3-D Secure funds the milestone", async () => {
  await goToPayment(brand, milestoneId);
  await payWith(brand, "4000 0000 0000 0002");
  await brand.getByRole("alert").waitFor();
  expect(await readHeldFundsElsewhere()).toBe(0);
  await payWith(brand, "4000 0000 0000 3220");
  await brand.getByRole("button", { name: "Complete" }).click();
  await brand.getByText("Your payment of CHF 525.00 has arrived").waitFor();
  await waitForState(brand, "Funded");
});

/** The held funds as another page of the same person sees them, while the first is at the payment page. */
async function readHeldFundsElsewhere(): Promise<number> {
  const other = await brand.context().newPage();
  await other.goto("/held-funds");
  await other.locator("h1").waitFor();
  const rows = await other.getByText("Forty loaves").count();
  await other.close();
  return rows;
}

test("F60: what the inspector holds is what the held-funds screen shows, to the cent", async () => {
  const [, , platform = 0, connected = 0, cards = 0, , fees = 0, banks = 0] = await readInspector();
  expect({ connected, banks }).toEqual({ connected: 0, banks: 0 });
  expect(cards).toBe((await readHeldFunds("Funded in all")) + (await readHeldFunds("Your fee beside it")));
  expect(platform).toBe(cards - fees);
});

test("F47: work is submitted with a file, sent back, and submitted again", async () => {
  await producer.goto(`/milestones/${milestoneId}`);
  await producer.getByRole("button", { name: "Start work" }).click();
  await waitForState(producer, "In progress");
  const buffer = Buffer.from("# Loaves\n\nForty of them, weighed.\n");
  await submitWork(producer, milestoneId, {
    note: "Baked this morning.",
    file: { name: "weights.md", mimeType: "text/markdown", buffer },
  });

  await brand.goto(`/milestones/${milestoneId}`);
  const [download] = await Promise.all([
    brand.waitForEvent("download"),
    brand.getByRole("link", { name: "weights.md" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("weights.md");
  await askForChanges(brand, "Crust of four millimetres", "Three at most.");

  await waitForState(producer, "Changes asked for");
  await submitWork(producer, milestoneId, { note: "Baked longer." });
  await waitForState(brand, "In review · version 2");
});

test("F60: a part is released, the rest stays held, and both sums agree with the inspector", async () => {
  await releasePart(brand, "200");
  await brand
    .getByText(/held\s*CHF\s*300\.00/)
    .first()
    .waitFor();
  await waitForMail(world, piet.email, /released/i);
  const held = await readHeldFunds("Held");
  expect(held).toBe(30_000);
  const [, , , connected = 0, cards = 0, , , banks = 0] = await readInspector();
  expect(connected + banks).toBe(20_000);
  const earned = 1_000;
  expect(cards - connected - banks).toBe(held + (await readHeldFunds("Your fee beside it")) + earned);
});

test("F49: the clock releases the rest, and the payouts arrive", { timeout: 120_000 }, async () => {
  await producer.goto(`/milestones/${milestoneId}`);
  await passDays(world, 14);
  await waitForState(producer, "Released");
  await producer.goto("/payouts");
  await producer
    .getByText(/^expected/)
    .nth(1)
    .waitFor();
  await passDays(world, 5);
  await producer
    .getByText(/^arrived/)
    .nth(1)
    .waitFor();
  const [, , , connected = 0, , , , banks = 0] = await readInspector();
  expect({ connected, banks }).toEqual({ connected: 0, banks: 50_000 });
});

test("F123: every mail of the way is in the inbox, once", async () => {
  await waitForMail(world, piet.email, /arrived|paid/i);
  const { page, context } = await openPortal(browser, world.inbox);
  for (const person of [bella, piet]) {
    const subjects = await readMails(world, person.email);
    await page.goto(`/?to=${encodeURIComponent(person.email)}`);
    for (const subject of new Set(subjects)) await page.getByText(subject).first().waitFor();
    const once = subjects.filter((subject) => !/remind|release|paid|payout|way/i.test(subject));
    expect(once.length).toBe(new Set(once).size);
  }
  await context.close();
  expect(trouble.flat().filter((line) => !line.includes("status of 402"))).toEqual([]);
});
