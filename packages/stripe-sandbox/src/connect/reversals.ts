import type Stripe from "stripe";
import type { z } from "zod";
import { actingFor, type Context, newId } from "../context";
import { emit } from "../events/emit";
import { amount, flag, listParams, mergeMetadata, metadata, params, text } from "../http/params";
import { type PathParts, route } from "../http/route";
import { invalidRequest, StripeError } from "../http/stripe-error";
import { balanceOf, post } from "../ledger/post";
import { completePendingRefunds } from "../payments/pay-refund";
import { idOf, listObjects, objectFromUrl, saveObject } from "../state/objects";
import { ownOrConnected } from "./visible-account";

const created = params({
  amount: amount().optional(),
  description: text().optional(),
  metadata: metadata().optional(),
  refund_application_fee: flag().optional(),
});

/** Takes a transfer back, or a part of it; refused when the connected account no longer has the money. */
function create(ctx: Context, input: z.output<typeof created>, path: PathParts): Stripe.TransferReversal {
  const transfer = objectFromUrl(ctx, "transfers", path("transfer"), "transfer");
  const left = transfer.amount - transfer.amount_reversed;
  const wanted = input.amount ?? left;
  if (left === 0) throw invalidRequest(`Transfer ${transfer.id} is already fully reversed.`, { param: "id" });
  if (wanted > left) {
    throw invalidRequest(`Amount ${wanted} is more than what is left of the transfer to reverse (${left}).`, {
      param: "amount",
    });
  }
  const destination = actingFor(ctx, ownOrConnected(ctx, idOf(transfer.destination) ?? "").id);
  const payment = objectFromUrl(destination, "charges", idOf(transfer.destination_payment) ?? "");
  const pendingUntil = pendingUntilOf(destination, payment);
  requireCover(destination, transfer.currency, wanted, pendingUntil !== null);
  const reversal = moveBack(ctx, { transfer, wanted, payment, availableOn: pendingUntil ?? ctx.now });
  const saved = saveObject(ctx, "transferReversals", {
    ...reversal,
    metadata: mergeMetadata({}, input.metadata),
  });
  recordOnTransfer(ctx, transfer, saved);
  completePendingRefunds(ctx);
  return saved;
}

function moveBack(
  ctx: Context,
  move: { transfer: Stripe.Transfer; wanted: number; payment: Stripe.Charge; availableOn: number },
): Stripe.TransferReversal {
  const { transfer, wanted, payment, availableOn } = move;
  const destination = actingFor(ctx, idOf(transfer.destination) ?? "");
  const id = newId(ctx, "trr");
  const refundId = newId(ctx, "pyr");
  const [back, taken] = post(ctx, {
    currency: transfer.currency,
    legs: [
      {
        account: ctx.account,
        type: "transfer_refund",
        reportingCategory: "transfer_reversal",
        amount: wanted,
        source: id,
        availableOn,
      },
      {
        account: destination.account,
        type: "payment_refund",
        reportingCategory: "refund",
        amount: -wanted,
        source: refundId,
        availableOn,
      },
    ],
    outside: [],
  });
  saveObject(destination, "refunds", paymentRefund(refundId, payment, wanted, taken?.id ?? null, ctx.now));
  const refunded = saveObject(destination, "charges", {
    ...payment,
    amount_refunded: payment.amount_refunded + wanted,
    refunded: payment.amount_refunded + wanted === payment.amount,
  });
  emit(destination, "charge.refunded", refunded, payment);
  return {
    id,
    object: "transfer_reversal",
    amount: wanted,
    balance_transaction: back?.id ?? null,
    created: ctx.now,
    currency: transfer.currency,
    destination_payment_refund: refundId,
    metadata: {},
    source_refund: null,
    transfer: transfer.id,
  };
}

function recordOnTransfer(ctx: Context, before: Stripe.Transfer, reversal: Stripe.TransferReversal): void {
  const reversed = before.amount_reversed + reversal.amount;
  const transfer = saveObject(ctx, "transfers", {
    ...before,
    amount_reversed: reversed,
    reversals: {
      ...before.reversals,
      data: [reversal, ...before.reversals.data].slice(0, 10),
      has_more: before.reversals.has_more || before.reversals.data.length >= 10,
    },
    reversed: reversed === before.amount,
  });
  emit(ctx, "transfer.reversed", transfer, before);
}

function pendingUntilOf(ctx: Context, payment: Stripe.Charge): number | null {
  const transaction = objectFromUrl(ctx, "balanceTransactions", idOf(payment.balance_transaction) ?? "");
  return transaction.status === "pending" ? transaction.available_on : null;
}

function requireCover(ctx: Context, currency: string, wanted: number, pending: boolean): void {
  const balance = balanceOf(ctx, ctx.account, currency);
  if ((pending ? balance.pending : balance.available) >= wanted) return;
  throw new StripeError(400, {
    type: "invalid_request_error",
    code: "balance_insufficient",
    message: "The connected account does not have enough funds to cover this transfer reversal.",
  });
}

function paymentRefund(
  id: string,
  payment: Stripe.Charge,
  amountTaken: number,
  balanceTransaction: string | null,
  now: number,
): Stripe.Refund {
  return {
    id,
    object: "refund",
    amount: amountTaken,
    balance_transaction: balanceTransaction,
    charge: payment.id,
    created: now,
    currency: payment.currency,
    customer: null,
    customer_account: null,
    metadata: {},
    payment_intent: null,
    payment_method: null,
    reason: null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: "succeeded",
    transfer_reversal: null,
  };
}

function ofTransfer(ctx: Context, path: PathParts): Stripe.TransferReversal {
  const reversal = objectFromUrl(ctx, "transferReversals", path("id"));
  return objectFromUrl(ctx, "transfers", path("transfer"), "transfer").id === reversal.transfer
    ? reversal
    : objectFromUrl(ctx, "transferReversals", "");
}

const url = "/v1/transfers/:transfer/reversals";

export const reversalRoutes = [
  route("POST", url, created, create),
  route("GET", url, listParams({}), (ctx, input, path) => {
    const { id } = objectFromUrl(ctx, "transfers", path("transfer"), "transfer");
    const at = `/v1/transfers/${id}/reversals`;
    return listObjects(ctx, "transferReversals", at, input, (reversal) => reversal.transfer === id);
  }),
  route("GET", `${url}/:id`, params({}), (ctx, _input, path) => ofTransfer(ctx, path)),
  route("POST", `${url}/:id`, params({ metadata: metadata().optional() }), (ctx, input, path) => {
    const before = ofTransfer(ctx, path);
    return saveObject(ctx, "transferReversals", {
      ...before,
      metadata: mergeMetadata(before.metadata, input.metadata),
    });
  }),
];
