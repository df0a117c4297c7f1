import type Stripe from "stripe";
import { actingFor, type Context } from "../context";
import { emit } from "../events/emit";
import { post } from "../ledger/post";
import type { AccountDemands } from "../state/tables";
import { assess, onboardingOf } from "./assess";

/** Asks an account for more, or shuts it out with a reason; null takes every such demand back. */
export function demand(
  ctx: Context,
  account: Stripe.Account,
  wish: Partial<AccountDemands> | null,
): Stripe.Account {
  const { demands: _replaced, ...rest } = onboardingOf(ctx, account.id);
  const demands: AccountDemands = {
    currently_due: [],
    past_due: [],
    eventually_due: [],
    pending_verification: [],
    disabled_reason: null,
    current_deadline: null,
    errors: [],
    ...wish,
  };
  ctx.store.put("onboardings", account.id, wish === null ? rest : { ...rest, demands });
  return assess(ctx, account, account);
}

/** The account cuts its connection: the platform is told once, and has no access to it any more. */
export function deauthorize(ctx: Context, account: Stripe.Account): void {
  const application = { id: `ca_${ctx.platformAccount.slice(5)}`, object: "application", name: "Evenshare" };
  emit(actingFor(ctx, account.id), "account.application.deauthorized", application);
  ctx.store.put("onboardings", account.id, { ...onboardingOf(ctx, account.id), deauthorized: true });
}

/** Stripe takes money from an account for reasons of its own; it may go below zero. Amount in minor units. */
export function adjustBalance(
  ctx: Context,
  account: string,
  change: { amount: number; currency: string; description: string },
): Stripe.BalanceTransaction[] {
  return post(ctx, {
    currency: change.currency,
    legs: [
      {
        account,
        type: "adjustment",
        reportingCategory: "other_adjustment",
        amount: change.amount,
        source: account,
        description: change.description,
        availableOn: ctx.now,
      },
    ],
    outside: [{ name: "fees", amount: -change.amount }],
  });
}
