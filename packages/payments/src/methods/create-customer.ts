import type { CustomerRequest, ProviderOutcome } from "@evenshare/application";
import { z } from "zod";
import { checkAnswer } from "../answers/check-answer";
import { idempotencyKey } from "../keys/idempotency-key";
import { operationMetadata } from "../keys/metadata";
import { attemptWrite } from "../outcome/attempt";
import type { Rail } from "../rail";

const wireCustomer = z.object({ object: z.literal("customer"), id: z.string().startsWith("cus_") });

/** The customer under whom a brand's payment methods are saved. One per organization: the key says so. */
export function createCustomer(
  rail: Rail,
  { operation, name, email }: CustomerRequest,
): Promise<ProviderOutcome<{ customerId: string }>> {
  const params = { name, email, metadata: operationMetadata(operation, { organization_id: operation.id }) };
  const key = idempotencyKey("customer", operation);
  return attemptWrite(rail.passFaultPoint, async () => {
    const customer = checkAnswer(
      wireCustomer,
      await rail.stripe.customers.create(params, { idempotencyKey: key }),
    );
    return { customerId: customer.id };
  });
}
