import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { z } from "zod";
import { enterPayee, newcomer, signUp } from "../src/journey/newcomers";
import { openPortal } from "../src/portal/open-portal";
import { controlSandbox, readSandbox, waitForMail } from "../src/world/outside";

const world = inject("world");
const mona = newcomer("Mona", "Loft Ceramics");
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await chromium.connect(world.browser);
  page = (await openPortal(browser, world.producer)).page;
  await signUp(page, mona);
});

afterAll(async () => {
  await browser.close();
});

const account = z.object({ object: z.object({ id: z.string(), email: z.string().nullish() }) });

async function accountId(): Promise<string> {
  const rows = z.array(account).parse(await readSandbox(world, "accounts"));
  const own = rows.find(({ object }) => object.email === mona.email);
  if (own === undefined) throw new Error("the provider has no account of hers");
  return own.object.id;
}

const badge = (word: string) => page.locator("h1 + span", { hasText: word });

test("F7: an onboarding left half-way says what is missing, and is taken up where it stopped", async () => {
  await page.goto("/onboarding");
  await page.getByRole("button", { name: "Set up payouts" }).click();
  await page.getByLabel("First name").waitFor();
  await page.goto("/onboarding?return=1");
  await page.getByText("Something is still missing").waitFor();
  await page.getByRole("paragraph").filter({ hasText: "A bank account to pay to" }).waitFor();
  await page.getByRole("button", { name: /^Provide.*Your date of birth/ }).click();
  await page.getByLabel("First name").waitFor();
  await page.goto("/onboarding");
  await page.getByRole("button", { name: "Go on" }).click();
  await enterPayee(page, mona);
  await badge("Ready").waitFor();
  await waitForMail(world, mona.email, /You can be paid/);
});

test("C31: a pause shows without a reload, is told by mail with the way to mend it, and so is its end", async () => {
  const id = await accountId();
  await controlSandbox(world, "POST", `accounts/${id}/capabilities`, { transfers: "inactive" });
  await badge("Paused").waitFor();
  await waitForMail(world, mona.email, /Your payouts are paused/);
  await controlSandbox(world, "POST", `accounts/${id}/capabilities`, { transfers: null });
  await badge("Ready").waitFor();
});

test("F7: the provider's own dashboard opens from the page", async () => {
  await page.goto("/onboarding");
  await page.getByRole("button", { name: "Stripe dashboard" }).click();
  await page.getByRole("heading", { name: "Your balance" }).waitFor();
  expect(new URL(page.url()).origin).toBe(new URL(world.sandbox).origin);
});
