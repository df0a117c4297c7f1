import { type Html, html } from "../http/page";
import { formatAmount } from "../ledger/currencies";
import type { Platform } from "../platform";
import { idOf } from "../state/objects";
import { actionButton, date, instant, shownRows, table } from "./parts";

/** Payments, transfers and payouts, newest first. */
export function movementsSections(platform: Platform): Html {
  return html`${payments(platform)}${transfers(platform)}${payouts(platform)}`;
}

function payments(platform: Platform): Html {
  const intents = [...platform.store.all("paymentIntents")].reverse().slice(0, shownRows);
  return html`<section><h2>Payments</h2>${table(
    "Payments",
    [["Made (UTC)"], ["Payment intent"], ["Status"], ["Group"], ["Amount", "money"], ["Refunded", "money"]],
    intents.map(({ object: intent }) => {
      const charge = platform.store.get("charges", idOf(intent.latest_charge) ?? "")?.object;
      return html`<tr><td>${instant(intent.created)}</td><td class="mono">${intent.id}</td><td>${intent.status}</td>
<td class="mono">${intent.transfer_group ?? ""}</td><td class="money">${formatAmount(intent.amount, intent.currency)}</td>
<td class="money">${formatAmount(charge?.amount_refunded ?? 0, intent.currency)}</td></tr>`;
    }),
    "No payment yet.",
  )}</section>`;
}

function transfers(platform: Platform): Html {
  const rows = [...platform.store.all("transfers")].reverse().slice(0, shownRows);
  return html`<section><h2>Transfers</h2>${table(
    "Transfers",
    [["Made (UTC)"], ["Transfer"], ["To"], ["Group"], ["Amount", "money"], ["Reversed", "money"]],
    rows.map(
      ({
        object: transfer,
      }) => html`<tr><td>${instant(transfer.created)}</td><td class="mono">${transfer.id}</td>
<td class="mono">${idOf(transfer.destination) ?? ""}</td><td class="mono">${transfer.transfer_group ?? ""}</td>
<td class="money">${formatAmount(transfer.amount, transfer.currency)}</td>
<td class="money">${formatAmount(transfer.amount_reversed, transfer.currency)}</td></tr>`,
    ),
    "No transfer yet.",
  )}</section>`;
}

function payouts(platform: Platform): Html {
  const rows = [...platform.store.all("payouts")].reverse().slice(0, shownRows);
  return html`<section><h2>Payouts</h2>${table(
    "Payouts",
    [["Made (UTC)"], ["Payout"], ["Account"], ["Status"], ["Arrives"], ["Amount", "money"], ["Do"]],
    rows.map(({ account, object: payout }) => {
      const over = payout.status === "failed" || payout.status === "canceled";
      const fail = actionButton(platform, "fail_payout", "Fail", { id: payout.id, code: "account_closed" });
      return html`<tr><td>${instant(payout.created)}</td><td class="mono">${payout.id}</td><td class="mono">${account}</td>
<td>${payout.status}${payout.failure_code === null ? null : html` <span class="bad">${payout.failure_code}</span>`}</td>
<td>${date(payout.arrival_date)}</td><td class="money">${formatAmount(payout.amount, payout.currency)}</td><td>${over ? null : fail}</td></tr>`;
    }),
    "No payout yet.",
  )}</section>`;
}
