import type { CurrencyCode, Failure, PaidWith, PayeeAccount, Result } from "@evenshare/domain";
import type { MovementsPage, MovementsRequest } from "./provider-movements";

/**
 * What an attempt at the payment provider came to.
 * - `done`: it happened, and the answer was checked.
 * - `refused`: it did not happen and will not under this key; `failure.code` is the provider's, `reason` is in words.
 * - `later`: it did not happen; trying again under the same key is safe (rate limit, provider busy before execution).
 * - `unknown`: it may have happened. Look it up before anything else is tried.
 *
 * `keySpent`: the provider has stored this answer under the key and will only repeat it. The next attempt needs the
 * next attempt class: at once after `later` (a balance that did not suffice), and after `unknown` only once a look-up
 * has shown that nothing was made.
 *
 * The code `idempotency_error` says that the key was used before with other parameters: something of this operation
 * may exist, so it calls for a person and never for the next attempt class.
 */
export type ProviderOutcome<T> =
  | { readonly kind: "done"; readonly value: T }
  | { readonly kind: "refused"; readonly code: string; readonly reason: string }
  | {
      readonly kind: "later";
      readonly reason: string;
      readonly retryAfterMs: number;
      readonly keySpent?: true;
    }
  | { readonly kind: "unknown"; readonly reason: string; readonly keySpent?: true };

/**
 * Identifies one operation for the provider. The idempotency key is derived from it: the same operation and attempt
 * class always give the same key; a definitive refusal moves on to the next class.
 */
export interface ProviderOperation {
  /** Id of our row: funding, transfer, payout, organization. */
  readonly id: string;
  readonly attemptClass: number;
}

export interface CheckoutRequest {
  readonly operation: ProviderOperation;
  readonly amount: bigint;
  readonly fee: bigint;
  readonly currency: CurrencyCode;
  readonly milestoneId: string;
  readonly partnershipId: string;
  readonly description: string;
  readonly successUrl: string;
  readonly cancelUrl: string;
  readonly expiresAt: Date;
}

export interface CheckoutSession {
  readonly sessionId: string;
  readonly url: string;
  readonly status: "open" | "complete" | "expired";
  readonly paymentIntentId: string | null;
  readonly fundingId: string | null;
}

/** A payment as the provider tells it now. `fee` is the provider's own processing fee, known once the charge succeeded. */
export interface PaymentFacts {
  readonly paymentIntentId: string;
  readonly fundingId: string | null;
  /** `processing`: the brand's bank was asked, and answers in days. */
  readonly status: "pending" | "processing" | "succeeded" | "failed" | "canceled";
  /** What was paid with, known once it was chosen. */
  readonly paidWith: PaidWith | null;
  readonly chargeId: string | null;
  readonly amount: bigint;
  readonly currency: CurrencyCode;
  readonly fee: bigint;
  readonly availableOn: Date | null;
  /** Of the last try: the provider's code, and its words. */
  readonly failureCode: string | null;
  readonly failureReason: string | null;
}

/** The customer at the provider under whom a brand's methods are saved; the operation is the organization. */
export interface CustomerRequest {
  readonly operation: ProviderOperation;
  readonly name: string;
  readonly email: string;
}

export interface SetupRequest {
  readonly operation: ProviderOperation;
  readonly customerId: string;
  readonly successUrl: string;
  readonly cancelUrl: string;
}

/** A hosted page on which a payment method is saved, and what was saved there. */
export interface SetupSession {
  readonly sessionId: string;
  readonly setupId: string | null;
  readonly url: string;
  readonly status: "open" | "complete" | "expired";
  readonly method: SavedMethod | null;
}

export interface SavedMethod extends PaidWith {
  readonly methodId: string;
  readonly expMonth: number | null;
  readonly expYear: number | null;
}

/** A charge of a saved method; `amount` is all of it, fee included. The operation is the funding. */
export interface SavedCharge {
  readonly operation: ProviderOperation;
  readonly amount: bigint;
  readonly currency: CurrencyCode;
  readonly customerId: string;
  readonly methodId: string;
  readonly kind: PaidWith["kind"];
  readonly milestoneId: string;
  readonly partnershipId: string;
  readonly description: string;
}

/** Money of a charge that the payer's bank claims back, as the provider tells it now. */
export interface DisputeFacts {
  readonly disputeId: string;
  readonly paymentIntentId: string;
  readonly currency: CurrencyCode;
  /** What left our balance because of it, and what came back, each with the provider's fee; null: nothing moved. */
  readonly withdrawn: DisputeMovement | null;
  readonly reinstated: DisputeMovement | null;
  /** `open`: the provider will decide. `lost`: nothing brings it back. */
  readonly status: "open" | "won" | "lost";
  /** The bank's reason, as the provider's code. */
  readonly reason: string;
  /** Until when evidence may be handed in. */
  readonly evidenceDueAt: Date | null;
}

export interface DisputeMovement {
  readonly amount: bigint;
  readonly fee: bigint;
}

export interface TransferRequest {
  readonly operation: ProviderOperation;
  readonly amount: bigint;
  readonly currency: CurrencyCode;
  readonly accountId: string;
  readonly chargeId: string;
  readonly milestoneId: string;
  readonly releaseId: string;
}

export interface TransferFacts {
  readonly transferId: string;
  readonly operationId: string | null;
  readonly amount: bigint;
  readonly reversed: bigint;
  readonly currency: CurrencyCode;
}

/** Money of a charge that goes back to whoever paid it. The operation is the refund; `amount` is all of it, fee included. */
export interface RefundRequest {
  readonly operation: ProviderOperation;
  readonly amount: bigint;
  readonly currency: CurrencyCode;
  readonly chargeId: string;
  readonly milestoneId: string;
}

