import type Stripe from "stripe";
import { type Html, html } from "../http/page";
import { formatAmount } from "../ledger/currencies";
import type { Platform } from "../platform";
import { idOf } from "../state/objects";
import { actionButton, date, instant, shownRows, table } from "./parts";

/** Payments, disputes, refunds and saved methods, newest first. */
export function paymentsSections(platform: Platform): Html {
  return html`${payments(platform)}${disputes(platform)}${refunds(platform)}${setups(platform)}`;
}

function payments(platform: Platform): Html {
  const intents = [...platform.store.all("paymentIntents")].reverse().slice(0, shownRows);
  return html`<section><h2>Payments</h2>${table(
    "Payments",
    [
      ["Made (UTC)"],
      ["Payment intent"],
      ["By"],
      ["Status"],
      ["Group"],
      ["Amount", "money"],
      ["Refunded", "money"],
      ["Do"],
    ],
    intents.map(({ object: intent }) => {
      const charge = platform.store.get("charges", idOf(intent.latest_charge) ?? "")?.object;
      return html`<tr><td>${instant(intent.created)}</td><td class="mono">${intent.id}</td>
<td>${charge?.payment_method_details?.type ?? ""}</td><td>${paymentStatus(intent, charge)}</td>
<td class="mono">${intent.transfer_group ?? ""}</td><td class="money">${formatAmount(intent.amount, intent.currency)}</td>
<td class="money">${formatAmount(charge?.amount_refunded ?? 0, intent.currency)}</td>
<td>${charge === undefined ? null : paymentButtons(platform, charge)}</td></tr>`;
    }),
    "No payment yet.",
  )}</section>`;
}

function paymentStatus(intent: Stripe.PaymentIntent, charge: Stripe.Charge | undefined): Html {
  const failure = intent.last_payment_error?.decline_code ?? intent.last_payment_error?.code;
  return html`${intent.status}${failure === undefined ? null : html` <span class="bad">${failure}</span>`}${charge?.disputed === true ? html` <span class="tag">disputed</span>` : null}`;
}

/** What the payer's bank can still do to a payment. */
function paymentButtons(platform: Platform, charge: Stripe.Charge): Html {
  const button = (action: string, label: string) => actionButton(platform, action, label, { id: charge.id });
  if (charge.status === "pending") {
    return html`<div class="buttons">${button("pay_debit", "Bank pays")}${button("fail_debit", "Bank refuses")}</div>`;
  }
  const over = charge.status !== "succeeded" || charge.disputed || charge.refunded || !charge.captured;
  if (over) return html``;
  if (charge.payment_method_details?.type === "us_bank_account") return button("return_debit", "Return");
  return html`<div class="buttons">${button("dispute", "Dispute")}${button("inquire", "Inquire")}</div>`;
}

function disputes(platform: Platform): Html {
  const rows = [...platform.store.all("disputes")].reverse().slice(0, shownRows);
  return html`<section><h2>Disputes</h2>${table(
    "Disputes",
    [["Opened (UTC)"], ["Dispute"], ["Reason"], ["Status"], ["Answer by"], ["Amount", "money"], ["Do"]],
    rows.map(({ object: dispute }) => {
      const open = !["won", "lost", "warning_closed"].includes(dispute.status);
      const due = dispute.evidence_details.due_by;
      const button = (action: string, label: string) =>
        actionButton(platform, action, label, { id: dispute.id });
      return html`<tr><td>${instant(dispute.created)}</td><td class="mono">${dispute.id}<br>${idOf(dispute.charge) ?? ""}</td>
<td>${dispute.reason}</td><td>${dispute.status}</td><td>${due === null ? "" : date(due)}</td>
<td class="money">${formatAmount(dispute.amount, dispute.currency)}</td>
<td>${open ? html`<div class="buttons">${button("decide_won", "Won")}${button("decide_lost", "Lost")}</div>` : null}</td></tr>`;
    }),
    "No dispute yet.",
  )}</section>`;
}

function refunds(platform: Platform): Html {
  const rows = [...platform.store.all("refunds")]
    .filter(({ object }) => object.id.startsWith("re_"))
    .reverse()
    .slice(0, shownRows);
  return html`<section><h2>Refunds</h2>${table(
    "Refunds",
    [["Made (UTC)"], ["Refund"], ["Status"], ["Amount", "money"], ["Do"]],
    rows.map(({ object: refund }) => {
      const sent = refund.balance_transaction !== null && refund.status !== "failed";
      const why = refund.failure_reason ?? refund.pending_reason;
      return html`<tr><td>${instant(refund.created)}</td><td class="mono">${refund.id}<br>${idOf(refund.charge) ?? ""}</td>
<td>${refund.status ?? ""}${why === undefined ? null : html` <span class="muted">${why}</span>`}</td>
<td class="money">${formatAmount(refund.amount, refund.currency)}</td>
<td>${sent ? actionButton(platform, "fail_refund", "Fail", { id: refund.id }) : null}</td></tr>`;
    }),
    "No refund yet.",
  )}</section>`;
}

function setups(platform: Platform): Html {
  const rows = [...platform.store.all("setupIntents")].reverse().slice(0, shownRows);
  return html`<section><h2>Saved cards and bank accounts</h2>${table(
    "Saved cards and bank accounts",
    [["Made (UTC)"], ["Setup intent"], ["Customer"], ["Method"], ["Status"]],
    rows.map(({ object: intent }) => {
      const method = platform.store.get("paymentMethods", idOf(intent.payment_method) ?? "")?.object;
      const last4 = method?.card?.last4 ?? method?.us_bank_account?.last4;
      return html`<tr><td>${instant(intent.created)}</td><td class="mono">${intent.id}</td>
<td class="mono">${idOf(intent.customer) ?? ""}</td><td>${method === undefined ? "" : `${method.type} ·· ${last4 ?? ""}`}</td>
<td>${intent.status}${intent.last_setup_error === null ? null : html` <span class="bad">${intent.last_setup_error.code ?? ""}</span>`}</td></tr>`;
    }),
    "Nothing saved yet.",
  )}</section>`;
}
