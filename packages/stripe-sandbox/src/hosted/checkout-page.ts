import type Stripe from "stripe";
import { settleState } from "../clock/settle";
import { actingFor, type Context } from "../context";
import { type Html, html, originsOf, type PageAnswer, type PageRequest, page, redirect } from "../http/page";
import { StripeError } from "../http/stripe-error";
import { formatAmount } from "../ledger/currencies";
import type { Payment } from "../payments/hosted-payment";
import { paySession } from "../payments/pay-session";
import { setUpSession } from "../payments/set-up-session";
import type { Platform } from "../platform";
import type { Sandbox } from "../sandbox";
import { idOf } from "../state/objects";
import { readCheckoutForm } from "./checkout-form";
import { messagePage } from "./message-page";
import { paymentFields, testNumbers } from "./payment-fields";

export interface OpenSession {
  platform: Platform;
  account: string;
  session: Stripe.Checkout.Session;
}

/** The open session of a hosted page, or the page that says why there is none. */
export function openSession(sandbox: Sandbox, id: string): OpenSession | PageAnswer {
  const platform = sandbox.platformWith("checkoutSessions", id);
  if (platform === null) return messagePage("Nothing to pay here", "This payment page does not exist.", 404);
  settleState(sandbox, platform, sandbox.now());
  const row = platform.store.get("checkoutSessions", id);
  if (row === undefined) return messagePage("Nothing to pay here", "This payment page does not exist.", 404);
  if (row.object.status === "complete") {
    return row.object.mode === "setup"
      ? messagePage("Already saved", "This has been done. You can close this page.", 200)
      : messagePage("Already paid", "This payment has been made. You can close this page.", 200);
  }
  if (row.object.status === "expired") {
    return messagePage("This page has expired", "Go back to where you came from and start again.", 410);
  }
  return { platform, account: row.account, session: row.object };
}

export function checkoutPage(
  sandbox: Sandbox,
  _request: PageRequest,
  part: (name: string) => string,
): PageAnswer {
  const open = openSession(sandbox, part("session"));
  if ("status" in open) return open;
  return renderCheckout(open, null, {});
}

/** The payer presses "Pay": on to the success page, the challenge, or back to the form with the reason. */
export function payCheckout(
  sandbox: Sandbox,
  request: PageRequest,
  part: (name: string) => string,
): PageAnswer {
  const open = openSession(sandbox, part("session"));
  if ("status" in open) return open;
  const { session } = open;
  const { payment, problems } = readCheckoutForm(
    request.form,
    session.customer_email,
    session.payment_method_types,
  );
  if (payment === null) return renderCheckout(open, null, problems, request.form);
  const result = sandbox.change(open.platform, (ctx) => pay(actingFor(ctx, open.account), session, payment));
  if (typeof result === "string") return afterFailure(open, result, request.form);
  if (result.status === "requires_action") return redirect(`/c/pay/${open.session.id}/challenge`);
  return redirect(successUrl(open.session));
}

/** The intent, or why the card or bank account was refused (whose traces stay). */
function pay(
  ctx: Context,
  session: Stripe.Checkout.Session,
  payment: Payment,
): Stripe.PaymentIntent | Stripe.SetupIntent | string {
  try {
    return session.mode === "setup" ? setUpSession(ctx, session, payment) : paySession(ctx, session, payment);
  } catch (error) {
    if (error instanceof StripeError && error.status < 500) return error.body.message;
    throw error;
  }
}

/** The form again, after a card or a challenge has failed. */
export function afterFailure(open: OpenSession, message: string, form?: URLSearchParams): PageAnswer {
  return renderCheckout(open, message, {}, form);
}

export function successUrl(session: Stripe.Checkout.Session): string {
  return (session.success_url ?? "/").replaceAll("{CHECKOUT_SESSION_ID}", session.id);
}

function renderCheckout(
  open: OpenSession,
  failure: string | null,
  problems: Record<string, string>,
  entered?: URLSearchParams,
): PageAnswer {
  const { session, platform } = open;
  const charging = session.mode !== "setup";
  const total = formatAmount(session.amount_total ?? 0, session.currency ?? "gbp");
  const bad = failure !== null || Object.keys(problems).length > 0;
  const customer = platform.store.get("customers", idOf(session.customer) ?? "")?.object;
  const types = session.payment_method_types;
  const email = entered?.get("email") ?? session.customer_email ?? customer?.email ?? "";
  const content = html`<main class="hosted two">
<section class="summary" aria-label="${charging ? "What you pay" : "What you save"}">
<p class="eyebrow">Evenshare <span class="tag">sandbox</span></p>
${charging ? html`<h1 class="figure">${total}</h1>${lineItems(open)}` : html`<h1>Save for later payments</h1><p>Nothing is charged now. Evenshare may charge what you save here when you are not there.</p>`}
${session.cancel_url === null ? null : html`<p><a href="${session.cancel_url}">Cancel and go back</a></p>`}
</section>
<section class="card">
<h2>${heading(types, charging)}</h2>
${failure === null ? null : html`<p class="problem" role="alert">${failure}</p>`}
${Object.keys(problems).length === 0 ? null : html`<p class="problem" role="alert">Some details are missing or wrong. See below.</p>`}
<form method="post" novalidate>
${paymentFields(types, problems, entered, email)}
<button type="submit">${charging ? `Pay ${total}` : "Save"}</button>
</form>
${testNumbers(types, charging)}
</section>
</main>`;
  return page(charging ? `Pay ${total}` : "Save for later payments", content, {
    status: bad ? 402 : 200,
    formTargets: originsOf(successUrl(session), session.cancel_url),
  });
}

function heading(types: string[], charging: boolean): string {
  if (types.length > 1) return charging ? "Pay" : "Save a card or bank account";
  const card = types[0] === "card";
  if (charging) return card ? "Pay by card" : "Pay by bank debit";
  return card ? "Save a card" : "Save a bank account";
}

function lineItems({ platform, session }: OpenSession): Html {
  const items = platform.store.get("sessionPlans", session.id)?.lineItems ?? [];
  return html`<ul class="items">${items.map(
    (
      item,
    ) => html`<li><span>${item.description ?? "Item"}${(item.quantity ?? 1) > 1 ? ` × ${item.quantity ?? 1}` : null}</span>
<span class="money">${formatAmount(item.amount_total, item.currency)}</span></li>`,
  )}</ul>`;
}
