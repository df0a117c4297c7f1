import type Stripe from "stripe";
import { z } from "zod";
import { type Context, newId } from "../context";
import { emit } from "../events/emit";
import { amount, listParams, mergeMetadata, metadata, params, range, text } from "../http/params";
import { route } from "../http/route";
import { invalidRequest } from "../http/stripe-error";
import { formatAmount } from "../ledger/currencies";
import { idOf, inRange, listObjects, objectFromParam, objectFromUrl, saveObject } from "../state/objects";
import { latestCharge } from "./charges";
import { closeInquiry } from "./decide-dispute";
import { payRefund } from "./pay-refund";

const created = params({
  amount: amount().optional(),
  charge: text().optional(),
  metadata: metadata().optional(),
  payment_intent: text().optional(),
  reason: z.enum(["duplicate", "fraudulent", "requested_by_customer"]).optional(),
});

function create(ctx: Context, input: z.output<typeof created>): Stripe.Refund {
  const charge = chargeToRefund(ctx, input);
  requireRefundable(ctx, charge);
  const left = charge.amount_captured - charge.amount_refunded;
  if (left <= 0) {
    throw invalidRequest(`Charge ${charge.id} has already been refunded.`, {
      code: "charge_already_refunded",
    });
  }
  const wanted = input.amount ?? left;
  if (wanted > left) {
    throw invalidRequest(
      `Refund amount (${formatAmount(wanted, charge.currency)}) is greater than unrefunded amount on charge (${formatAmount(left, charge.currency)})`,
      { param: "amount" },
    );
  }
  const refund = saveObject(ctx, "refunds", buildRefund(ctx, charge, wanted, input));
  const refunded = saveObject(ctx, "charges", {
    ...charge,
    amount_refunded: charge.amount_refunded + wanted,
    refunded: charge.amount_refunded + wanted === charge.amount_captured,
  });
  emit(ctx, "refund.created", refund);
  emit(ctx, "charge.refunded", refunded, charge);
  endInquiry(ctx, refunded);
  return payRefund(ctx, refund) ?? refund;
}

/** A charge whose money is not there, or has been taken back by the bank, cannot be refunded. */
function requireRefundable(ctx: Context, charge: Stripe.Charge): void {
  if (charge.status !== "succeeded") {
    throw invalidRequest(
      `Charge ${charge.id} is ${charge.status}; only a charge that succeeded is refunded.`,
      {
        param: "charge",
      },
    );
  }
  const dispute = disputeOf(ctx, charge.id);
  if (dispute === undefined || dispute.is_charge_refundable || dispute.status === "won") return;
  throw invalidRequest(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
    code: "charge_disputed",
    param: "charge",
  });
}

/** An inquiry about a charge that has been refunded whole has nothing more to ask. */
function endInquiry(ctx: Context, charge: Stripe.Charge): void {
  const dispute = disputeOf(ctx, charge.id);
  const waits = dispute?.status === "warning_needs_response" || dispute?.status === "warning_under_review";
  if (dispute !== undefined && waits && charge.refunded) closeInquiry(ctx, dispute);
}

function disputeOf(ctx: Context, charge: string): Stripe.Dispute | undefined {
  return [...ctx.store.all("disputes")].map((row) => row.object).find((one) => one.charge === charge);
}

function chargeToRefund(
  ctx: Context,
  input: { charge?: string | undefined; payment_intent?: string | undefined },
): Stripe.Charge {
  if ((input.charge === undefined) === (input.payment_intent === undefined)) {
    throw invalidRequest(
      "One of the following params should be provided for this request: payment_intent or charge.",
    );
  }
  if (input.payment_intent === undefined)
    return objectFromParam(ctx, "charges", input.charge ?? "", "charge");
  const intent = objectFromParam(ctx, "paymentIntents", input.payment_intent, "payment_intent");
  if (intent.status !== "succeeded") {
    throw invalidRequest(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`);
  }
  return latestCharge(ctx, intent);
}

function buildRefund(
  ctx: Context,
  charge: Stripe.Charge,
  amount: number,
  input: z.output<typeof created>,
): Stripe.Refund {
  return {
    id: newId(ctx, "re"),
    object: "refund",
    amount,
    balance_transaction: null,
    charge: charge.id,
    created: ctx.now,
    currency: charge.currency,
    customer: idOf(charge.customer),
    customer_account: null,
    destination_details: destinationOf(charge),
    metadata: mergeMetadata({}, input.metadata),
    payment_intent: idOf(charge.payment_intent),
    payment_method: charge.payment_method,
    pending_reason: "insufficient_funds",
    reason: input.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: "pending",
    transfer_reversal: null,
  };
}

/** How the money goes back: as a refund on the card, or by transfer to the bank account. */
function destinationOf(charge: Stripe.Charge): Stripe.Refund.DestinationDetails {
  if (charge.payment_method_details?.type !== "us_bank_account")
    return { card: { type: "refund" }, type: "card" };
  return { type: "us_bank_transfer", us_bank_transfer: { reference: null, reference_status: null } };
}

const listed = listParams({
  charge: text().optional(),
  created: range().optional(),
  payment_intent: text().optional(),
});

export const refundRoutes = [
  route("POST", "/v1/refunds", created, create),
  route("GET", "/v1/refunds", listed, (ctx, input) =>
    listObjects(
      ctx,
      "refunds",
      "/v1/refunds",
      input,
      (refund) =>
        inRange(refund.created, input.created) &&
        (input.charge === undefined || refund.charge === input.charge) &&
        (input.payment_intent === undefined || refund.payment_intent === input.payment_intent),
    ),
  ),
  route("GET", "/v1/refunds/:id", params({}), (ctx, _input, path) =>
    objectFromUrl(ctx, "refunds", path("id"), "refund"),
  ),
  route("POST", "/v1/refunds/:id", params({ metadata: metadata().optional() }), (ctx, input, path) => {
    const before = objectFromUrl(ctx, "refunds", path("id"), "refund");
    const refund = saveObject(ctx, "refunds", {
      ...before,
      metadata: mergeMetadata(before.metadata, input.metadata),
    });
    emit(ctx, "refund.updated", refund, before);
    return refund;
  }),
];
