import type Stripe from "stripe";
import { actingFor } from "../context";
import { originsOf, type PageAnswer, type PageRequest, redirect } from "../http/page";
import { StripeError } from "../http/stripe-error";
import { formatAmount } from "../ledger/currencies";
import { answerChallenge } from "../payments/confirm";
import type { Platform } from "../platform";
import type { Sandbox } from "../sandbox";
import { idOf, objectFromUrl } from "../state/objects";
import { messagePage } from "./message-page";
import { renderChallenge } from "./render-challenge";

/** The bank's page of an intent confirmed through the API (`next_action.redirect_to_url`). */
export function intentChallengePage(
  sandbox: Sandbox,
  _request: PageRequest,
  part: (name: string) => string,
): PageAnswer {
  const found = waitingIntent(sandbox, part("intent"));
  if ("headers" in found) return found;
  const total = formatAmount(found.intent.amount, found.intent.currency);
  return renderChallenge(total, originsOf(found.intent.next_action?.redirect_to_url?.return_url));
}

export function answerIntentChallengePage(
  sandbox: Sandbox,
  request: PageRequest,
  part: (name: string) => string,
): PageAnswer {
  const found = waitingIntent(sandbox, part("intent"));
  if ("headers" in found) return found;
  const { platform, intent, account } = found;
  const passed = request.form.get("action") === "complete";
  const status = sandbox.change(platform, (ctx) => {
    const acting = actingFor(ctx, account);
    const method = objectFromUrl(
      acting,
      "paymentMethods",
      idOf(intent.payment_method) ?? "",
      "payment_method",
    );
    try {
      answerChallenge(acting, intent, method, passed);
      return "succeeded";
    } catch (error) {
      if (error instanceof StripeError && error.status === 402) return "failed";
      throw error;
    }
  });
  const target = intent.next_action?.redirect_to_url?.return_url ?? null;
  if (target === null) return messagePage("Thank you", `The authentication has ${status}.`, 200);
  const url = new URL(target);
  url.searchParams.set("payment_intent", intent.id);
  url.searchParams.set("payment_intent_client_secret", intent.client_secret ?? "");
  url.searchParams.set("redirect_status", status);
  return redirect(url.href);
}

function waitingIntent(
  sandbox: Sandbox,
  id: string,
): { platform: Platform; intent: Stripe.PaymentIntent; account: string } | PageAnswer {
  const platform = sandbox.platformWith("paymentIntents", id);
  const row = platform?.store.get("paymentIntents", id);
  if (platform === null || row?.object.status !== "requires_action") {
    return messagePage("Nothing to confirm", "This payment does not wait for you.", 404);
  }
  return { platform, intent: row.object, account: row.account };
}
