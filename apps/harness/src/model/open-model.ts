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
  testNow,
} from "@evenshare/testing";
import pg from "pg";
import { completeOnboarding } from "../product/hosted-pages";
import { SandboxClient } from "../product/sandbox-client";
import { modelCurrency, type RealMilestone } from "./real-milestone";
import { includedRounds, newReference, type Reference } from "./reference";

/** Where sequences of the model take place: a database and a provider of its own, on one clock. */
export interface ModelPlace {
  /** A new milestone between new people, and its reference. */
  begin(feeBearer: Reference["feeBearer"], amount: bigint): Promise<{ at: Reference; real: RealMilestone }>;
  close(): Promise<void>;
}

export async function openModelPlace(): Promise<ModelPlace> {
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
  const sandbox = new SandboxClient(running.url, secretKey);
  await sandbox.endow(50_000_000, modelCurrency.toLowerCase());
  const { deps } = world;
  return {
    async begin(feeBearer, amount) {
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
      const id = await draftedMilestone(deps, brand, partnership.id, {
        amount,
        currency: modelCurrency,
      });
      const accountId = rows[0]?.account ?? "";
      return {
        at: newReference(amount, feeBearer, clock.now()),
        real: { world, sandbox, pool, partnership, accountId, id, pages: [] },
      };
    },
    async close() {
      await pool.end();
      await world.close();
      await running.close();
    },
  };
}
