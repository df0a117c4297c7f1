import { randomUUID } from "node:crypto";
import {
  acceptMilestone,
  agreeMilestone,
  fundMilestone,
  getMilestone,
  onboardPayee,
  proposeMilestone,
  refreshPayeeAccount,
  startMilestone,
  submitMilestone,
} from "@evenshare/application";
import { MemoryClock } from "@evenshare/dev-clock";
import type { CurrencyCode } from "@evenshare/domain";
import { createPaymentGateway } from "@evenshare/payments";
import { startSandbox } from "@evenshare/stripe-sandbox";
import { afterAll, beforeAll } from "vitest";
import {
  createTestWorld,
  draftedMilestone,
  drainOperations,
  must,
  type StartedPartnership,
  startedPartnership,
  type TestWorld,
  testNow,
} from "../../src";

/** A test world with the sandbox's control plane. */
export interface MoneyWorld extends TestWorld {
  /** Moves the shared clock; answers when everything due at the provider on the way has happened. */
  readonly pass: (ms: number) => Promise<void>;
  /** Asks the provider's control plane or its API: `["GET", "/v1/disputes"]`. */
  readonly askProvider: (method: "GET" | "POST", path: string, body?: object) => Promise<unknown>;
}

/** One database and one payment sandbox on one clock for the tests of a file, taken down after them. */
export function useMoneyWorld(): () => MoneyWorld {
  let opened: { world: MoneyWorld; close: () => Promise<void> } | undefined;
  beforeAll(async () => {
    const clock = new MemoryClock(testNow);
    const sandbox = await startSandbox({ clock });
    const secretKey = `sk_test_${randomUUID().replaceAll("-", "")}`;
    const payments = createPaymentGateway({
      secretKey,
      apiBase: sandbox.url,
      platformWebhookSecret: "whsec_platform",
      connectWebhookSecret: "whsec_connect",
      passFaultPoint: async () => undefined,
    });
    const world = await createTestWorld({ clock, payments });
    const askProvider = async (method: string, path: string, body?: object): Promise<unknown> => {
      const answer = await fetch(sandbox.url + path, {
        method,
        headers: { authorization: `Bearer ${secretKey}` },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
      return answer.json();
    };
    const pass = async (advanceMs: number) => {
      await askProvider("POST", "/_sandbox/clock", { advanceMs });
    };
    opened = {
      world: { ...world, pass, askProvider },
      close: async () => {
        await world.close();
        await sandbox.close();
      },
    };
  }, 60_000);
  afterAll(() => opened?.close());
  return () => {
    if (opened === undefined) throw new Error("the sandbox is not there yet");
    return opened.world;
  };
}

/** Test bank accounts of the sandbox, by how a debit of them ends. */
export const bankAccounts = {
  pays: "000123456789",
  hasTooLittle: "000222222227",
  isReturned: "000555555559",
} as const;

/** Pays a hosted page in US dollars by debit from a bank account. */
export async function payFromBank(url: string, account: keyof typeof bankAccounts): Promise<void> {
  await postForm(url, {
    method: "us_bank_account",
    email: "payer@example.test",
    name: "A Payer",
    routing_number: "110000000",
    account_number: bankAccounts[account],
    account_holder_type: "company",
  });
}

/** Pays a hosted page with a card; unless another is named, with one whose money is available at once. */
export async function payPage(url: string, number = "4000000000000077"): Promise<void> {
  await postForm(url, {
    email: "payer@example.test",
    number,
    exp: "12/40",
    cvc: "123",
    name: "A Payer",
  });
}

/** Fills in the provider's onboarding pages, with everything they ask for. */
export async function completeOnboarding(url: string): Promise<void> {
  await postForm(url, {
    action: "submit",
    business_type: "individual",
    first_name: "Ada",
    last_name: "North",
    dob: "1980-01-31",
    line1: "1 High Street",
    city: "Leeds",
    postal_code: "LS1 1AA",
    account_number: "GB82WEST12345698765432",
    tos: "yes",
    verification: "at_once",
  });
}

/** Saves a card on the provider's page, confirming it where it is asked for; answers the id in the address it leads back to. */
export async function saveCard(url: string, number: string): Promise<string | null> {
  const card = {
    method: "card",
    email: "payer@example.test",
    number,
    exp: "12/40",
    cvc: "123",
    name: "A Payer",
  };
  const next = await postForm(url, card);
  if (!next.includes("/challenge")) return new URL(next).searchParams.get("setup");
  const back = await postForm(new URL(next, url).href, { action: "complete" });
  return new URL(back).searchParams.get("setup");
}

/** Saves a bank account whose debits are paid. */
export async function saveBank(url: string): Promise<string | null> {
  const back = await postForm(url, {
    method: "us_bank_account",
    email: "payer@example.test",
    name: "A Payer",
    routing_number: "110000000",
    account_number: bankAccounts.pays,
    account_holder_type: "company",
  });
  return new URL(back).searchParams.get("setup");
}

/** Answers the address the page leads to. */
async function postForm(url: string, fields: Record<string, string>): Promise<string> {
  const answer = await fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
  if (answer.status !== 303) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  return answer.headers.get("location") ?? "";
}

/** A partnership whose producer can be paid. */
export async function payablePartnership(
  { deps }: TestWorld,
  choice: Parameters<typeof startedPartnership>[1] = {},
): Promise<StartedPartnership> {
  const partnership = await startedPartnership(deps, choice);
  const { url } = must(await onboardPayee(deps, partnership.producer, { commandKey: randomUUID() }));
  await completeOnboarding(url);
  must(await refreshPayeeAccount(deps, partnership.producer.organizationId));
  return partnership;
}

/** A milestone that both sides agreed to, drafted by the brand. */
export async function agreedMilestone(
  { deps }: TestWorld,
  { id: partnershipId, brand, producer }: StartedPartnership,
  choice: Parameters<typeof draftedMilestone>[3] = {},
): Promise<string> {
  const id = await draftedMilestone(deps, brand, partnershipId, choice);
  must(await proposeMilestone(deps, brand, { commandKey: randomUUID(), id }));
  const { version } = must(await getMilestone(deps, producer, { id }));
  must(await agreeMilestone(deps, producer, { commandKey: randomUUID(), id, version }));
  return id;
}

/** Funds a milestone over the hosted page. */
export async function fund(
  { deps }: TestWorld,
  { brand }: Pick<StartedPartnership, "brand">,
  id: string,
  amount: bigint,
  currency: CurrencyCode = "GBP",
  card?: string,
): Promise<void> {
  const input = { commandKey: randomUUID(), id, amount, currency };
  const { checkoutUrl } = must(await fundMilestone(deps, brand, input));
  await payPage(checkoutUrl, card);
  await drainOperations(deps);
}

/** Starts the work and submits a first version of it. */
export async function submitWork(
  { deps }: TestWorld,
  { producer }: StartedPartnership,
  id: string,
): Promise<void> {
  must(await startMilestone(deps, producer, { commandKey: randomUUID(), id }));
  const { criteria } = must(await getMilestone(deps, producer, { id }));
  must(
    await submitMilestone(deps, producer, {
      commandKey: randomUUID(),
      id,
      note: "All done.",
      links: ["https://example.test/cut"],
      fileIds: [],
      criteria: criteria.map(({ id: criterionId }) => ({ criterionId, met: true, note: "" })),
    }),
  );
}

/** Accepts the work; the money goes to the producer's account at the provider and on to its bank. */
export async function acceptWork(
  { deps }: TestWorld,
  { brand }: StartedPartnership,
  id: string,
): Promise<void> {
  const { money } = must(await getMilestone(deps, brand, { id }));
  must(await acceptMilestone(deps, brand, { commandKey: randomUUID(), id, expectedHeld: money.held }));
  await drainOperations(deps);
}
