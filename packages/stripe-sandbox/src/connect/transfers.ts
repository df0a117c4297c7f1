import type Stripe from "stripe";
import { z } from "zod";
import { actingFor, type Context, newId } from "../context";
import { emit } from "../events/emit";
import {
  amount,
  currency,
  listParams,
  mergeMetadata,
  metadata,
  params,
  range,
  text,
  unsettable,
} from "../http/params";
import { route } from "../http/route";
import { invalidRequest, resourceMissing, StripeError } from "../http/stripe-error";
import { balanceOf, post } from "../ledger/post";
import { checkCurrency } from "../payments/intent-object";
import { idOf, inRange, listObjects, objectFromParam, objectFromUrl, saveObject } from "../state/objects";
import { destinationPayment } from "./destination-payment";
import { ensurePayoutRun } from "./payout-run";

const created = params({
  amount: amount().optional(),
  currency: currency(),
  description: text().optional(),
  destination: text(),
  metadata: metadata().optional(),
  source_transaction: text().optional(),
  source_type: z.enum(["bank_account", "card", "fpx"]).optional(),
  transfer_group: text().optional(),
});
type Input = z.output<typeof created>;

/** Pays a connected account out of the platform's balance, or out of one charge's money while that is pending. */
function create(ctx: Context, input: Input): Stripe.Transfer {
  checkCurrency(input.currency);
  checkDestination(ctx, input.destination);
  const source =
    input.source_transaction === undefined ? null : sourceOf(ctx, input, input.source_transaction);
  const wanted = input.amount ?? source?.left;
  if (wanted === undefined) {
    throw invalidRequest("Missing required param: amount.", { code: "parameter_missing", param: "amount" });
  }
  if (source !== null && wanted > source.left) {
    throw invalidRequest(
      `The transfers on charge ${source.charge.id} sum to more than the charge: ${source.left} is left, ${wanted} was asked for.`,
      { code: "transfer_source_balance_insufficient", param: "amount" },
    );
  }
  const pendingUntil = source?.pendingUntil ?? null;
  if (pendingUntil === null) requireAvailable(ctx, wanted, input.currency);
  return makeTransfer(ctx, input, wanted, {
    charge: source?.charge ?? null,
    availableOn: pendingUntil ?? ctx.now,
  });
}

function makeTransfer(
  ctx: Context,
  input: Input,
  wanted: number,
  source: { charge: Stripe.Charge | null; availableOn: number },
): Stripe.Transfer {
  const id = newId(ctx, "tr");
  const paymentId = newId(ctx, "py");
  const shared = { source: id, description: input.description ?? null, availableOn: source.availableOn };
  const [out, arrival] = post(ctx, {
    currency: input.currency,
    legs: [
      { ...shared, account: ctx.account, type: "transfer", reportingCategory: "transfer", amount: -wanted },
      {
        ...shared,
        account: input.destination,
        type: "payment",
        reportingCategory: "charge",
        amount: wanted,
        source: paymentId,
      },
    ],
    outside: [],
  });
  const transfer = saveObject(ctx, "transfers", {
    id,
    object: "transfer",
    amount: wanted,
    amount_reversed: 0,
    balance_transaction: out?.id ?? null,
    created: ctx.now,
    currency: input.currency,
    description: input.description ?? null,
    destination: input.destination,
    destination_payment: paymentId,
    livemode: false,
    metadata: mergeMetadata({}, input.metadata),
    reversals: { object: "list", data: [], has_more: false, url: `/v1/transfers/${id}/reversals` },
    reversed: false,
    source_transaction: source.charge?.id ?? null,
    source_type: "card",
    transfer_group: input.transfer_group ?? source.charge?.transfer_group ?? groupOf(source.charge),
  });
  const destination = actingFor(ctx, input.destination);
  const payment = destinationPayment(transfer, paymentId, arrival?.id ?? null, ctx.now);
  saveObject(destination, "charges", payment);
  emit(ctx, "transfer.created", transfer);
  ensurePayoutRun(ctx, input.destination);
  return transfer;
}

