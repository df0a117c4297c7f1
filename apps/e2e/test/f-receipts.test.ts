import { buffer } from "node:stream/consumers";
import { demoPassword } from "@evenshare/dev";
import { type Browser, chromium, type Download, type Page } from "playwright-core";
import { extractText } from "unpdf";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { type OpenedPortal, openPortal, signIn } from "../src/portal/open-portal";
import { findPlaces, type Places } from "../src/portal/seeded-pages";

const world = inject("world");
/** Paid by the brand of the demo for a milestone that its producer has an account at. */
const title = "Episode 5, recording";
let browser: Browser;
let places: Places;
let href: string;
const opened: OpenedPortal[] = [];

beforeAll(async () => {
  browser = await chromium.connect(world.browser);
  places = await findPlaces(world);
});

afterAll(async () => {
  await Promise.all(opened.map(({ context }) => context.close()));
  await browser.close();
});

async function enter(portal: "brand" | "producer", email: string): Promise<Page> {
  const visitor = await openPortal(browser, world[portal]);
  opened.push(visitor);
  await signIn(visitor.page, email, demoPassword);
  return visitor.page;
}

/** The words of a PDF, in their order. */
async function readPdf(download: Download): Promise<string> {
  const bytes = await buffer(await download.createReadStream());
  const { text } = await extractText(new Uint8Array(bytes), { mergePages: true });
  return text.replace(/\s+/g, " ");
}

test("C36: finance downloads the receipt of a payment from the milestone: number, amount, date and payer are those on the page", async () => {
  const edda = await enter("brand", "edda@steinbooks.example");
  await edda.goto(`/milestones/${places.milestone(title)}`);
  const link = edda.getByRole("link", { name: /^Receipt \d+$/ });
  const row = edda.getByRole("row").filter({ has: link });
  const [download] = await Promise.all([edda.waitForEvent("download"), link.click()]);
  href = (await link.getAttribute("href")) ?? "";
  const number = ((await link.textContent()) ?? "").replace("Receipt ", "");
  const at = new Date((await row.locator("time").first().getAttribute("datetime")) ?? "");
  const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "Europe/London" }).format(at);
  const [amount, fee, charged] = ((await row.textContent()) ?? "").match(/[\d,]+\.\d\d/g) ?? [];

  expect(download.suggestedFilename()).toMatch(new RegExp(`${number}.*\\.pdf$`));
  const text = await readPdf(download);
  expect(text).toContain(`Receipt ${number} `);
  expect(text).toContain("Paid by Gasthaus Group");
  expect(text).toContain(`For the milestone ${amount} `);
  expect(text).toContain(`Platform fee, beside it ${fee} `);
  expect(text).toContain(`Charged ${charged} `);
  expect(text).toContain(day);
  expect(text).toContain(title);
});

test.each([
  ["the producer of the milestone", "producer", "ada@studioada.example", 1],
  ["another brand", "brand", "jule@northlight.example", 0],
] as const)(
  "C36 F2: %s is offered no receipt, and its address leads to nothing",
  async (_, portal, email, tables) => {
    const page = await enter(portal, email);
    await page.goto(`/milestones/${places.milestone(title)}`);
    await page.locator("main h1").waitFor();
    expect(await page.getByRole("table", { name: "Funding" }).count()).toBe(tables);
    expect(await page.getByRole("link", { name: /^Receipt/ }).count()).toBe(0);
    expect((await page.request.get(href)).status()).toBe(404);
  },
);
