import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { invitationLink, inviteColleague, invitePartner } from "../src/journey/invitation-steps";
import { newcomer, signUp } from "../src/journey/newcomers";
import { findBarriers, overflowOf } from "../src/portal/check-page";
import { type OpenedPortal, openPortal, signIn, waitUntilShown } from "../src/portal/open-portal";
import { passDays } from "../src/world/outside";

const world = inject("world");
const markup = `<img src=x onerror="window.broken = 1">`;
/** As long as a name may be: markup, letters from right to left, an emoji of several parts, a word without an end. */
const oddName = `${markup} مطعم الواحة 👩🏽‍🍳 ${"Donaudampfschifffahrt".repeat(6)}`.slice(0, 120);
const odette = newcomer("Odette", oddName);
const otis = newcomer("Otis", "Odd & Sons <b>");
let browser: Browser;
let brand: Page;
let producer: Page;
const opened: OpenedPortal[] = [];

async function open(portal: "brand" | "producer"): Promise<Page> {
  const visitor = await openPortal(browser, world[portal]);
  opened.push(visitor);
  return visitor.page;
}

beforeAll(async () => {
  browser = await chromium.connect(world.browser);
  [brand, producer] = await Promise.all([open("brand"), open("producer")]);
  await Promise.all([signUp(brand, odette), signUp(producer, otis)]);
});

afterAll(async () => {
  await Promise.all(opened.map(({ context }) => context.close()));
  await browser.close();
});

/** On a phone and on a desk: as written, without running out of the window, and with nothing of it carried out. */
async function lookAtBoth(page: Page, path: string, words: string): Promise<void> {
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(path);
    await waitUntilShown(page);
    await page.getByRole("main").getByText(words).filter({ visible: true }).first().waitFor();
    expect(await overflowOf(page), `${path} at ${width}`).toBe(0);
    expect(await findBarriers(page, "all"), `${path} at ${width}`).toEqual([]);
    expect(await page.evaluate(() => Reflect.get(window, "broken"))).toBeUndefined();
  }
}

test("R15: names with markup, letters from right to left, emoji and no end are shown as they are, to both sides", {
  timeout: 180_000,
}, async () => {
  const title = `${markup} ${"Verpackungsmaschine".repeat(3)}`;
  await invitePartner(brand, {
    email: otis.email,
    title: "Odd labels",
    currency: "EUR",
    feeBearer: /^You, beside the amount/,
  });
  await lookAtBoth(brand, "/settings", oddName);
  await lookAtBoth(brand, "/", "Needs you");
  await lookAtBoth(producer, "/partnerships", oddName);
  await producer.getByRole("button", { name: /^Accept the invitation of/ }).click();
  await producer.waitForURL(/\/agreement$/);
  const partnership = new URL(producer.url()).pathname.replace("/agreement", "");
  for (const page of [brand, producer]) await lookAtBoth(page, partnership, "مطعم الواحة");
  await brand.goto(`${partnership}/milestones/new`);
  await brand.getByLabel("Title").fill(title);
  await brand.getByLabel("Amount").fill("100");
  await brand.getByLabel("Criterion 1", { exact: true }).fill(title);
  await brand.getByRole("button", { name: "Save the draft" }).click();
  await brand.waitForURL(/\/milestones\/[0-9a-f-]{36}$/);
  await lookAtBoth(brand, new URL(brand.url()).pathname, title);
});

test("R15: a form that is sent twice does it once", async () => {
  const page = await open("producer");
  const twice = newcomer("Tova", "Once Only");
  await page.goto("/sign-up");
  await page.getByLabel("Your name").fill(twice.name);
  await page.getByLabel("E-mail address").fill(twice.email);
  await page.getByLabel("Password").fill(twice.password);
  await page.getByRole("button", { name: "Create account" }).dblclick();
  await page.getByLabel("Name of the organization").fill(twice.organization);
  await page.getByLabel("Country").selectOption("GB");
  await page.getByRole("button", { name: "Create organization" }).dblclick();
  await page.getByRole("button", { name: /^Organization: Once Only/ }).click();
  const organizations = page.getByRole("menu").getByText("Once Only", { exact: true });
  await organizations.first().waitFor();
  expect(await organizations.count()).toBe(1);
});

test("R15: the way back after signing out shows the sign-in page and nothing of what was there", async () => {
  await producer.setViewportSize({ width: 1280, height: 900 });
  await producer.goto("/partnerships");
  await producer.getByRole("heading", { level: 1 }).waitFor();
  await producer.getByRole("button", { name: "Account of Otis" }).click();
  await producer.getByRole("menuitem", { name: "Sign out" }).click();
  await producer.waitForURL(/\/sign-in/);
  await producer.goBack();
  await producer.getByRole("heading", { name: "Sign in" }).waitFor();
  await producer.waitForURL(/\/sign-in/);
  expect(await producer.getByText("مطعم الواحة").count()).toBe(0);
});

test("F5: an invitation that has run out says so, and sent again it opens", async () => {
  const late = newcomer("Lena", oddName);
  await inviteColleague(brand, late.email, "Viewer");
  const link = await invitationLink(world, late.email);
  await passDays(world, 31);
  const invited = await open("brand");
  await invited.goto(link);
  await invited.getByText("This invitation has run out: it was good for 30 days.").waitFor();
  await signIn(brand, odette.email, odette.password);
  await brand.goto("/settings/team");
  await brand.getByRole("row", { name: new RegExp(`${late.email}.*Run out`) }).waitFor();
  await brand.getByRole("button", { name: `Send again to ${late.email}` }).click();
  await invited.goto(await invitationLink(world, late.email, link));
  await invited.getByRole("button", { name: /^Create account/ }).waitFor();
});

test("nothing on the way complained", () => {
  const complaints = opened.flatMap(({ trouble }) => trouble.found);
  expect(complaints.filter((line) => !/status of 4\d\d/.test(line))).toEqual([]);
});
