import { type Html, html } from "../http/page";
import { formatAmount } from "../ledger/currencies";
import type { Platform } from "../platform";
import { idOf } from "../state/objects";
import { actionButton, date, instant, shownRows, table } from "./parts";

/** Transfers, payouts and top-ups, newest first. */
export function movementsSections(platform: Platform): Html {
  return html`${transfers(platform)}${payouts(platform)}${topups(platform)}`;
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

function topups(platform: Platform): Html {
  const rows = [...platform.store.all("topups")].reverse().slice(0, shownRows);
  return html`<section><h2>Top-ups</h2>${table(
    "Top-ups",
    [["Made (UTC)"], ["Top-up"], ["Status"], ["Arrives"], ["Amount", "money"], ["Do"]],
    rows.map(
      ({ object: topup }) => html`<tr><td>${instant(topup.created)}</td><td class="mono">${topup.id}</td>
<td>${topup.status}${topup.failure_code === null ? null : html` <span class="bad">${topup.failure_code}</span>`}</td>
<td>${date(topup.expected_availability_date ?? topup.created)}</td><td class="money">${formatAmount(topup.amount, topup.currency)}</td>
<td>${topup.status === "pending" ? actionButton(platform, "fail_topup", "Fail", { id: topup.id }) : null}</td></tr>`,
    ),
    "No top-up yet.",
  )}</section>`;
}
