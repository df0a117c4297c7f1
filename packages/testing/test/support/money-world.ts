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

/** One database and one payment sandbox on one clock for the tests of a file, taken down after them. */
export function useMoneyWorld(): () => TestWorld {
  let opened: { world: TestWorld; close: () => Promise<void> } | undefined;
  beforeAll(async () => {
    const clock = new MemoryClock(testNow);
    const sandbox = await startSandbox({ clock });
    const payments = createPaymentGateway({
      secretKey: `sk_test_${randomUUID().replaceAll("-", "")}`,
      apiBase: sandbox.url,
      platformWebhookSecret: "whsec_platform",
      connectWebhookSecret: "whsec_connect",
      passFaultPoint: async () => undefined,
    });
    const world = await createTestWorld({ clock, payments });
    opened = {
      world,
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

/** Pays a hosted page with a card whose money is available at once. */
export function payPage(url: string): Promise<void> {
  return postForm(url, {
    email: "payer@example.test",
    number: "4000000000000077",
    exp: "12/40",
    cvc: "123",
    name: "A Payer",
  });
}

/** Fills in the provider's onboarding pages, with everything they ask for. */
export function completeOnboarding(url: string): Promise<void> {
  return postForm(url, {
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

async function postForm(url: string, fields: Record<string, string>): Promise<void> {
  const answer = await fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
  if (answer.status !== 303) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
}

/** A partnership whose producer can be paid. */
export async function payablePartnership({ deps }: TestWorld): Promise<StartedPartnership> {
  const partnership = await startedPartnership(deps);
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
  { brand }: StartedPartnership,
  id: string,
  amount: bigint,
): Promise<void> {
  const input = { commandKey: randomUUID(), id, amount, currency: "GBP" } as const;
  const { checkoutUrl } = must(await fundMilestone(deps, brand, input));
  await payPage(checkoutUrl);
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
