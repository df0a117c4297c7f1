import { type Browser, chromium, type Locator, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { newcomer, signUp } from "../src/journey/newcomers";
import { findBarriers, overflowOf } from "../src/portal/check-page";
import { missingColumns, readDownloads } from "../src/portal/compare-download";
import { type OpenedPortal, openPortal, waitUntilShown } from "../src/portal/open-portal";

const world = inject("world");
let browser: Browser;
let portal: OpenedPortal;

beforeAll(async () => {
  browser = await chromium.connect(world.browser);
  portal = await openPortal(browser, world.brand);
  await signUp(portal.page, newcomer("Rita", "Revenue Brand"));
});
afterAll(async () => {
  await browser.close();
});

/** As the retailer of the example writes its files: two sales, a return, one that needs rounding nowhere, and two that are none. */
const file = [
  "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country",
  "536365,85123A,WHITE HANGING HEART T-LIGHT HOLDER,6,2010-12-01 08:26:00,2.55,17850,United Kingdom",
  "536365,71053,WHITE METAL LANTERN,6,2010-12-01 08:26:00,3.39,17850,United Kingdom",
  "C536379,D,Discount,-1,2010-12-01 09:41:00,27.50,14527,United Kingdom",
  "536380,22961,JAM MAKING SET PRINTED,24,2010-12-01 09:45:00,1.455,17809,United Kingdom",
  "A563185,B,Adjust bad debt,1,2011-08-12 14:50:00,11062.06,,United Kingdom",
  "536381,82567,,6,01/12/2010,2.10,15311,United Kingdom",
  "",
].join("\r\n");

/** Overflow and barriers as the page is now, where it is widest and where it is narrowest. */
async function lookAt(page: Page): Promise<void> {
  await waitUntilShown(page);
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await overflowOf(page)).toBe(0);
    expect(await findBarriers(page, "all")).toEqual([]);
  }
}

async function choose(page: Page, name: string, content: string): Promise<void> {
  // As some systems have it: the portal says that it is CSV whatever the browser thinks.
  const buffer = Buffer.from(content);
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name, mimeType: "application/vnd.ms-excel", buffer });
}

/** Chooses the file again with the mapping that was saved, and imports it. */
async function importAgain(page: Page, name: string): Promise<void> {
  await page.goto("/revenue/imports/new");
  await choose(page, name, file);
  await page.getByLabel("Start from").selectOption({ label: "Our till" });
  await page.getByText("The first 6 rows: 4 would count, 1 left out, 1 faulty.").waitFor();
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await page.getByRole("heading", { name, level: 1 }).waitFor();
  await page.getByText("Its rows count, but not all could be read").waitFor();
}

/** The numbers under the headings of the counts. */
function countsOf(page: Page): Promise<string[]> {
  return page.locator('dl[aria-label="What became of the rows"] dd.figures').allTextContents();
}