/** A refund as the provider tells it now. */
export interface RefundFacts {
  readonly providerRefundId: string;
  readonly operationId: string | null;
  readonly amount: bigint;
  readonly currency: CurrencyCode;
  readonly status: "pending" | "succeeded" | "failed";
  /** Whether it left our balance, at least for a while. */
  readonly booked: boolean;
  /** Why it failed, or what it waits for, in the provider's words. */
  readonly reason: string | null;
}

export interface PayoutRequest {
  readonly operation: ProviderOperation;
  readonly accountId: string;
  readonly amount: bigint;
  readonly currency: CurrencyCode;
}

export interface PayoutFacts {
  readonly payoutId: string;
  readonly operationId: string | null;
  readonly accountId: string;
  readonly status: "pending" | "in_transit" | "paid" | "failed" | "canceled";
  readonly amount: bigint;
  readonly currency: CurrencyCode;
  readonly arrivalDate: Date;
  readonly failureCode: string | null;
  readonly failureReason: string | null;
  readonly traceId: string | null;
}

export interface AccountRequest {
  readonly operation: ProviderOperation;
  readonly organizationId: string;
  readonly email: string;
  readonly businessName: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly currency: CurrencyCode;
}

export interface AccountFacts extends PayeeAccount {
  readonly accountId: string;
  readonly organizationId: string | null;
  readonly detailsSubmitted: boolean;
  readonly country: string;
}

/** Balance of the platform (`accountId` null) or of a producer's account, per currency, in minor units. */
export interface BalanceFacts {
  readonly currency: CurrencyCode;
  readonly available: bigint;
  readonly pending: bigint;
}

/** A verified event. Only what is needed to look the object up again: the event's own picture of it is never trusted. */
export interface ProviderEvent {
  readonly eventId: string;
  readonly type: string;
  readonly accountId: string | null;
  readonly objectId: string;
  readonly createdAt: Date;
}

export interface InvalidWebhook extends Failure {
  readonly code: "webhook.signature_invalid" | "webhook.stale" | "webhook.unreadable";
}

export interface PaymentGateway {
  createCheckout(request: CheckoutRequest): Promise<ProviderOutcome<CheckoutSession>>;
  /** Closes a page that was left open. A page that was paid meanwhile is answered as it is. */
  expireCheckout(sessionId: string): Promise<ProviderOutcome<CheckoutSession>>;
  readCheckout(sessionId: string): Promise<ProviderOutcome<CheckoutSession>>;
  readPayment(paymentIntentId: string): Promise<ProviderOutcome<PaymentFacts>>;
  createCustomer(request: CustomerRequest): Promise<ProviderOutcome<{ customerId: string }>>;
  createSetup(request: SetupRequest): Promise<ProviderOutcome<SetupSession>>;
  readSetup(sessionId: string): Promise<ProviderOutcome<SetupSession>>;
  detachMethod(methodId: string): Promise<ProviderOutcome<null>>;
  /** Refused with `authentication_required` when the card wants its holder. */
  chargeSaved(request: SavedCharge): Promise<ProviderOutcome<PaymentFacts>>;
  findSavedCharge(
    request: Pick<SavedCharge, "operation" | "customerId">,
  ): Promise<ProviderOutcome<PaymentFacts | null>>;
  readDispute(disputeId: string): Promise<ProviderOutcome<DisputeFacts>>;
  createTransfer(request: TransferRequest): Promise<ProviderOutcome<TransferFacts>>;
  /** Looks for the transfer of an operation by its transfer group and metadata. `done` with null means: surely not made. */
  findTransfer(request: TransferRequest): Promise<ProviderOutcome<TransferFacts | null>>;
  readTransfer(transferId: string): Promise<ProviderOutcome<TransferFacts>>;
  /** Refused for good when the charge cannot be refunded (any more). */
  createRefund(request: RefundRequest): Promise<ProviderOutcome<RefundFacts>>;
  /** Looks through the charge's refunds for the one of an operation. `done` with null means: surely not made. */
  findRefund(request: RefundRequest): Promise<ProviderOutcome<RefundFacts | null>>;
  readRefund(providerRefundId: string): Promise<ProviderOutcome<RefundFacts>>;
  /** All refunds of a charge. */
  listRefunds(chargeId: string): Promise<ProviderOutcome<readonly RefundFacts[]>>;
  createPayout(request: PayoutRequest): Promise<ProviderOutcome<PayoutFacts>>;
  findPayout(request: PayoutRequest): Promise<ProviderOutcome<PayoutFacts | null>>;
  readPayout(accountId: string, payoutId: string): Promise<ProviderOutcome<PayoutFacts>>;
  createAccount(request: AccountRequest): Promise<ProviderOutcome<AccountFacts>>;
  readAccount(accountId: string): Promise<ProviderOutcome<AccountFacts>>;
  createOnboardingLink(
    accountId: string,
    returnUrl: string,
    refreshUrl: string,
  ): Promise<ProviderOutcome<{ url: string }>>;
  /** A single-use address of the provider's own dashboard of a producer's account, once it is set up. */
  createDashboardLink(accountId: string): Promise<ProviderOutcome<{ url: string }>>;
  readBalance(accountId: string | null): Promise<ProviderOutcome<readonly BalanceFacts[]>>;
  /** One page of an account's movements, newest first. */
  listMovements(request: MovementsRequest): Promise<ProviderOutcome<MovementsPage>>;
  /** Verifies the signature (tolerance 300 s against `now`) and reads the event. */
  readWebhook(
    endpoint: "platform" | "connect",
    body: string,
    signature: string,
    now: Date,
  ): Promise<Result<ProviderEvent, InvalidWebhook>>;
}
