import { demoPassword } from "@evenshare/dev";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openPortal, signIn } from "../src/portal/open-portal";
import { findPlaces, type Places } from "../src/portal/seeded-pages";

const world = inject("world");
let browser: Browser;
let places: Places;

beforeAll(async () => {
  browser = await chromium.connect(world.browser);
  places = await findPlaces(world);
});

afterAll(async () => {
  await browser.close();
});

const maggiesPages = (): string[] => {
  const milestone = `/milestones/${places.milestone("Dinner plates, first firing")}`;
  const partnership = `/partnerships/${places.partnership("Tableware for the Mill")}`;
  const tabs = ["/milestones", "/agreement", "/audit", "/milestones/new"].map((tab) => partnership + tab);
  return [milestone, `${milestone}/edit`, partnership, ...tabs];
};

test.each([
  ["brand", "maggie@gasthaus.example", "jule@northlight.example"],
  ["producer", "rosa@kilnandclay.example", "ada@studioada.example"],
] as const)("F2: addresses of others in the %s portal lead to nothing", async (portal, theirs, stranger) => {
  const [owner, other] = await Promise.all([
    openPortal(browser, world[portal]),
    openPortal(browser, world[portal]),
  ]);
  await Promise.all([signIn(owner.page, theirs, demoPassword), signIn(other.page, stranger, demoPassword)]);
  for (const path of maggiesPages()) {
    await owner.page.goto(path);
    await owner.page.locator("main h1").waitFor();
    expect(await owner.page.getByText("There is nothing for you at this address.").count()).toBe(0);
    await other.page.goto(path);
    await other.page.getByText("There is nothing for you at this address.").waitFor();
  }
  await Promise.all([owner.context.close(), other.context.close()]);
});

test("F2: a file opens for both parties and for nobody else", async () => {
  const { page, context } = await openPortal(browser, world.brand);
  await signIn(page, "maggie@gasthaus.example", demoPassword);
  await page.goto(`/milestones/${places.milestone("Dinner plates, first firing")}`);
  const href = await page.getByRole("link", { name: "dishwasher-report.pdf" }).getAttribute("href");
  expect((await page.request.get(href ?? "")).status()).toBe(200);
  await context.close();

  const stranger = await openPortal(browser, world.brand);
  await signIn(stranger.page, "jule@northlight.example", demoPassword);
  expect((await stranger.page.request.get(href ?? "")).status()).toBe(404);
  await stranger.context.close();
});

test("F1: who belongs to both portals crosses without signing in, and the link works once", async () => {
  const { page, context } = await openPortal(browser, world.brand);
  await signIn(page, "edda@steinbooks.example", demoPassword);
  const crossing = page.waitForRequest((request) => request.url().includes("/handover?token="));
  await page.getByRole("button", { name: /^Organization: Gasthaus Group/ }).click();
  await page.getByRole("menuitem", { name: /Wiesen Farm/ }).click();
  const link = (await crossing).url();
  await page.getByRole("button", { name: /^Organization: Wiesen Farm/ }).waitFor();
  expect(page.url()).toBe(`${world.producer}/`);

  const thief = await openPortal(browser, world.producer);
  await thief.page.goto(link);
  await thief.page.getByRole("heading", { name: "This link does not work any more" }).waitFor();
  await thief.page.goto("/");
  await thief.page.waitForURL(/\/sign-in/);
  await Promise.all([context.close(), thief.context.close()]);
});
