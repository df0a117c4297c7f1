import type Stripe from "stripe";

/** A Stripe object in its wire shape, with the account (platform or connected) it belongs to. */
export interface Owned<T> {
  account: string;
  object: T;
}

/** Running totals of one account in one currency, in minor units as Stripe writes them. */
export interface BalanceRow {
  account: string;
  currency: string;
  pending: number;
  available: number;
}

/**
 * What has gone to the world outside (negative: has come from it): card networks, bank accounts debited, Stripe's
 * fees, bank accounts of the platform and of those it pays, and what Stripe keeps back for accounts below zero.
 */
export interface OutsideRow {
  currency: string;
  name: OutsideName;
  amount: number;
}
export type OutsideName = "cards" | "debits" | "fees" | "banks" | "reserve";

/** The test card behind a payment method: its number decides how the payment goes. */
export interface CardRow {
  number: string;
  /** The customer has authenticated it for payments without him. */
  setUp?: true;
}

/** The test bank account behind a payment method: its number decides how a debit ends. */
export interface DebitAccountRow {
  number: string;
}

/** What a bank account does with a payout: null accepts it, a failure code refuses it. */
export interface BankBehaviourRow {
  failureCode: string | null;
}

/** What a Checkout Session will make once it is paid, and what it sells. */
export interface SessionPlanRow {
  lineItems: WireLineItem[];
  intent: {
    captureMethod: "automatic" | "automatic_async" | "manual";
    description: string | null;
    metadata: Stripe.Metadata;
    receiptEmail: string | null;
    setupFutureUsage: "off_session" | "on_session" | null;
    statementDescriptor: string | null;
    statementDescriptorSuffix: string | null;
    transferGroup: string | null;
  };
}

/** Prices are the one place where the SDK's type (a decimal class) differs from the wire (a string). */
export type WirePrice = Omit<Stripe.Price, "unit_amount_decimal"> & { unit_amount_decimal: string | null };
export type WireLineItem = Omit<Stripe.LineItem, "price"> & { price: WirePrice };

/** What is known of a connected account beyond its public object. */
export interface OnboardingRow {
  provided: string[];
  verification: "none" | "pending" | "verified" | "document_needed";
  capabilityOverrides: Record<string, CapabilityStatus>;
  requested: Record<string, number>;
  /** What Stripe asks for by the control plane's wish, beyond what the sandbox asks everybody. */
  demands?: AccountDemands;
  /** The account has cut its connection to the platform. */
  deauthorized?: true;
}

/** Requirements of an account by the wish of the control plane, in the words of `account.requirements`. */
export interface AccountDemands {
  currently_due: string[];
  past_due: string[];
  eventually_due: string[];
  pending_verification: string[];
  disabled_reason: Stripe.Account.Requirements.DisabledReason | null;
  current_deadline: number | null;
  errors: Stripe.Account.Requirements.Error[];
}
export type CapabilityStatus = "active" | "inactive" | "pending";

export interface HostedLinkRow {
  account: string;
  kind: "onboarding" | "login";
  refreshUrl: string | null;
  returnUrl: string | null;
  expiresAt: number;
  used: boolean;
}

export type TimerKind =
  | "funds_available"
  | "payout_run"
  | "payout_step"
  | "session_expiry"
  | "debit_settlement"
  | "debit_return"
  | "dispute_deadline"
  | "refund_step"
  | "topup_step"
  | "verification"
  | "delivery";

/** Something the clock will do at `due` (seconds since 1970) to the object `ref`. */
export interface TimerRow {
  due: number;
  kind: TimerKind;
  ref: string;
  order: number;
}

export interface DeliveryAttempt {
  at: number;
  status: number | null;
  error: string | null;
  ms: number;
}
export type WebhookFaultKind =
  | "drop"
  | "duplicate"
  | "delay"
  | "reorder"
  | "stale"
  | "wrong_secret"
  | "before_answer";

/** One event on its way to one endpoint. */
export interface DeliveryRow {
  id: string;
  event: string;
  type: string;
  endpoint: string;
  state: "waiting" | "delivered" | "failed" | "dropped";
  fault: WebhookFaultKind | null;
  attempts: DeliveryAttempt[];
}

