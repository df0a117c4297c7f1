import type Stripe from "stripe";
import { clearTimer, setTimer } from "../clock/timers";
import { actingFor, type Context } from "../context";
import { emit } from "../events/emit";
import { invalidRequest } from "../http/stripe-error";
import { post } from "../ledger/post";
import { completePendingRefunds } from "../payments/pay-refund";
import { findObject, idOf, saveObject } from "../state/objects";
import { assess, withdraw } from "./assess";
import { payoutDestination } from "./bank-accounts";
import { payoutFailureMessages } from "./bank-behaviour";
import { makePayout } from "./make-payout";
import { ensurePayoutRun } from "./payout-run";

/** The daily run of the acting account: pays out everything available, one payout per currency. */
export function runPayouts(ctx: Context): void {
  const account = ctx.store.get("accounts", ctx.account)?.object;
  if (account === undefined || account.settings?.payouts?.schedule.interval === "manual") return;
  const balances = [...ctx.store.all("balances")].filter(
    (row) => row.account === ctx.account && row.available > 0,
  );
  for (const { currency, available } of balances) {
    const destination = account.payouts_enabled ? payoutDestination(ctx, currency) : null;
    if (destination === null) continue;
    makePayout(ctx, {
      amount: available,
      currency,
      destination,
      automatic: true,
      description: "STRIPE PAYOUT",
      metadata: {},
      statementDescriptor: null,
    });
  }
  // What could not be paid today is tried again tomorrow.
  ensurePayoutRun(ctx, ctx.account);
}

/** The next thing that happens to a payout: it leaves, or it arrives, or the bank sends it back. */
export function stepPayout(ctx: Context, payout: Stripe.Payout): void {
  if (payout.status === "pending" && ctx.now < payout.arrival_date) {
    const sent = saveObject(ctx, "payouts", { ...payout, status: "in_transit" });
    setTimer(ctx, "payout_step", payout.id, payout.arrival_date);
    emit(ctx, "payout.updated", sent, payout);
    return;
  }
  if (payout.status !== "pending" && payout.status !== "in_transit") return;
  const failure = ctx.store.get("bankBehaviours", idOf(payout.destination) ?? "")?.failureCode ?? null;
  if (failure === null) arrive(ctx, payout);
  else failPayout(ctx, payout, failure);
}

function arrive(ctx: Context, payout: Stripe.Payout): void {
  const paid = saveObject(ctx, "payouts", {
    ...payout,
    reconciliation_status: payout.automatic ? "completed" : payout.reconciliation_status,
    status: "paid",
    trace_id: { status: "supported", value: `TRACE${payout.id.slice(-12).toUpperCase()}` },
  });
  emit(ctx, "payout.paid", paid, payout);
  const bank = findObject(ctx, "bankAccounts", idOf(payout.destination) ?? "");
  if (bank?.status === "new") saveObject(ctx, "bankAccounts", { ...bank, status: "validated" });
}

/**
 * The bank sends a payout back (also some days after it was reported paid): the money returns to the available
 * balance, the bank account is marked, and the account must give another before it is paid out again.
 */
export function failPayout(ctx: Context, payout: Stripe.Payout, code: string): Stripe.Payout {
  if (payout.status === "failed" || payout.status === "canceled") {
    throw invalidRequest(`Payout ${payout.id} is already ${payout.status}.`);
  }
  const failed = saveObject(ctx, "payouts", {
    ...payout,
    failure_balance_transaction: moveBack(ctx, payout, "payout_failure"),
    failure_code: code,
    failure_message: payoutFailureMessages[code] ?? payoutFailureMessages["could_not_process"] ?? null,
    status: "failed",
  });
  clearTimer(ctx, "payout_step", payout.id);
  emit(ctx, "payout.failed", failed, payout);
  blockBank(ctx, idOf(payout.destination));
  completePendingRefunds(ctx);
  return failed;
}

/** Takes a payout back before it has left. */
export function cancelPayout(ctx: Context, payout: Stripe.Payout): Stripe.Payout {
  if (payout.status !== "pending") {
    throw invalidRequest(
      `Payout ${payout.id} has the status ${payout.status}; only pending payouts can be canceled.`,
      {
        code: "payout_not_allowed",
      },
    );
  }
  clearTimer(ctx, "payout_step", payout.id);
  const canceled = saveObject(ctx, "payouts", {
    ...payout,
    failure_balance_transaction: moveBack(ctx, payout, "payout_cancel"),
    status: "canceled",
  });
  emit(ctx, "payout.canceled", canceled, payout);
  return canceled;
}

function moveBack(
  ctx: Context,
  payout: Stripe.Payout,
  type: "payout_cancel" | "payout_failure",
): string | null {
  const [transaction] = post(ctx, {
    currency: payout.currency,
    legs: [
      {
        account: ctx.account,
        type,
        reportingCategory: "payout_reversal",
        amount: payout.amount,
        source: payout.id,
        availableOn: ctx.now,
      },
    ],
    outside: [{ name: "banks", amount: -payout.amount }],
  });
  return transaction?.id ?? null;
}

function blockBank(ctx: Context, bankId: string | null): void {
  const bank = bankId === null ? undefined : findObject(ctx, "bankAccounts", bankId);
  const account = ctx.store.get("accounts", ctx.account)?.object;
  if (bank === undefined || account === undefined || ctx.account === ctx.platformAccount) return;
  const errored = saveObject(ctx, "bankAccounts", { ...bank, status: "errored" });
  emit(ctx, "account.external_account.updated", errored, bank);
  const usable = [...ctx.store.all("bankAccounts")].some(
    (row) => row.account === ctx.account && row.object.status !== "errored",
  );
  if (!usable) withdraw(ctx, ctx.account, "external_account");
  assess(actingFor(ctx, ctx.platformAccount), account, account);
}