/** Transfers out of one charge share a group even when nobody named one. */
function groupOf(charge: Stripe.Charge | null): string | null {
  if (charge === null) return null;
  return `group_${idOf(charge.payment_intent) ?? charge.id}`;
}

function checkDestination(ctx: Context, destination: string): void {
  if (destination === ctx.account) {
    throw invalidRequest("You cannot transfer to your own account.", { param: "destination" });
  }
  const account = ctx.store.get("accounts", destination)?.object;
  const gone = ctx.store.get("onboardings", destination)?.deauthorized === true;
  if (account === undefined || gone) throw resourceMissing("destination", destination, "destination", false);
  if (account.capabilities?.transfers === "active") return;
  throw invalidRequest(
    "Your destination account needs to have at least one of the following capabilities enabled: transfers, crypto_transfers, legacy_payments",
    { code: "insufficient_capabilities_for_transfer", param: "destination" },
  );
}

/** What is left of the charge a transfer draws on, and until when its money is pending. */
function sourceOf(
  ctx: Context,
  input: Input,
  chargeId: string,
): { charge: Stripe.Charge; left: number; pendingUntil: number | null } {
  const charge = objectFromParam(ctx, "charges", chargeId, "source_transaction");
  const transactionId = charge.status === "failed" ? null : idOf(charge.balance_transaction);
  if (transactionId === null) {
    throw invalidRequest(`Charge ${chargeId} has not been captured and cannot be the source of a transfer.`, {
      param: "source_transaction",
    });
  }
  const transaction = objectFromUrl(ctx, "balanceTransactions", transactionId);
  if (transaction.currency !== input.currency) {
    throw invalidRequest(
      `The currency of source_transaction's balance transaction (${transaction.currency}) must be the same as the transfer currency (${input.currency}).`,
      { param: "currency" },
    );
  }
  const pending = transaction.status === "pending";
  return {
    charge,
    left: charge.amount_captured - transferredOf(ctx, chargeId),
    pendingUntil: pending ? transaction.available_on : null,
  };
}

/** Σ of the transfers made out of a charge, in minor units; a reversal does not make room again. */
function transferredOf(ctx: Context, chargeId: string): number {
  let sum = 0;
  for (const row of ctx.store.all("transfers")) {
    if (row.object.source_transaction === chargeId) sum += row.object.amount;
  }
  return sum;
}

/** Refuses to spend more than the available balance; Stripe does not try such a transfer again. */
export function requireAvailable(ctx: Context, wanted: number, inCurrency: string): void {
  if (balanceOf(ctx, ctx.account, inCurrency).available >= wanted) return;
  throw new StripeError(400, {
    type: "invalid_request_error",
    code: "balance_insufficient",
    message:
      "You have insufficient available funds in your Stripe account. One likely reason you have insufficient funds is that your funds are automatically being paid out; try enabling manual payouts.",
  });
}

const listed = listParams({
  created: range().optional(),
  destination: text().optional(),
  transfer_group: text().optional(),
});

export const transferRoutes = [
  route("POST", "/v1/transfers", created, create),
  route("GET", "/v1/transfers", listed, (ctx, input) =>
    listObjects(
      ctx,
      "transfers",
      "/v1/transfers",
      input,
      (transfer) =>
        inRange(transfer.created, input.created) &&
        (input.destination === undefined || transfer.destination === input.destination) &&
        (input.transfer_group === undefined || transfer.transfer_group === input.transfer_group),
    ),
  ),
  route("GET", "/v1/transfers/:id", params({}), (ctx, _input, path) =>
    objectFromUrl(ctx, "transfers", path("id"), "transfer"),
  ),
  route(
    "POST",
    "/v1/transfers/:id",
    params({ description: unsettable().optional(), metadata: metadata().optional() }),
    (ctx, input, path) => {
      const before = objectFromUrl(ctx, "transfers", path("id"), "transfer");
      const transfer = saveObject(ctx, "transfers", {
        ...before,
        description: input.description === undefined ? before.description : input.description,
        metadata: mergeMetadata(before.metadata, input.metadata),
      });
      emit(ctx, "transfer.updated", transfer, before);
      return transfer;
    },
  ),
];
