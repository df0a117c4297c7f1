import { createHash, randomUUID } from "node:crypto";
import { waitFor } from "@evenshare/dev";
import { defaultShareSettings, onlineRetailMapping } from "@evenshare/domain";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { arrangePair, type Pair } from "../src/journey/arrange";
import { findBarriers, overflowOf } from "../src/portal/check-page";
import { openPortal, signIn } from "../src/portal/open-portal";
import { waitForMail } from "../src/world/outside";

const world = inject("world");
const key = () => ({ commandKey: randomUUID() });
let browser: Browser;
let pair: Pair;
let brand: Page;
let producer: Page;
let agreementId: string;

const sales = [
  "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country",
  "536365,WF-1,Jar,10,2010-12-01 08:26:00,12.50,17850.0,United Kingdom",
  "536366,WF-1,Jar,4,2010-12-20 11:00:00,12.50,,United Kingdom",
  "C536367,WF-1,Jar,-1,2010-12-21 15:00:00,12.50,,United Kingdom",
  "536368,OWN-1,Towel,1,2010-12-22 15:00:00,99.00,,United Kingdom",
].join("\r\n");

beforeAll(async () => {
  browser = await chromium.connect(world.browser);
  pair = await arrangePair(world, "Jar Brand", "Jar Producer");
  await arrangeShare();
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

/** A split of 60/40 with a reserve that both sides have accepted, and a month of sales. */
async function arrangeShare(): Promise<void> {
  const { api, uploadFile } = pair.brand;
  const share = await api.shares.propose.mutate({
    ...key(),
    title: "Jars in the shop",
    payees: [{ party: "maker", partnershipId: pair.partnershipId }],
    terms: {
      currency: "GBP",
      timeZone: "Europe/London",
      start: "2010-12-01",
      end: null,
      period: "month",
      items: ["WF-1"],
      parties: [
        { id: "maker", role: "payee" },
        { id: "shop", role: "payer" },
      ],
      deductions: [],
      share: {
        basis: "cumulative",
        method: "marginal",
        tiers: [{ upTo: null, ratesBp: { maker: 6_000, shop: 4_000 } }],
      },
      payees: { maker: { reserve: { rateBp: 1_000, releaseBp: [10_000] } } },
    },
    settings: defaultShareSettings,
  });
  agreementId = share.id;
  await pair.producer.api.shares.accept.mutate({ ...key(), id: share.id, version: share.version });
  const file = { name: "till.csv", contentType: "text/csv", content: new TextEncoder().encode(sales) };
  const { id } = await api.revenue.startImport.mutate({
    ...key(),
    fileId: await uploadFile(file, "/api/revenue/files"),
    source: "Till",
    mapping: onlineRetailMapping,
    saveMappingAs: null,
  });
  await waitFor("the sales to be stored", async () => {
    const { status } = await api.revenue.getImport.query({ id });
    return status === "done" || null;
  });
}

test("F74 F83: the brand looks at the draft and issues it; the producer reads the mail and opens the statement", {
  timeout: 180_000,
}, async () => {
  await producer.goto(`/shares/${agreementId}`);
  await producer.getByText("Open period: December 2010").waitFor();
  await brand.goto(`/shares/${agreementId}`);
  await brand.getByText("Open period: December 2010").waitFor();
  await brand.getByRole("button", { name: "Issue statements" }).click();
  const dialog = brand.getByRole("dialog");
  await dialog.getByText("£87.75").first().waitFor();
  await dialog.getByRole("button", { name: "Issue 1 statement" }).click();
  await brand.getByText("Open period: January 2011").waitFor();
  // Nobody reloads: the other side sees it as well.
  await producer.getByText("Open period: January 2011").waitFor();

  const [issued] = (await pair.producer.api.statements.list.query({})).items;
  expect(issued).toMatchObject({ netRevenue: 16_250n, share: 9_750n, payable: 8_775n });
  const number = issued?.number ?? "";
  await waitForMail(
    world,
    pair.producer.person.email,
    new RegExp(`^Jar Brand statement ${number} for 2010-12$`),
  );

  await producer.goto("/statements");
  await producer
    .getByRole("link", { name: new RegExp(number) })
    .first()
    .click();
  await producer.getByRole("heading", { name: new RegExp(`${number} · December 2010`) }).waitFor();
  const summary = producer.getByLabel("Summary");
  for (const figure of ["£162.50", "£97.50", "£9.75", "£87.75"])
    await summary.getByText(figure).first().waitFor();
});

test("F87: the files hold the figures of the screen, and the JSON is what its hash is of", async () => {
  const [issued] = (await pair.producer.api.statements.list.query({})).items;
  const read = async (name: string) => {
    const answer = await producer.request.get(`/api/statements/${issued?.id}/${name}`);
    expect(answer.status(), name).toBe(200);
    return answer.body();
  };
  const pdf = await read("statement.pdf");
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  const json = await read("statement.json");
  const { sha256 } = await pair.producer.api.statements.get.query({ id: issued?.id ?? "" });
  expect(createHash("sha256").update(json).digest("hex")).toBe(sha256);
  expect(json.toString()).toContain('"payable":{"decimal":"87.75","minor":"8775"}');
  const lines = (await read("lines.csv")).toString().trim().split("\r\n");
  expect(lines).toHaveLength(4);
  expect(lines.join()).not.toContain("OWN-1");
  expect((await read("balance.csv")).toString()).toContain("87.75");
});

test("F73 F75: the statement fits a phone and a wide window, in light and dark", {
  timeout: 120_000,
}, async () => {
  const [issued] = (await pair.producer.api.statements.list.query({})).items;
  for (const [page, path] of [
    [producer, `/statements/${issued?.id}`],
    [brand, `/shares/${agreementId}`],
  ] as const)
    for (const look of [
      { width: 360, dark: true },
      { width: 1440, dark: false },
    ]) {
      await page.setViewportSize({ width: look.width, height: 900 });
      await page.emulateMedia({ colorScheme: look.dark ? "dark" : "light" });
      await page.goto(path);
      await page
        .getByText(/January 2011|December 2010/)
        .first()
        .waitFor();
      expect(await overflowOf(page)).toBe(0);
      expect(await findBarriers(page, look.dark ? "colours" : "all")).toEqual([]);
    }
});
