import type Stripe from "stripe";
import type { z } from "zod";
import { setTimer } from "../clock/timers";
import { type Context, newId } from "../context";
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
import { invalidRequest } from "../http/stripe-error";
import { checkCurrency } from "../payments/intent-object";
import { inRange, listObjects, objectFromUrl, saveObject } from "../state/objects";
import { nextBusinessDay } from "./make-payout";
import { cancelTopup } from "./topup-steps";

const created = params({
  amount: amount(),
  currency: currency(),
  description: text().optional(),
  metadata: metadata().optional(),
  statement_descriptor: text().optional(),
  transfer_group: text().optional(),
});

/** Brings the platform's own money in; it arrives on the next business day. */
function create(ctx: Context, input: z.output<typeof created>): Stripe.Topup {
  checkCurrency(input.currency);
  if (ctx.account !== ctx.platformAccount) {
    throw invalidRequest("Top-ups are made for the platform's own account only.");
  }
  const arrives = nextBusinessDay(ctx.now);
  const topup = saveObject(ctx, "topups", {
    id: newId(ctx, "tu"),
    object: "topup",
    amount: input.amount,
    balance_transaction: null,
    created: ctx.now,
    currency: input.currency,
    description: input.description ?? null,
    expected_availability_date: arrives,
    failure_code: null,
    failure_message: null,
    initiated_by: null,
    livemode: false,
    metadata: mergeMetadata({}, input.metadata),
    source: null,
    statement_descriptor: input.statement_descriptor ?? null,
    status: "pending",
    transfer_group: input.transfer_group ?? null,
  });
  setTimer(ctx, "topup_step", topup.id, arrives);
  emit(ctx, "topup.created", topup);
  return topup;
}

const listed = listParams({ created: range().optional(), status: text().optional() });

export const topupRoutes = [
  route("POST", "/v1/topups", created, create),
  route("GET", "/v1/topups", listed, (ctx, input) =>
    listObjects(
      ctx,
      "topups",
      "/v1/topups",
      input,
      (topup) =>
        inRange(topup.created, input.created) &&
        (input.status === undefined || topup.status === input.status),
    ),
  ),
  route("GET", "/v1/topups/:id", params({}), (ctx, _input, path) =>
    objectFromUrl(ctx, "topups", path("id"), "topup"),
  ),
  route(
    "POST",
    "/v1/topups/:id",
    params({ description: unsettable().optional(), metadata: metadata().optional() }),
    (ctx, input, path) => {
      const before = objectFromUrl(ctx, "topups", path("id"), "topup");
      return saveObject(ctx, "topups", {
        ...before,
        description: input.description === undefined ? before.description : input.description,
        metadata: mergeMetadata(before.metadata, input.metadata),
      });
    },
  ),
  route("POST", "/v1/topups/:id/cancel", params({}), (ctx, _input, path) =>
    cancelTopup(ctx, objectFromUrl(ctx, "topups", path("id"), "topup")),
  ),
];