/** The stored answer of a request with an idempotency key, kept for 24 hours. */
export interface IdempotencyRow {
  fingerprint: string;
  status: number;
  body: string;
  requestId: string;
  created: number;
}

export interface FaultRow {
  id: string;
  method: string | null;
  path: string;
  nth: number;
  times: number;
  kind: FaultKind;
  ms: number;
  seen: number;
  fired: number;
}
export type FaultKind =
  | "429"
  | "500"
  | "502"
  | "503"
  | "executed_then_drop"
  | "executed_then_500"
  | "stall"
  | "truncated"
  | "409"
  | "nonsense";

export interface WebhookFaultRow {
  id: string;
  kind: WebhookFaultKind;
  event: string;
  times: number;
  ms: number;
  fired: number;
}

export interface CounterRow {
  value: number;
}

/** Everything one platform (one secret key) holds. Public objects first, then what only the sandbox knows. */
export interface Tables {
  accounts: Owned<Stripe.Account>;
  bankAccounts: Owned<Stripe.BankAccount>;
  customers: Owned<Stripe.Customer>;
  paymentMethods: Owned<Stripe.PaymentMethod>;
  mandates: Owned<Stripe.Mandate>;
  setupIntents: Owned<Stripe.SetupIntent>;
  paymentIntents: Owned<Stripe.PaymentIntent>;
  charges: Owned<Stripe.Charge>;
  refunds: Owned<Stripe.Refund>;
  disputes: Owned<Stripe.Dispute>;
  checkoutSessions: Owned<Stripe.Checkout.Session>;
  transfers: Owned<Stripe.Transfer>;
  transferReversals: Owned<Stripe.TransferReversal>;
  payouts: Owned<Stripe.Payout>;
  topups: Owned<Stripe.Topup>;
  balanceTransactions: Owned<Stripe.BalanceTransaction>;
  events: Owned<Stripe.EventBase>;
  webhookEndpoints: Owned<Stripe.WebhookEndpoint>;

  balances: BalanceRow;
  outside: OutsideRow;
  cards: CardRow;
  debitAccounts: DebitAccountRow;
  bankBehaviours: BankBehaviourRow;
  sessionPlans: SessionPlanRow;
  onboardings: OnboardingRow;
  hostedLinks: HostedLinkRow;
  /** Which automatic payout a balance transaction went out with. */
  paidOut: { payout: string };
  endpointSecrets: { secret: string; connect: boolean };
  timers: TimerRow;
  deliveries: DeliveryRow;
  /** How many endpoints have not yet accepted an event. */
  pendingWebhooks: CounterRow;
  idempotency: IdempotencyRow;
  faults: FaultRow;
  webhookFaults: WebhookFaultRow;
  counters: CounterRow;
}

export type TableName = keyof Tables;

/** Tables whose rows are Stripe objects of an account. */
export type ObjectTable = {
  [T in TableName]: Tables[T] extends Owned<unknown> ? T : never;
}[TableName];

export type ObjectOf<T extends ObjectTable> = Tables[T]["object"];

export type TableMaps = { [T in TableName]: Map<string, Tables[T]> };

/** Empty maps for every table; the literal makes the compiler notice a forgotten one. */
export function emptyTables(): TableMaps {
  return {
    accounts: new Map(),
    bankAccounts: new Map(),
    customers: new Map(),
    paymentMethods: new Map(),
    mandates: new Map(),
    setupIntents: new Map(),
    paymentIntents: new Map(),
    charges: new Map(),
    refunds: new Map(),
    disputes: new Map(),
    checkoutSessions: new Map(),
    transfers: new Map(),
    transferReversals: new Map(),
    payouts: new Map(),
    topups: new Map(),
    balanceTransactions: new Map(),
    events: new Map(),
    webhookEndpoints: new Map(),
    balances: new Map(),
    outside: new Map(),
    cards: new Map(),
    debitAccounts: new Map(),
    bankBehaviours: new Map(),
    sessionPlans: new Map(),
    onboardings: new Map(),
    hostedLinks: new Map(),
    paidOut: new Map(),
    endpointSecrets: new Map(),
    timers: new Map(),
    deliveries: new Map(),
    pendingWebhooks: new Map(),
    idempotency: new Map(),
    faults: new Map(),
    webhookFaults: new Map(),
    counters: new Map(),
  };
}
