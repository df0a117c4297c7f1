import { demoPassword } from "@evenshare/dev";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { missingColumns, readDownloads } from "../src/portal/compare-download";
import { openPortal, signIn, waitUntilShown } from "../src/portal/open-portal";

const world = inject("world");
let browser: Browser;
beforeAll(async () => {
  browser = await chromium.connect(world.browser);
});
afterAll(async () => {
  await browser.close();
});

/** The one file a page offers. */
async function onlyDownload(page: Page) {
  const [download, ...others] = await readDownloads(page);
  if (download === undefined || others.length > 0) throw new Error("there is not one download");
  expect(missingColumns(download)).toEqual([]);
  return download;
}

async function narrow(page: Page, fields: { readonly from?: string; readonly partner?: string }) {
  const form = page.getByRole("form", { name: "Narrow the list" });
  if (fields.from !== undefined) await form.getByLabel("From").fill(fields.from);
  if (fields.partner !== undefined) await form.getByLabel("Partner").selectOption({ label: fields.partner });
  await refilter(page, () => form.getByRole("button", { name: "Show", exact: true }).click());
}

/** Does what changes the filter, and waits for the rows under it: the address changes before the page does. */
async function refilter(page: Page, change: () => Promise<void>) {
  const file = () => page.locator('a[href^="/api/exports/"]').getAttribute("href");
  const before = await file();
  await change();
  await expect.poll(file).not.toBe(before);
  await waitUntilShown(page);
}

test("C13: the producer narrows the payouts by partner and day, and downloads what is shown", async () => {
  const { page, context, trouble } = await openPortal(browser, world.producer);
  await signIn(page, "anton@wiesenfarm.example", demoPassword);
  await page.goto("/payouts");
  await waitUntilShown(page);
  await page.getByText(/^By the day on which a payout was created, in .+ time; both days/).waitFor();
  const partners = await page.getByLabel("Partner").locator("option").allTextContents();
  const [, partner = ""] = partners;
  const all = await onlyDownload(page);

  await narrow(page, { partner });
  expect(new URL(page.url()).searchParams.get("partner")).toMatch(/^[0-9a-f-]{36}$/);
  const theirs = all.lines.filter((line) => line.includes(`,${partner},`));
  expect(theirs.length).toBeGreaterThan(0);
  expect((await onlyDownload(page)).lines).toEqual(theirs);
  const sums = page.getByRole("region", { name: "In all" });
  await sums.getByText("Everything in the range").waitFor();
  const address = page.url();

  await narrow(page, { from: "2100-01-01" });
  await page.getByText("No payouts in this range").waitFor();
  expect((await onlyDownload(page)).lines).toEqual([]);
  await page.goBack();
  await sums.waitFor();
  expect(page.url()).toBe(address);
  expect(await page.getByLabel("Partner").locator("option:checked").textContent()).toBe(partner);
  await refilter(page, () => page.getByRole("link", { name: "Show all" }).click());
  expect((await onlyDownload(page)).lines).toEqual(all.lines);
  expect(trouble.found).toEqual([]);
  await context.close();
});

test("C13: the brand finds its releases beside the held funds, narrows them and downloads what is shown", async () => {
  const { page, context, trouble } = await openPortal(browser, world.brand);
  await signIn(page, "maggie@gasthaus.example", demoPassword);
  await page.goto("/held-funds");
  await page.getByRole("link", { name: "Releases", exact: true }).click();
  await page.getByRole("heading", { name: "Releases", level: 1 }).waitFor();
  await waitUntilShown(page);
  const all = await onlyDownload(page);
  const partners = await page.getByLabel("Partner").locator("option").allTextContents();
  const partner = partners.find((name) => all.lines[0]?.includes(`,${name},`)) ?? "";
  await narrow(page, { partner });
  expect((await onlyDownload(page)).lines).toEqual(all.lines.filter((line) => line.includes(`,${partner},`)));
  await page.getByRole("region", { name: "In all" }).waitFor();
  await narrow(page, { from: "2100-01-01" });
  await page.getByText("Nothing was released in this range").waitFor();
  expect(trouble.found).toEqual([]);
  await context.close();
});
