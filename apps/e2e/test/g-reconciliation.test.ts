import { randomUUID } from "node:crypto";
import { demoPassword } from "@evenshare/dev";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { z } from "zod";
import { arrangePair, arrangeSubmitted, type Pair } from "../src/journey/arrange";
import { missingColumns, readDownloads } from "../src/portal/compare-download";
import { openPortal, signIn, waitUntilShown } from "../src/portal/open-portal";
import { controlSandbox } from "../src/world/outside";

const world = inject("world");
let browser: Browser;
let pair: Pair;
let milestone: string;

beforeAll(async () => {
  browser = await chromium.connect(world.browser);
  pair = await arrangePair(world, "Ledger Lane", "Quill Press");
  milestone = await arrangeSubmitted(pair, "Bound books", 40_000n);
});

afterAll(async () => {
  await browser.close();
});

async function compareNow(page: Page): Promise<void> {
  // A comparison of another test may have been made a moment ago, and they are a minute apart.
  await controlSandbox(world, "POST", "clock", { advanceMs: 120_000 });
  const asOf = page.getByText(/^As of /);
  const before = (await asOf.count()) === 0 ? null : await asOf.textContent();
  await page.getByRole("button", { name: "Compare now" }).click();
  await expect.poll(() => asOf.textContent().catch(() => before), { timeout: 20_000 }).not.toBe(before);
  await waitUntilShown(page);
}

test("F129 C10: finance sees its payment agree with Stripe's, and the accounts balance", async () => {
  const { page, context, trouble } = await openPortal(browser, world.brand);
  await signIn(page, pair.brand.person.email, pair.brand.person.password);
  await page.goto("/held-funds");
  await page.getByRole("link", { name: "Reconciliation" }).click();
  await page.getByRole("heading", { name: "Reconciliation" }).waitFor();
  await compareNow(page);
  const row = page.getByRole("row").filter({ hasText: "Bound books" });
  await row.getByText("Agrees").waitFor();
  expect(await row.textContent()).toMatch(/£4\d\d\.\d\d.*£4\d\d\.\d\d/);
  await page.getByText("Everything agrees").waitFor();

  await page.getByRole("link", { name: "Trial balance" }).click();
  const sums = page.locator("tfoot td");
  await expect.poll(() => sums.last().textContent()).toMatch(/£/);
  expect(await sums.nth(2).textContent()).toBe(await sums.last().textContent());
  expect(trouble.found).toEqual([]);
  await context.close();
});

test("C55 C10 F128: every table of work and money is downloaded with the columns it has on the screen", async () => {
  const { page, context } = await openPortal(browser, world.brand);
  await signIn(page, pair.brand.person.email, pair.brand.person.password);
  const seen: string[] = [];
  for (const path of [
    "/partnerships",
    "/milestones",
    "/held-funds",
    `/milestones/${milestone}`,
    `/partnerships/${pair.partnershipId}/milestones`,
    "/reconciliation",
    "/reconciliation/trial-balance",
  ]) {
    await page.goto(path);
    await waitUntilShown(page);
    const downloads = await readDownloads(page);
    expect(downloads.length, path).toBeGreaterThan(0);
    for (const download of downloads) {
      expect(missingColumns(download), `${path}: ${download.href}`).toEqual([]);
      expect(download.headings.length, path).toBeGreaterThan(2);
      expect(download.lines.length, path).toBeGreaterThan(0);
      seen.push(download.href.replace(/\?.*/, ""));
    }
    if (path === "/held-funds") {
      const held = downloads[0]?.lines.map((line) => line.split(",")) ?? [];
      const column = downloads[0]?.columns.indexOf("Held") ?? -1;
      expect(held.map((cells) => cells[column])).toEqual(["400.00"]);
      await page.getByRole("region", { name: "Held in GBP" }).getByText("£400.00").first().waitFor();
    }
  }
  expect(new Set(seen).size).toBe(6);
  await context.close();

  const producer = await openPortal(browser, world.producer);
  await signIn(producer.page, "anton@wiesenfarm.example", demoPassword);
  await producer.page.goto("/payouts");
  await waitUntilShown(producer.page);
  const [payouts] = await readDownloads(producer.page);
  if (payouts === undefined) throw new Error("payouts cannot be downloaded");
  expect(missingColumns(payouts)).toEqual([]);
  expect(payouts.columns).toContain("Paid at");
  await producer.context.close();
});

test("F129 R9: money that moved at Stripe and not here is named, with what happens next", async () => {
  const { page, context } = await openPortal(browser, world.producer);
  await signIn(page, pair.producer.person.email, pair.producer.person.password);
  const account = await accountOf("Quill Press");
  await atStripe("transfers", {
    amount: "700",
    currency: "gbp",
    destination: account,
    transfer_group: randomUUID(),
  });
  await page.goto("/reconciliation");
  await waitUntilShown(page);
  await compareNow(page);
  await page.getByRole("link", { name: "Differences" }).click();
  const row = page.getByRole("row").filter({ hasText: "Not recorded here" });
  await row.getByText("£7.00").waitFor();
  await row.getByText("The platform has been alarmed").waitFor();
  await context.close();
});

/** The account of a producer at the provider, by its business name. */
async function accountOf(name: string): Promise<string> {
  const listed = z.object({
    data: z.array(
      z.object({ id: z.string(), business_profile: z.object({ name: z.string().nullish() }).nullish() }),
    ),
  });
  const { data } = listed.parse(await atStripe("accounts?limit=100"));
  const account = data.find(({ business_profile }) => business_profile?.name === name);
  if (account === undefined) throw new Error(`${name} has no account`);
  return account.id;
}

/** What somebody does in the provider's dashboard, past the product. */
async function atStripe(path: string, fields?: Record<string, string>): Promise<unknown> {
  const answer = await fetch(`${world.sandbox}/v1/${path}`, {
    headers: { authorization: `Bearer ${world.stripeSecretKey}` },
    ...(fields ? { method: "POST", body: new URLSearchParams(fields) } : {}),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}
