import { waitFor } from "@evenshare/dev";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { z } from "zod";
import { arrangePair, arrangeSubmitted, type Pair } from "../src/journey/arrange";
import { waitForState } from "../src/journey/milestone-steps";
import { openPortal, signIn } from "../src/portal/open-portal";
import { controlSandbox, readSandbox, waitForMail } from "../src/world/outside";
import { connectStack } from "../src/world/remote-stack";

const world = inject("world");
const stack = connectStack(world.control);
let browser: Browser;
let pair: Pair;
let brand: Page;

beforeAll(async () => {
  browser = await chromium.connect(world.browser);
  pair = await arrangePair(world, "Sturdy Brand", "Sturdy Producer");
  brand = (await openPortal(browser, world.brand)).page;
  await signIn(brand, pair.brand.person.email, pair.brand.person.password);
});

afterAll(async () => {
  await browser.close();
});

const transfer = z.object({
  object: z.object({ amount: z.number(), metadata: z.record(z.string(), z.string()) }),
});

/** What the sandbox transferred for a milestone, in minor units, one figure per transfer. */
async function transfersOf(milestoneId: string): Promise<number[]> {
  const rows = z.array(transfer).parse(await readSandbox(world, "transfers"));
  return rows
    .filter(({ object }) => Object.values(object.metadata).includes(milestoneId))
    .map(({ object }) => object.amount);
}

async function clickRelease(id: string, words: string): Promise<void> {
  await brand.goto(`/milestones/${id}`);
  await brand.getByRole("button", { name: words }).click();
  await brand
    .getByRole("dialog")
    .getByRole("button", { name: /^Release/ })
    .click();
}

/** The truth after trouble: released once here, transferred once there, and the books balance. */
async function expectOneRelease(id: string, amount: number): Promise<void> {
  const { money, releases, state } = await pair.brand.api.milestones.get.query({ id });
  expect(state).toBe("released");
  expect(money).toMatchObject({ held: 0n, inFlight: 0n, released: BigInt(amount) });
  expect(releases).toHaveLength(1);
  expect(await transfersOf(id)).toEqual([amount]);
}

test("F91 C23: a worker killed after Stripe's answer and before ours comes back to the same truth", {
  timeout: 120_000,
}, async () => {
  const id = await arrangeSubmitted(pair, "Killed in between", 35_000n);
  await stack.restart("worker", { FAULT_POINT: "provider_done_reply_lost" });
  await clickRelease(id, "Release £350.00");
  await waitForState(brand, "Releasing");
  await waitFor(
    "the worker to die at the fault point",
    async () => (await stack.pid("worker")) === null || null,
  );
  expect(await transfersOf(id)).toEqual([35_000]);

  await stack.restart("worker", { FAULT_POINT: "" });
  await waitForState(brand, "Released");
  await expectOneRelease(id, 35_000);
  await waitForMail(world, pair.producer.person.email, /Killed in between/);
});

test("PostgreSQL gone for ten seconds: a clear error, then the same button does it once", {
  timeout: 120_000,
}, async () => {
  const id = await arrangeSubmitted(pair, "Without a database", 45_000n);
  await brand.goto(`/milestones/${id}`);
  await brand.getByRole("button", { name: "Release £450.00" }).click();
  const release = brand.getByRole("dialog").getByRole("button", { name: /^Release/ });
  // The window knows its figures, so that the click itself meets the trouble.
  await release.click({ trial: true });
  await stack.kill("postgres");
  const backAt = performance.now() + 10_000;
  await release.click();
  await brand.getByRole("dialog").getByText("Our database is out of reach for a moment.").waitFor();
  await waitFor("ten seconds without a database", async () => performance.now() > backAt || null);

  await stack.restart("postgres");
  await waitFor("the API to be back", async () => (await fetch(`${world.brand}/health`)).ok || null);
  await release.click();
  await waitForState(brand, "Released");
  await expectOneRelease(id, 45_000);
});

test.each([
  ["down", "503", "Stripe was down", 55_000],
  ["answering nonsense", "nonsense", "Stripe talked nonsense", 65_000],
] as const)(
  "F91 C23: Stripe %s during a release: it shows as releasing, and ends by itself",
  { timeout: 120_000 },
  async (_what, kind, title, amount) => {
    const id = await arrangeSubmitted(pair, title, BigInt(amount));
    await controlSandbox(world, "POST", "faults", { kind, path: "/v1/transfers*", times: 1_000 });
    await clickRelease(id, `Release £${amount / 100}.00`);
    await waitForState(brand, "Releasing");
    await waitFor("an attempt that failed", async () => {
      const { releases } = await pair.brand.api.milestones.get.query({ id });
      return releases[0]?.transferStatus !== "confirmed" || null;
    });
    await controlSandbox(world, "DELETE", "faults");
    await waitForState(brand, "Released");
    await expectOneRelease(id, amount);
  },
);
