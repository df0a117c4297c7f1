import type Stripe from "stripe";
import { actingFor, type Context } from "../context";
import { originsOf, type PageAnswer, type PageRequest, redirect } from "../http/page";
import { StripeError } from "../http/stripe-error";
import { formatAmount } from "../ledger/currencies";
import { answerChallenge } from "../payments/confirm";
import { answerSetupChallenge } from "../payments/confirm-setup";
import type { Platform } from "../platform";
import type { Sandbox } from "../sandbox";
import { idOf, objectFromUrl } from "../state/objects";
import { messagePage } from "./message-page";
import { renderChallenge } from "./render-challenge";

interface Waiting {
  platform: Platform;
  intent: Stripe.PaymentIntent | Stripe.SetupIntent;
  account: string;
}

/** The bank's page of an intent confirmed through the API (`next_action.redirect_to_url`). */
export function intentChallengePage(
  sandbox: Sandbox,
  _request: PageRequest,
  part: (name: string) => string,
): PageAnswer {
  const found = waitingIntent(sandbox, part("intent"));
  if ("headers" in found) return found;
  const { intent } = found;
  const total = intent.object === "payment_intent" ? formatAmount(intent.amount, intent.currency) : null;
  return renderChallenge(total, originsOf(intent.next_action?.redirect_to_url?.return_url));
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
    try {
      answer(actingFor(ctx, account), intent, passed);
      return "succeeded";
    } catch (error) {
      if (error instanceof StripeError && error.status === 402) return "failed";
      throw error;
    }
  });
  const target = intent.next_action?.redirect_to_url?.return_url ?? null;
  if (target === null) return messagePage("Thank you", `The authentication has ${status}.`, 200);
  const url = new URL(target);
  url.searchParams.set(intent.object, intent.id);
  url.searchParams.set(`${intent.object}_client_secret`, intent.client_secret ?? "");
  url.searchParams.set("redirect_status", status);
  return redirect(url.href);
}

function answer(ctx: Context, intent: Waiting["intent"], passed: boolean): void {
  if (intent.object === "setup_intent") {
    answerSetupChallenge(ctx, intent, passed);
    return;
  }
  const method = objectFromUrl(ctx, "paymentMethods", idOf(intent.payment_method) ?? "", "payment_method");
  answerChallenge(ctx, intent, method, passed);
}

function waitingIntent(sandbox: Sandbox, id: string): Waiting | PageAnswer {
  for (const table of ["paymentIntents", "setupIntents"] as const) {
    const platform = sandbox.platformWith(table, id);
    const row = platform?.store.get(table, id);
    if (platform !== null && row?.object.status === "requires_action") {
      return { platform, intent: row.object, account: row.account };
    }
  }
  return messagePage("Nothing to confirm", "This payment does not wait for you.", 404);
}
