import { createHash } from "node:crypto";
import type Stripe from "stripe";
import { z } from "zod";
import { actingFor, type Context, newId } from "../context";
import { emit } from "../events/emit";
import { currency, text } from "../http/params";
import { invalidRequest } from "../http/stripe-error";
import { saveObject } from "../state/objects";
import { provide } from "./assess";
import { failureCodeOf } from "./bank-behaviour";
import { ensurePayoutRun } from "./payout-run";

export const bankAccountInput = z.strictObject({
  object: z.literal("bank_account"),
  account_holder_name: text().optional(),
  account_holder_type: z.enum(["company", "individual"]).optional(),
  account_number: text().transform((value) => value.replace(/[\s-]/g, "").toUpperCase()),
  country: text(),
  currency: currency().optional(),
  routing_number: text().optional(),
});
export type BankAccountInput = z.output<typeof bankAccountInput>;

/** Adds a bank account and announces it; payouts that waited for one go out with the next run. */
export function addBankAccount(ctx: Context, account: string, input: BankAccountInput): Stripe.BankAccount {
  const bank = recordBankAccount(ctx, account, input);
  provide(ctx, account, ["external_account"]);
  emit(actingFor(ctx, account), "account.external_account.created", bank);
  ensurePayoutRun(ctx, account);
  return bank;
}

/** Writes a bank account down; the first in its currency becomes the one payouts of that currency go to. */
export function recordBankAccount(
  ctx: Context,
  account: string,
  input: BankAccountInput,
): Stripe.BankAccount {
  const acting = actingFor(ctx, account);
  if (!/^[A-Z0-9]{5,34}$/.test(input.account_number)) {
    throw invalidRequest("Invalid account number: it must be an IBAN or 5 to 17 digits.", {
      code: "account_number_invalid",
      param: "external_account[account_number]",
    });
  }
  const own = bankAccountsOf(acting);
  const wanted = input.currency ?? ctx.store.get("accounts", account)?.object.default_currency ?? "gbp";
  const bank: Stripe.BankAccount = {
    id: newId(ctx, "ba"),
    object: "bank_account",
    account,
    account_holder_name: input.account_holder_name ?? null,
    account_holder_type: input.account_holder_type ?? null,
    account_type: null,
    available_payout_methods: ["standard"],
    bank_name: "STRIPE TEST BANK",
    country: input.country,
    currency: wanted,
    default_for_currency: !own.some((other) => other.currency === wanted),
    fingerprint: createHash("sha256").update(`bank ${input.account_number}`).digest("hex").slice(0, 16),
    future_requirements: null,
    last4: input.account_number.slice(-4),
    metadata: {},
    requirements: null,
    routing_number: input.routing_number ?? null,
    status: "new",
  };
  saveObject(acting, "bankAccounts", bank);
  ctx.store.put("bankBehaviours", bank.id, { failureCode: failureCodeOf(input.account_number) });
  return bank;
}

export function bankAccountsOf(ctx: Context): Stripe.BankAccount[] {
  const rows = [...ctx.store.all("bankAccounts")].filter((row) => row.account === ctx.account);
  return rows.map((row) => row.object);
}

/**
 * Where a payout goes: the default account of its currency, else the oldest account (Stripe would have converted
 * the money on arrival; the sandbox has no exchange and lets the bank take the currency). Null without any.
 */
export function payoutDestination(ctx: Context, wanted: string): Stripe.BankAccount | null {
  const own = bankAccountsOf(ctx).filter((bank) => bank.status !== "errored");
  const sameCurrency = own.filter((bank) => bank.currency === wanted);
  return sameCurrency.find((bank) => bank.default_for_currency === true) ?? sameCurrency[0] ?? own[0] ?? null;
}
