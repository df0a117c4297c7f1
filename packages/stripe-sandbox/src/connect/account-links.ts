import type Stripe from "stripe";
import { z } from "zod";
import { type Context, newToken } from "../context";
import { params, text } from "../http/params";
import { route } from "../http/route";
import { invalidRequest } from "../http/stripe-error";
import { objectFromParam } from "../state/objects";
import { ownOrConnected } from "./visible-account";

/** A link must be opened within five minutes; the page itself may then stay open. */
const linkLife = 300;

const created = params({
  account: text(),
  collect: z.enum(["currently_due", "eventually_due"]).optional(),
  collection_options: z
    .strictObject({
      fields: z.enum(["currently_due", "eventually_due"]).optional(),
      future_requirements: z.enum(["include", "omit"]).optional(),
    })
    .optional(),
  refresh_url: text().optional(),
  return_url: text().optional(),
  type: z.enum(["account_onboarding", "account_update"]),
});

function create(ctx: Context, input: z.output<typeof created>): Stripe.AccountLink {
  const account = objectFromParam(ctx, "accounts", input.account, "account");
  if (input.refresh_url === undefined || input.return_url === undefined) {
    const param = input.refresh_url === undefined ? "refresh_url" : "return_url";
    throw invalidRequest(`Missing required param: ${param}.`, { code: "parameter_missing", param });
  }
  const token = newToken(ctx, "account_link", 24);
  const expiresAt = ctx.now + linkLife;
  ctx.store.put("hostedLinks", token, {
    account: account.id,
    kind: "onboarding",
    refreshUrl: input.refresh_url,
    returnUrl: input.return_url,
    expiresAt,
    used: false,
  });
  const url = `${ctx.publicUrl}/setup/e/${account.id}/${token}`;
  return { object: "account_link", created: ctx.now, expires_at: expiresAt, url };
}

function createLogin(ctx: Context, id: string): Stripe.LoginLink {
  const account = ownOrConnected(ctx, id);
  if (account.controller?.stripe_dashboard?.type !== "express") {
    throw invalidRequest(
      `Cannot create a login link for an account without access to the Express Dashboard.`,
    );
  }
  if (!account.details_submitted) {
    throw invalidRequest("Cannot create a login link for an account that has not completed onboarding.");
  }
  const token = newToken(ctx, "login_link", 24);
  ctx.store.put("hostedLinks", token, {
    account: account.id,
    kind: "login",
    refreshUrl: null,
    returnUrl: null,
    expiresAt: ctx.now + linkLife,
    used: false,
  });
  return { object: "login_link", created: ctx.now, url: `${ctx.publicUrl}/express/${account.id}/${token}` };
}

export const accountLinkRoutes = [
  route("POST", "/v1/account_links", created, create),
  route("POST", "/v1/accounts/:id/login_links", params({}), (ctx, _input, path) =>
    createLogin(ctx, path("id")),
  ),
];
