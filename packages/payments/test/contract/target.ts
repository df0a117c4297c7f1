import { randomUUID } from "node:crypto";
import type {
  CheckoutRequest,
  PaymentFacts,
  PaymentGateway,
  ProviderOutcome,
  TransferRequest,
} from "@evenshare/application";
import { vi } from "vitest";

/** A Stripe to hold the contract against: the local sandbox, or the real one in test mode. */
export interface Target {
  readonly gateway: PaymentGateway;
  /** Lets a payer pay what the request asks for; gives the payment's id. */
  pay(request: CheckoutRequest): Promise<string>;
  /** A producer's account that can be paid. */
  payableAccount(): Promise<string>;
  close(): Promise<void>;
}

export function checkoutRequest(part: Partial<CheckoutRequest> = {}): CheckoutRequest {
  return {
    operation: { id: randomUUID(), attemptClass: 0 },
    amount: 30_000n,
    fee: 900n,
    currency: "GBP",
    milestoneId: randomUUID(),
    partnershipId: randomUUID(),
    description: "Milestone: first cut",
    successUrl: "https://brand.example.com/paid",
    cancelUrl: "https://brand.example.com/not-paid",
    expiresAt: new Date(Date.now() + 2 * 3_600_000),
    ...part,
  };
}

export interface FundedMilestone {
  readonly request: CheckoutRequest;
  readonly payment: PaymentFacts;
}

/** A milestone that a brand has paid for, booked at the provider. */
export async function fundMilestone(
  target: Target,
  part: Partial<CheckoutRequest> = {},
): Promise<FundedMilestone> {
  const request = checkoutRequest(part);
  const paymentIntentId = await target.pay(request);
  // Stripe books a charge shortly after it succeeded; until then the gateway says "later".
  const payment = await vi.waitFor(async () => doneValue(await target.gateway.readPayment(paymentIntentId)), {
    timeout: 20_000,
    interval: 200,
  });
  return { request, payment };
}

export function transferOf(
  { request, payment }: FundedMilestone,
  accountId: string,
  part: Partial<TransferRequest> = {},
): TransferRequest {
  if (payment.chargeId === null) throw new Error("the payment has no charge");
  return {
    operation: { id: randomUUID(), attemptClass: 0 },
    amount: request.amount,
    currency: request.currency,
    accountId,
    chargeId: payment.chargeId,
    milestoneId: request.milestoneId,
    releaseId: randomUUID(),
    ...part,
  };
}

/** The value of an outcome that must be done. */
export function doneValue<T>(outcome: ProviderOutcome<T>): T {
  if (outcome.kind !== "done") throw new Error(`expected done, got ${JSON.stringify(outcome)}`);
  return outcome.value;
}
