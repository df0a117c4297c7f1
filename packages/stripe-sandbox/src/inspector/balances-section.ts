import { type Html, html } from "../http/page";
import { checkLedger } from "../ledger/check-ledger";
import { formatAmount } from "../ledger/currencies";
import type { Platform } from "../platform";
import type { BalanceRow } from "../state/tables";
import { table } from "./parts";

/** What the platform holds, per currency, and what its connected accounts and the world outside hold. */
export function balancesSection(platform: Platform): Html {
  const rows = [...platform.store.all("balances")];
  const currencies = [...new Set(rows.map((row) => row.currency))].sort();
  const problems = checkLedger(platform.store, platform.account);
  const verdict =
    problems.length === 0
      ? html`<span class="good">The books balance.</span>`
      : html`<span class="bad">${problems.join("; ")}</span>`;
  return html`<section><h2>Balances</h2><p>${verdict}</p>${table(
    "Balances per currency",
    [
      ["Currency"],
      ["Platform available", "money"],
      ["Platform pending", "money"],
      ["Platform total", "money"],
      ["Connected accounts", "money"],
      ["Paid by cards", "money"],
      ["Paid by debits", "money"],
      ["Stripe fees", "money"],
      ["Paid to banks", "money"],
      ["Reserved", "money"],
    ],
    currencies.map((currency) => balanceRow(platform, rows, currency)),
    "No money has moved yet.",
  )}</section>`;
}

function balanceRow(platform: Platform, rows: BalanceRow[], currency: string): Html {
  const own = platform.store.get("balances", `${platform.account}/${currency}`) ?? {
    available: 0,
    pending: 0,
  };
  const connected = rows
    .filter((row) => row.currency === currency && row.account !== platform.account)
    .reduce((sum, row) => sum + row.available + row.pending, 0);
  const outside = (name: string) => platform.store.get("outside", `${currency}/${name}`)?.amount ?? 0;
  const cell = (amount: number) => html`<td class="money">${formatAmount(amount, currency)}</td>`;
  return html`<tr data-currency="${currency}"><th scope="row">${currency.toUpperCase()}</th>${cell(own.available)}${cell(own.pending)}${cell(
    own.available + own.pending,
  )}${cell(connected)}${cell(-outside("cards"))}${cell(-outside("debits"))}${cell(outside("fees"))}${cell(outside("banks"))}${cell(outside("reserve"))}</tr>`;
}