async function takeBack(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Take back", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("None of the rows that this file brought counts any more.").waitFor();
  await dialog.getByText(/Rows that a later file repeated go as well/).waitFor();
  await lookAt(page);
  await dialog.getByRole("button", { name: "Take back the import" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByText("This import was taken back").waitFor();
}

const rowAt = (page: Page, line: number): Locator =>
  page.getByRole("listitem").filter({ hasText: `Line ${line}` });

test("F62: a file is chosen, its rows are seen as they would become, and nothing is imported before", {
  timeout: 180_000,
}, async () => {
  const { page } = portal;
  await page.goto("/revenue");
  await page.getByText("No sales yet").waitFor();
  await lookAt(page);
  await page.getByRole("link", { name: "Import a file" }).first().click();
  await page.getByRole("heading", { name: "Import a file", level: 1 }).waitFor();
  await choose(page, "sales.xlsx", "PK");
  await page.getByText(/a spreadsheet program’s own file and was not sent/).waitFor();
  await choose(page, "sales.csv", file);
  await page.getByText("The first 6 rows as they stand in the file.").waitFor();
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await page.getByRole("link", { name: "No column is chosen for the date." }).click();
  expect(await page.getByLabel("Date", { exact: true }).evaluate((it) => it === document.activeElement)).toBe(
    true,
  );
  await lookAt(page);

  await page.getByLabel("Start from").selectOption({ label: "Online Retail (example)" });
  await page.getByText("The first 6 rows: 4 would count, 1 left out, 1 faulty.").waitFor();
  await rowAt(page, 2).getByText("£15.30").waitFor();
  await rowAt(page, 2).getByText("Wed 1 Dec 2010, 08:26 London").waitFor();
  await rowAt(page, 4).getByText("−£27.50").waitFor();
  await rowAt(page, 4).getByText("Return").waitFor();
  await rowAt(page, 6).getByText("Left out").waitFor();
  await rowAt(page, 7)
    .getByText(/InvoiceDate is no time written YYYY-MM-DD/)
    .waitFor();
  await lookAt(page);

  // What changes in the mapping changes in the preview.
  await page.getByRole("button", { name: "Look at every field" }).click();
  await page.getByLabel("Dates are written").selectOption("DD/MM/YYYY");
  await page.getByText("The first 6 rows: 1 would count, 1 left out, 4 faulty.").waitFor();
  await lookAt(page);
  await page.getByLabel("Dates are written").selectOption("YYYY-MM-DD");
  await page.getByText("The first 6 rows: 4 would count, 1 left out, 1 faulty.").waitFor();
  expect(portal.trouble.found).toEqual([]);
});

test("F62: the import counts its rows, and says of each faulty one where and why", {
  timeout: 180_000,
}, async () => {
  const { page } = portal;
  await page.getByRole("combobox", { name: "Source" }).fill("Online shop");
  await page.getByLabel(/^Save the mapping as/).fill("Our till");
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await page.getByRole("heading", { name: "sales.csv", level: 1 }).waitFor();
  // Told by the live stream: nobody reloads.
  await page.getByText("Its rows count, but not all could be read").waitFor();
  expect(await countsOf(page)).toEqual(["6", "4", "0", "1", "1"]);
  const faults = page.getByRole("region", { name: "Faulty rows" });
  await faults.getByRole("row", { name: /7 InvoiceDate is no time written YYYY-MM-DD/ }).waitFor();
  const [download] = await readDownloads(page);
  expect(download && missingColumns(download)).toEqual([]);
  expect(download?.lines).toHaveLength(1);
  expect(download?.lines[0]).toMatch(/^7,InvoiceDate,/);
  await lookAt(page);
  expect(portal.trouble.found).toEqual([]);
});

test("F61 F128 C55: the lines stand newest first with their sums, narrowed and downloaded as shown", {
  timeout: 180_000,
}, async () => {
  const { page } = portal;
  await page.getByRole("link", { name: "See its lines" }).click();
  await page.getByText("£43.06").waitFor();
  await page.getByText("£70.56").waitFor();
  await page.getByText("−£27.50").first().waitFor();
  await page.goto("/revenue");
  await page.getByText("3 sales").waitFor();
  const table = page.getByRole("table", { name: "Sales and returns" });
  const items = () => table.locator("tbody [data-lead]").allTextContents();
  expect((await items()).map((text) => text.slice(0, 5))).toEqual(["22961", "DDisc", "85123", "71053"]);
  const [all] = await readDownloads(page);
  expect(all && missingColumns(all)).toEqual([]);
  expect(all?.lines).toHaveLength(4);
  await lookAt(page);

  const form = page.getByRole("form", { name: "Narrow the list" });
  await form.getByLabel("Item").fill("71053");
  await form.getByLabel("Source").selectOption("Online shop");
  await form.getByRole("button", { name: "Show", exact: true }).click();
  await page.getByText("£20.34").first().waitFor();
  await page.getByText("1 sale", { exact: true }).waitFor();
  expect(new URL(page.url()).searchParams.get("item")).toBe("71053");
  const [narrowed] = await readDownloads(page);
  expect(narrowed?.lines).toEqual(all?.lines.filter((line) => line.includes("71053")));
  await form.getByLabel("From").fill("2100-01-01");
  await form.getByRole("button", { name: "Show", exact: true }).click();
  await page.getByText("Nothing was sold in this range").waitFor();
  await lookAt(page);
  expect(portal.trouble.found).toEqual([]);
});

test("F62: the same file changes nothing, and what is taken back counts no more", {
  timeout: 180_000,
}, async () => {
  const { page } = portal;
  await page.setViewportSize({ width: 1440, height: 900 });
  await importAgain(page, "sales-again.csv");
  expect(await countsOf(page)).toEqual(["6", "0", "4", "1", "1"]);

  await page.goto("/revenue/imports");
  const list = page.getByRole("table", { name: "Imports" });
  await list.getByRole("row", { name: /sales-again\.csv Online shop Counts 0 4 1 1/ }).waitFor();
  const [imports] = await readDownloads(page);
  expect(imports && missingColumns(imports)).toEqual([]);
  await lookAt(page);

  await list.getByRole("link", { name: "sales.csv", exact: true }).click();
  await takeBack(page);
  await lookAt(page);
  await page.goto("/revenue");
  await page.getByText("No sales yet").waitFor();

  await page.setViewportSize({ width: 1440, height: 900 });
  await importAgain(page, "sales-third.csv");
  expect(await countsOf(page)).toEqual(["6", "4", "0", "1", "1"]);
  expect(portal.trouble.found).toEqual([]);
});
