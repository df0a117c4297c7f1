import type Stripe from "stripe";
import type { Context } from "../context";
import { type BankInput, createBankMethod } from "./bank-methods";
import { type CardInput, createCardMethod } from "./card-methods";

/** What the payer has entered on a hosted page. */
export type Payment = (({ type: "card" } & CardInput) | ({ type: "us_bank_account" } & BankInput)) & {
  email: string;
};

/** Makes the card or bank account the payer has entered; a wrong one is refused with its reason. */
export function createMethod(ctx: Context, payment: Payment): Stripe.PaymentMethod {
  return payment.type === "card" ? createCardMethod(ctx, payment) : createBankMethod(ctx, payment);
}
