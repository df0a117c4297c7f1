import type Stripe from "stripe";
import type { Context } from "../context";
import { StripeError } from "../http/stripe-error";

/** The account named in the URL: a connected one, or the acting account itself. */
export function ownOrConnected(ctx: Context, id: string): Stripe.Account {
  const row = ctx.store.get("accounts", id);
  const connected = ctx.store.get("onboardings", id)?.deauthorized !== true;
  const mayRead = connected && (ctx.account === ctx.platformAccount || ctx.account === id);
  if (row !== undefined && mayRead) return row.object;
  throw new StripeError(403, {
    type: "invalid_request_error",
    code: "account_invalid",
    message: `The provided key does not have access to account '${id}' (or that account does not exist). Application access may have been revoked.`,
  });
}
