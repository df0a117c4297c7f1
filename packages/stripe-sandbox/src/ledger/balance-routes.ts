import type { Context } from "../context";
import { currency, listParams, params, range, text } from "../http/params";
import { route } from "../http/route";
import { invalidRequest } from "../http/stripe-error";
import { idOf, inRange, listObjects, objectFromParam, objectFromUrl } from "../state/objects";
import { balanceObject } from "./balance-object";

const listed = listParams({
  created: range().optional(),
  currency: currency().optional(),
  payout: text().optional(),
  source: text().optional(),
  type: text().optional(),
});

/** What a manual payout was made of is not known, at Stripe neither. */
function requireAutomatic(ctx: Context, id: string): void {
  if (objectFromParam(ctx, "payouts", id, "payout").automatic) return;
  throw invalidRequest("Balance transaction history can only be filtered on automatic payouts, not manual.", {
    param: "payout",
  });
}

export const balanceRoutes = [
  route("GET", "/v1/balance", params({}), (ctx) => balanceObject(ctx)),
  route("GET", "/v1/balance_transactions", listed, (ctx, input) => {
    if (input.payout !== undefined) requireAutomatic(ctx, input.payout);
    return listObjects(
      ctx,
      "balanceTransactions",
      "/v1/balance_transactions",
      input,
      (transaction) =>
        inRange(transaction.created, input.created) &&
        (input.currency === undefined || transaction.currency === input.currency) &&
        (input.payout === undefined || ctx.store.get("paidOut", transaction.id)?.payout === input.payout) &&
        (input.source === undefined || idOf(transaction.source) === input.source) &&
        (input.type === undefined || transaction.type === input.type),
    );
  }),
  route("GET", "/v1/balance_transactions/:id", params({}), (ctx, _input, path) =>
    objectFromUrl(ctx, "balanceTransactions", path("id")),
  ),
];
