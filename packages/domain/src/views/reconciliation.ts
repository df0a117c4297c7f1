import { z } from "zod";
import { currencyCode } from "../money/currency";
import { differenceKinds, movementFamilies, reconciliationStatuses } from "../reconciliation/difference";
import { commandKey } from "./milestone";
import { id, pageBounds } from "./shapes";

const sums = z.array(z.strictObject({ currency: currencyCode, amount: z.bigint() }));

/** How the organization's money agrees with the payment provider, by the latest comparison. */
export const reconciliationView = z.strictObject({
  /** Null before the first comparison. */
  asOf: z.date().nullable(),
  /** Whether another comparison is asked for or being made. */
  running: z.boolean(),
  matched: z.number().int(),
  inFlight: z.number().int(),
  differences: z.number().int(),
  /** Under way between here and the provider: neither agreed nor a difference. Without sign. */
  inFlightSums: sums,
});
export type ReconciliationView = z.infer<typeof reconciliationView>;

/** One movement of the organization's money: ours beside the provider's. Negative: it left the account. */
export const reconciliationRow = z.strictObject({
  id,
  at: z.date(),
  family: z.enum(movementFamilies),
  milestoneId: id.nullable(),
  milestoneTitle: z.string().nullable(),
  counterpartyName: z.string().nullable(),
  currency: currencyCode,
  amount: z.bigint().nullable(),
  providerCurrency: currencyCode.nullable(),
  providerAmount: z.bigint().nullable(),
  /** The provider's charge, transfer or payout, and its booking. */
  reference: z.string().nullable(),
  transactionId: z.string().nullable(),
  status: z.enum(reconciliationStatuses),
  difference: z.enum(differenceKinds).nullable(),
  /** Since when the line stands as it does. */
  since: z.date(),
});
export type ReconciliationRow = z.infer<typeof reconciliationRow>;

export const reconciliationFilters = ["all", "differences", "in_flight"] as const;
export const listReconciliationInput = z.strictObject({
  show: z.enum(reconciliationFilters).default("all"),
  ...pageBounds,
});
export const requestReconciliationInput = z.strictObject({ commandKey });

const accountTotal = z.strictObject({
  /** The code of the account in the chart of accounts. */
  account: z.string(),
  currency: currencyCode,
  /** One of both is zero. */
  debit: z.bigint(),
  credit: z.bigint(),
});

/** The organization's accounts at an instant; debits and credits come to the same per currency. */
export const trialBalanceView = z.strictObject({
  /** The day at whose end the accounts are shown, in the organization's time zone; null: now. */
  asOf: z.iso.date().nullable(),
  at: z.date(),
  timeZone: z.string(),
  accounts: z.array(accountTotal),
  totals: z.array(z.strictObject({ currency: currencyCode, debit: z.bigint(), credit: z.bigint() })),
});
export type TrialBalanceView = z.infer<typeof trialBalanceView>;
export type AccountTotal = z.infer<typeof accountTotal>;

export const trialBalanceInput = z.strictObject({ asOf: z.iso.date("is no date").nullish() });
