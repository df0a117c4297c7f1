import { randomUUID } from "node:crypto";
import { onboardPayee, refreshPayeeAccount } from "@evenshare/application";
import { MemoryClock } from "@evenshare/dev-clock";
import { createPaymentGateway } from "@evenshare/payments";
import { startSandbox } from "@evenshare/stripe-sandbox";
import {
  createBrand,
  createProducer,
  createTestWorld,
  draftedMilestone,
  must,
  startedPartnership,
  type TestWorld,
  testNow,
} from "@evenshare/testing";
import pg from "pg";
import { completeOnboarding } from "../product/hosted-pages";
import { SandboxClient } from "../product/sandbox-client";
import { modelCurrency, type RealMilestone } from "./real-milestone";
import { includedRounds, newReference, type Reference } from "./reference";

/** A milestone with everything around it: people, a database, a provider and a clock that nobody else uses. */
export interface Sequence {
  readonly at: Reference;
  readonly real: RealMilestone;
  close(): Promise<void>;
}

/**
 * A new milestone of `amount` minor units between new people, and its reference. Nothing of an earlier sequence is about:
 * a failure replays by itself, and what looks at everything after each step does not grow from sequence to sequence.
 */
export async function openSequence(feeBearer: Reference["feeBearer"], amount: bigint): Promise<Sequence> {
  const clock = new MemoryClock(testNow);
  const running = await startSandbox({ clock });
  const secretKey = `sk_test_${randomUUID().replaceAll("-", "")}`;
  const payments = createPaymentGateway({
    secretKey,
    apiBase: running.url,
    platformWebhookSecret: "whsec_platform",
    connectWebhookSecret: "whsec_connect",
    passFaultPoint: async () => undefined,
  });
  const world = await createTestWorld({ clock, payments });
  const pool = new pg.Pool({ connectionString: world.databaseUrl, max: 2 });
  const close = async () => {
    await pool.end();
    await world.close();
    await running.close();
  };
  try {
    const sandbox = new SandboxClient(running.url, secretKey);
    await sandbox.endow(50_000_000, modelCurrency.toLowerCase());
    const { partnership, accountId } = await beginPayablePartnership(world, pool, feeBearer);
    const draft = { amount, currency: modelCurrency };
    const id = await draftedMilestone(world.deps, partnership.brand, partnership.id, draft);
    return {
      at: newReference(amount, feeBearer, clock.now()),
      real: { world, sandbox, pool, partnership, accountId, id, pages: [] },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A partnership whose producer can be paid, at the provider's account `accountId`. */
async function beginPayablePartnership(
  { deps }: TestWorld,
  pool: pg.Pool,
  feeBearer: Reference["feeBearer"],
): Promise<Pick<RealMilestone, "partnership" | "accountId">> {
  const [brand, producer] = await Promise.all([createBrand(deps), createProducer(deps)]);
  const terms = {
    feeBearer,
    currency: modelCurrency,
    timeZone: "UTC",
    includedRevisions: includedRounds,
    firstMinimumStartBp: 5_000,
    minimumStartBp: 5_000,
  };
  const partnership = await startedPartnership(deps, { brand, producer, terms });
  const { url } = must(await onboardPayee(deps, producer, { commandKey: randomUUID() }));
  await completeOnboarding(url);
  must(await refreshPayeeAccount(deps, producer.organizationId));
  const { rows } = await pool.query<{ account: string }>(
    "select provider_account_id as account from payee_account where organization_id = $1",
    [producer.organizationId],
  );
  return { partnership, accountId: rows[0]?.account ?? "" };
}
