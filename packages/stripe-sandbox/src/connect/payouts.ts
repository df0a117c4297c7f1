import type Stripe from "stripe";
import { z } from "zod";
import type { Context } from "../context";
import { emit } from "../events/emit";
import { amount, currency, listParams, mergeMetadata, metadata, params, range, text } from "../http/params";
import { route } from "../http/route";
import { invalidRequest } from "../http/stripe-error";
import { checkCurrency, refuseBelow } from "../payments/intent-object";
import { inRange, listObjects, objectFromParam, objectFromUrl, saveObject } from "../state/objects";
import { payoutDestination } from "./bank-accounts";
import { makePayout } from "./make-payout";
import { cancelPayout } from "./payout-steps";
import { requireAvailable } from "./transfers";

const created = params({
  amount: amount(),
  currency: currency(),
  description: text().optional(),
  destination: text().optional(),
  metadata: metadata().optional(),
  method: z.enum(["standard"]).optional(),
  source_type: z.enum(["bank_account", "card", "fpx"]).optional(),
  statement_descriptor: text().optional(),
});

function create(ctx: Context, input: z.output<typeof created>): Stripe.Payout {
  const { smallestPayout } = checkCurrency(input.currency);
  const account = objectOfActing(ctx);
  if (!account.payouts_enabled) {
    throw invalidRequest("Payouts are not enabled on this account: it has requirements that are due.", {
      code: "payouts_not_allowed",
    });
  }
  const destination =
    input.destination === undefined
      ? payoutDestination(ctx, input.currency)
      : objectFromParam(ctx, "bankAccounts", input.destination, "destination");
  if (destination === null) {
    throw invalidRequest(
      `Sorry, you don't have any external accounts in that currency (${input.currency}).`,
      {
        param: "currency",
      },
    );
  }
  refuseBelow(smallestPayout, input.amount, input.currency);
  requireAvailable(ctx, input.amount, input.currency);
  return makePayout(ctx, {
    amount: input.amount,
    currency: input.currency,
    destination,
    automatic: false,
    description: input.description ?? null,
    metadata: mergeMetadata({}, input.metadata),
    statementDescriptor: input.statement_descriptor ?? null,
  });
}

function objectOfActing(ctx: Context): Stripe.Account {
  const account = ctx.store.get("accounts", ctx.account)?.object;
  if (account === undefined) throw new Error(`${ctx.account} acts without an account`);
  return account;
}

const listed = listParams({
  arrival_date: range().optional(),
  created: range().optional(),
  destination: text().optional(),
  status: text().optional(),
});

export const payoutRoutes = [
  route("POST", "/v1/payouts", created, create),
  route("GET", "/v1/payouts", listed, (ctx, input) =>
    listObjects(
      ctx,
      "payouts",
      "/v1/payouts",
      input,
      (payout) =>
        inRange(payout.created, input.created) &&
        inRange(payout.arrival_date, input.arrival_date) &&
        (input.destination === undefined || payout.destination === input.destination) &&
        (input.status === undefined || payout.status === input.status),
    ),
  ),
  route("GET", "/v1/payouts/:id", params({}), (ctx, _input, path) =>
    objectFromUrl(ctx, "payouts", path("id"), "payout"),
  ),
  route("POST", "/v1/payouts/:id", params({ metadata: metadata().optional() }), (ctx, input, path) => {
    const before = objectFromUrl(ctx, "payouts", path("id"), "payout");
    const payout = saveObject(ctx, "payouts", {
      ...before,
      metadata: mergeMetadata(before.metadata, input.metadata),
    });
    emit(ctx, "payout.updated", payout, before);
    return payout;
  }),
  route("POST", "/v1/payouts/:id/cancel", params({}), (ctx, _input, path) =>
    cancelPayout(ctx, objectFromUrl(ctx, "payouts", path("id"), "payout")),
  ),
];
