import { currency, listParams, params, range, text } from "../http/params";
import { route } from "../http/route";
import { idOf, inRange, listObjects, objectFromUrl } from "../state/objects";
import { balanceObject } from "./balance-object";

const listed = listParams({
  created: range().optional(),
  currency: currency().optional(),
  payout: text().optional(),
  source: text().optional(),
  type: text().optional(),
});

export const balanceRoutes = [
  route("GET", "/v1/balance", params({}), (ctx) => balanceObject(ctx)),
  route("GET", "/v1/balance_transactions", listed, (ctx, input) =>
    listObjects(
      ctx,
      "balanceTransactions",
      "/v1/balance_transactions",
      input,
      (transaction) =>
        inRange(transaction.created, input.created) &&
        (input.currency === undefined || transaction.currency === input.currency) &&
        (input.payout === undefined || idOf(transaction.source) === input.payout) &&
        (input.source === undefined || idOf(transaction.source) === input.source) &&
        (input.type === undefined || transaction.type === input.type),
    ),
  ),
  route("GET", "/v1/balance_transactions/:id", params({}), (ctx, _input, path) =>
    objectFromUrl(ctx, "balanceTransactions", path("id")),
  ),
];
