import type { PaymentFacts, ProviderOutcome } from "@evenshare/application";
import { z } from "zod";
import { checkAnswer } from "../answers/check-answer";
import { expectEqual } from "../answers/expect-equal";
import { fromWire, wireCurrency, wireRule } from "../currency/rail-amount";
import { operationIdOf, wireMetadata } from "../keys/metadata";
import { describeMethod, wireMethodDetails } from "../methods/method-details";
import { attemptRead } from "../outcome/attempt";
import type { Rail } from "../rail";

const wireBooking = z.object({
  object: z.literal("balance_transaction"),
  id: z.string().startsWith("txn_"),
  fee: z.int(),
  currency: z.string(),
  available_on: z.int(),
});

const wirePayment = z.object({
  object: z.literal("payment_intent"),
  id: z.string().startsWith("pi_"),
  status: z.enum([
    "requires_payment_method",
    "requires_confirmation",
    "requires_action",
    "processing",
    "requires_capture",
    "canceled",
    "succeeded",
  ]),
  amount: z.int(),
  currency: wireCurrency,
  metadata: wireMetadata,
  last_payment_error: z.object({ message: z.string().nullish(), code: z.string().nullish() }).nullish(),
  cancellation_reason: z.string().nullish(),
  latest_charge: z
    .object({
      object: z.literal("charge"),
      id: z.string(),
      balance_transaction: wireBooking.nullish(),
      payment_method_details: wireMethodDetails.nullish(),
    })
    .nullish(),
});

type WirePayment = z.infer<typeof wirePayment>;

/**
 * Reads a payment with its charge and booking.
 *
 * `failed` means that the last try was declined: while its checkout page is open the payer may still try another card.
 * `processing` is a bank debit under way: the bank pays or refuses within days.
 * A success is told only once the charge is booked in the payment's own currency, because the fee is part of it.
 */
export function readPayment(
  { stripe }: Rail,
  paymentIntentId: string,
): Promise<ProviderOutcome<PaymentFacts>> {
  return attemptRead(async () => {
    const expand = ["latest_charge.balance_transaction"];
    const payment = checkAnswer(
      wirePayment,
      await stripe.paymentIntents.retrieve(paymentIntentId, { expand }),
    );
    expectEqual("id", payment.id, paymentIntentId);
    return { ...describePayment(payment), ...describeBooking(payment) };
  });
}

function describePayment(payment: WirePayment) {
  const { status, last_payment_error: error } = payment;
  return {
    paymentIntentId: payment.id,
    fundingId: operationIdOf(payment.metadata),
    status: paymentStatus(payment),
    paidWith: describeMethod(payment.latest_charge?.payment_method_details),
    amount: fromWire(payment.amount, wireRule(payment.currency)),
    currency: payment.currency,
    failureCode: status === "succeeded" ? null : (error?.code ?? null),
    failureReason:
      status === "succeeded" ? null : (error?.message ?? error?.code ?? payment.cancellation_reason ?? null),
  };
}

function paymentStatus({ status, last_payment_error: error }: WirePayment): PaymentFacts["status"] {
  if (status === "succeeded" || status === "canceled" || status === "processing") return status;
  return status === "requires_payment_method" && error ? "failed" : "pending";
}

/** Charge, fee and availability, which only a success has. */
function describeBooking({ status, currency, latest_charge: charge }: WirePayment) {
  if (status !== "succeeded") return { chargeId: null, fee: 0n, availableOn: null };
  const booking = charge?.balance_transaction;
  if (!charge || !booking) throw new Error("the payment succeeded and is not booked yet");
  // A transfer must be in the currency the charge was booked in, so this money could not be passed on.
  expectEqual("booking currency", booking.currency, currency.toLowerCase());
  return {
    chargeId: charge.id,
    fee: fromWire(booking.fee, wireRule(currency)),
    availableOn: new Date(booking.available_on * 1_000),
  };
}
