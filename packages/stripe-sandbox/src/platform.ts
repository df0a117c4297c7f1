import { createHash } from "node:crypto";
import type Stripe from "stripe";
import { buildAccount } from "./connect/account-object";
import { recordBankAccount } from "./connect/bank-accounts";
import type { Context } from "./context";
import { settledCurrencies } from "./ledger/currencies";
import type { Store } from "./state/store";

/** The key of the product in development. */
export const defaultKey = "sk_test_evenshare";

/** One secret key and everything behind it; platforms share nothing but the clock. */
export interface Platform {
  readonly key: string;
  readonly account: string;
  readonly store: Store;
  /** Idempotency keys of requests that are running right now. */
  readonly running: Set<string>;
  requests: number;
}

/** The platform's account id follows from its key, so that it is the same after every reset. */
export function platformAccountId(key: string): string {
  return `acct_${createHash("sha256").update(`platform ${key}`).digest("hex").slice(0, 16)}`;
}

/**
 * Makes the platform's own account: in GB, on manual payouts, with a bank account in every currency the sandbox
 * settles. Runs inside a transaction.
 */
export function foundPlatform(ctx: Context): void {
  const account = buildAccount(ctx.platformAccount, {
    country: "GB",
    created: ctx.now,
    currency: "gbp",
    email: "platform@example.com",
    businessType: "company",
    metadata: {},
    controller: { type: "account" },
    type: "standard",
    schedule: { delay_days: 2, interval: "manual" },
    name: "Evenshare (sandbox)",
  });
  save(ctx, account);
  const banks = settledCurrencies.map((currency) =>
    recordBankAccount({ ...ctx, account: ctx.platformAccount }, ctx.platformAccount, {
      object: "bank_account",
      account_number: "GB82WEST12345698765432",
      country: "GB",
      currency,
    }),
  );
  save(ctx, {
    ...account,
    capabilities: { card_payments: "active", transfers: "active" },
    charges_enabled: true,
    details_submitted: true,
    external_accounts: {
      object: "list",
      data: banks,
      has_more: false,
      url: `/v1/accounts/${account.id}/external_accounts`,
    },
    payouts_enabled: true,
  });
}

function save(ctx: Context, account: Stripe.Account): void {
  ctx.store.put("accounts", account.id, { account: ctx.platformAccount, object: account });
}
