import { createHash } from "node:crypto";
import type Stripe from "stripe";
import { type Context, newId } from "../context";
import { invalidRequest } from "../http/stripe-error";
import { saveObject } from "../state/objects";
import { noAddress } from "./card-details";
import { bankByNumber, testRoutingNumber } from "./test-banks";

export interface BankInput {
  accountNumber: string;
  routingNumber: string;
  holderType?: "company" | "individual";
  accountType?: "checking" | "savings";
  email?: string | null;
  name?: string | null;
}

/** Makes a US bank account that can be debited; only Stripe's test numbers are known. */
export function createBankMethod(ctx: Context, input: BankInput): Stripe.PaymentMethod {
  if (input.routingNumber !== testRoutingNumber) {
    throw invalidRequest(`The routing number must be ${testRoutingNumber} in the sandbox.`, {
      code: "routing_number_invalid",
      param: "us_bank_account[routing_number]",
    });
  }
  const known = bankByNumber(input.accountNumber);
  if (known === undefined) {
    throw invalidRequest("The sandbox only knows Stripe's test bank accounts, such as 000123456789.", {
      code: "account_number_invalid",
      param: "us_bank_account[account_number]",
    });
  }
  const method = buildBankMethod(newId(ctx, "pm"), ctx.now, input);
  ctx.store.put("debitAccounts", method.id, { number: known.number });
  return saveObject(ctx, "paymentMethods", method);
}

function buildBankMethod(id: string, now: number, input: BankInput): Stripe.PaymentMethod {
  return {
    id,
    object: "payment_method",
    allow_redisplay: "unspecified",
    billing_details: {
      address: noAddress,
      email: input.email ?? null,
      name: input.name ?? null,
      phone: null,
      tax_id: null,
    },
    created: now,
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: "us_bank_account",
    us_bank_account: {
      account_holder_type: input.holderType ?? "individual",
      account_type: input.accountType ?? "checking",
      bank_name: "STRIPE TEST BANK",
      financial_connections_account: null,
      fingerprint: createHash("sha256").update(`debit ${input.accountNumber}`).digest("hex").slice(0, 16),
      last4: input.accountNumber.slice(-4),
      networks: { preferred: "ach", supported: ["ach"] },
      routing_number: input.routingNumber,
      status_details: {},
    },
  };
}

/** The bank part of a charge's `payment_method_details`. */
export function chargeBankDetails(
  method: Stripe.PaymentMethod,
  mandate: string,
): Stripe.Charge.PaymentMethodDetails {
  const bank = method.us_bank_account;
  if (bank === undefined) throw new Error(`${method.id} is no bank account`);
  return {
    type: "us_bank_account",
    us_bank_account: {
      account_holder_type: bank.account_holder_type,
      account_type: bank.account_type,
      bank_name: bank.bank_name,
      fingerprint: bank.fingerprint,
      last4: bank.last4,
      mandate,
      payment_reference: null,
      routing_number: bank.routing_number,
    },
  };
}
