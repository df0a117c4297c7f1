import { randomUUID } from "node:crypto";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { arrangePair, type Pair } from "../src/journey/arrange";
import { findBarriers, overflowOf } from "../src/portal/check-page";
import { type OpenedPortal, openPortal, signIn, waitUntilShown } from "../src/portal/open-portal";
import { readMail } from "../src/world/mail-links";
import { waitForMail } from "../src/world/outside";

const world = inject("world");
const title = "Harvest film income";
let browser: Browser;
let pair: Pair;
let brand: OpenedPortal;
let producer: OpenedPortal;

beforeAll(async () => {
  browser = await chromium.connect(world.browser);
  pair = await arrangePair(world, "Share Brand", "Share Producer");
  [brand, producer] = await Promise.all([open("brand"), open("producer")]);
});

afterAll(async () => {
  await browser.close();
});

async function open(side: "brand" | "producer"): Promise<OpenedPortal> {
  const opened = await openPortal(browser, world[side]);
  await signIn(opened.page, pair[side].person.email, pair[side].person.password);
  return opened;
}

/** Nothing is wider than the window, and nobody is kept out, on a phone and on a wide screen, light and dark. */
async function expectReadable(page: Page): Promise<void> {
  await waitUntilShown(page);
  for (const { width, theme } of [
    { width: 360, theme: "dark" },
    { width: 1440, theme: "light" },
  ] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 900 });
    // What the bar at the bottom of a phone covers in the middle of a page is a scroll away.
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.waitForFunction(() =>
      document.getAnimations().every(({ playState }) => playState !== "running"),
    );
    expect(await overflowOf(page), `${page.url()} at ${width}`).toBe(0);
    expect(await findBarriers(page, "all"), `${page.url()} at ${width}`).toEqual([]);
  }
}

test("F24 F25: a brand proposes 70/30, the producer reads the mail and accepts, both see it active", {
  timeout: 180_000,
}, async () => {
  const { page } = brand;
  await page.goto("/shares");
  await page.getByRole("heading", { name: "Revenue shares" }).waitFor();
  await page.getByRole("link", { name: "Propose a revenue share" }).click();

  // What is missing is said at its field, and nothing is proposed.
  await page.getByLabel("Title").waitFor();
  await page.getByRole("button", { name: "Propose it" }).click();
  const summary = page.getByRole("alert");
  await summary.getByText("The title is missing.").waitFor();
  await summary.getByText("The producers are missing.").waitFor();
  await summary.getByText("The items name no item.").waitFor();

  await page.getByLabel("Title").fill(title);
  await page.getByRole("checkbox", { name: "Share Producer" }).check();
  await page.getByRole("button", { name: "70/30" }).click();
  expect(await page.getByLabel("Share Producer, in percent").inputValue()).toBe("70");
  expect(await page.getByLabel("You, in percent").inputValue()).toBe("30");

  // A split that does not sum to 100 % is refused at its tier.
  await page.getByLabel("You, in percent").fill("29.99");
  await page.getByText("Together 99.99%; it must be exactly 100%.").waitFor();
  await page.getByLabel("Items, one per line").fill("BOX-1\nBOX-2\nBOX-2");
  await page.getByText("2 items. Repeated ones count once.").waitFor();
  await page.getByRole("button", { name: "Propose it" }).click();
  await summary.getByText("The rates sum to 99.99%, not to 100%.").waitFor();
  await page.getByLabel("You, in percent").fill("30");

  await page.getByText("Agreed with Share Producer alone").click();
  await page.getByLabel("Floor per period").fill("1,250.50");
  await page.getByLabel("Reserve, in percent").fill("25");
  await page.getByText("The reserve of Share Producer is above 20%").waitFor();
  await expectReadable(page);
  await page.getByRole("button", { name: "Propose it" }).click();
  await page.getByRole("heading", { name: title }).waitFor();
  await page.getByText("Waiting for Share Producer").waitFor();
  await expectReadable(page);

  const subject = /^Please answer: Share Brand proposes a revenue share$/;
  await waitForMail(world, pair.producer.person.email, subject);
  const mail = await readMail(world, pair.producer.person.email, subject);
  const [, path = ""] = /(\/shares\/[0-9a-f-]{36})/.exec(mail.text) ?? [];
  expect(new URL(page.url()).pathname).toBe(path);

  const other = producer.page;
  await other.goto("/");
  const need = other.getByRole("listitem").filter({ hasText: "Answer the revenue share" });
  await need.getByRole("link", { name: title }).click();
  expect(new URL(other.url()).pathname).toBe(path);
  await other.getByText("Your answer to version 1 is asked for").waitFor();
  await other.getByText("70%", { exact: true }).first().waitFor();
  await other.getByText(/At least £1,250\.50 is earned in each whole period/).waitFor();
  await expectReadable(other);
  await other.getByRole("button", { name: "Accept", exact: true }).click();
  await other.getByRole("dialog").getByRole("button", { name: "Accept the terms" }).click();
  await other.getByText("Active", { exact: true }).first().waitFor();
  // The brand's page was open all the time.
  await page.getByText("Active", { exact: true }).first().waitFor();
  await page.getByRole("list", { name: "Answers to version 1" }).getByText("accepted").first().waitFor();
  await waitForMail(world, pair.brand.person.email, /^Active: the revenue share Harvest film income$/);
  await waitForMail(world, pair.producer.person.email, /^Active: the revenue share Harvest film income$/);

  // From the partnership it is one click away.
  await other.goto(`/partnerships/${pair.partnershipId}`);
  await other.getByRole("link", { name: title }).click();
  await other.getByRole("heading", { name: title }).waitFor();
  expect([...brand.trouble.found, ...producer.trouble.found]).toEqual([]);
});

test("F25: other terms are a new version; the producer declines them with a reason, and what is in force stays", {
  timeout: 180_000,
}, async () => {
  const { items } = await pair.brand.api.shares.list.query({});
  const id = items.find((share) => share.title === title)?.id ?? randomUUID();
  const { page } = brand;
  await page.goto(`/shares/${id}`);
  await page.getByRole("link", { name: "Propose other terms" }).click();
  await page.getByRole("button", { name: "50/50" }).click();
  await expectReadable(page);
  await page.getByRole("button", { name: "Propose this version" }).click();
  await page.getByText("Waiting for Share Producer").waitFor();

  const other = producer.page;
  await other.goto(`/shares/${id}`);
  await other.getByRole("button", { name: "Decline" }).click();
  await other.getByRole("dialog").getByLabel("Reason").fill("Seventy was agreed");
  await other.getByRole("dialog").getByRole("button", { name: "Decline" }).click();
  await other.getByText("Active", { exact: true }).first().waitFor();
  await page.getByText("“Seventy was agreed”").waitFor({ state: "attached" });
  await waitForMail(world, pair.brand.person.email, /^Share Producer declined: Harvest film income$/);
  const share = await pair.brand.api.shares.get.query({ id });
  expect(share.versions.map(({ status }) => status)).toEqual(["declined", "active"]);
  expect(share.versions[1]?.terms).toMatchObject({
    items: ["BOX-1", "BOX-2"],
    share: { tiers: [{ upTo: null, ratesBp: { "share-producer": 7_000, brand: 3_000 } }] },
    payees: { "share-producer": { floor: { amount: "1250.50" }, reserve: { rateBp: 2_500 } } },
  });
});
