import { actingFor } from "../context";
import { originsOf, type PageAnswer, type PageRequest, redirect } from "../http/page";
import { StripeError } from "../http/stripe-error";
import { formatAmount } from "../ledger/currencies";
import { answerSessionChallenge } from "../payments/pay-session";
import { answerSetupSession } from "../payments/set-up-session";
import type { Sandbox } from "../sandbox";
import { idOf } from "../state/objects";
import { afterFailure, type OpenSession, openSession, successUrl } from "./checkout-page";
import { renderChallenge } from "./render-challenge";

/** The bank's page in the middle of a Checkout payment. */
export function challengePage(
  sandbox: Sandbox,
  _request: PageRequest,
  part: (name: string) => string,
): PageAnswer {
  const open = openSession(sandbox, part("session"));
  if ("status" in open) return open;
  if (!isWaiting(open)) return redirect(`/c/pay/${open.session.id}`);
  const { amount_total: amount, currency } = open.session;
  const total = amount === null || currency === null ? null : formatAmount(amount, currency);
  return renderChallenge(total, originsOf(successUrl(open.session)));
}

export function answerSessionChallengePage(
  sandbox: Sandbox,
  request: PageRequest,
  part: (name: string) => string,
): PageAnswer {
  const open = openSession(sandbox, part("session"));
  if ("status" in open) return open;
  if (!isWaiting(open)) return redirect(`/c/pay/${open.session.id}`);
  const passed = request.form.get("action") === "complete";
  const failure = sandbox.change(open.platform, (ctx) => {
    try {
      const acting = actingFor(ctx, open.account);
      if (open.session.mode === "setup") answerSetupSession(acting, open.session, passed);
      else answerSessionChallenge(acting, open.session, passed);
      return null;
    } catch (error) {
      if (error instanceof StripeError && error.status === 402) return error.body.message;
      throw error;
    }
  });
  return failure === null ? redirect(successUrl(open.session)) : afterFailure(open, failure);
}

function isWaiting({ platform, session }: OpenSession): boolean {
  const intent =
    session.mode === "setup"
      ? platform.store.get("setupIntents", idOf(session.setup_intent) ?? "")?.object
      : platform.store.get("paymentIntents", idOf(session.payment_intent) ?? "")?.object;
  return intent?.status === "requires_action";
}
