import type Stripe from "stripe";
import { type Html, html } from "../http/page";
import { formatAmount } from "../ledger/currencies";
import type { Platform } from "../platform";
import { actionButton, table } from "./parts";

/** The connected accounts, what they hold and what they still owe Stripe. */
export function accountsSection(platform: Platform): Html {
  const accounts = [...platform.store.all("accounts")]
    .map((row) => row.object)
    .filter((account) => account.id !== platform.account)
    .reverse();
  return html`<section><h2>Connected accounts</h2>${table(
    "Connected accounts",
    [
      ["Account"],
      ["Country"],
      ["Transfers"],
      ["Payouts"],
      ["Still due"],
      ["Available", "money"],
      ["Pending", "money"],
      ["Do"],
    ],
    accounts.map((account) => accountRow(platform, account)),
    "No connected account yet.",
  )}</section>`;
}

function accountRow(platform: Platform, account: Stripe.Account): Html {
  const balances = [...platform.store.all("balances")].filter((row) => row.account === account.id);
  const due = account.requirements?.currently_due ?? [];
  const reason = account.requirements?.disabled_reason ?? null;
  const gone = platform.store.get("onboardings", account.id)?.deauthorized === true;
  const name = account.settings?.dashboard.display_name ?? account.email ?? "";
  return html`<tr><td>${name}<br><span class="mono muted">${account.id}</span></td><td>${account.country ?? ""}</td>
<td>${account.capabilities?.transfers ?? "not requested"}</td>
<td>${account.payouts_enabled ? html`<span class="good">enabled</span>` : html`<span class="bad">not enabled</span>`}
<br><span class="muted">${account.settings?.payouts?.schedule.interval ?? ""}</span></td>
<td>${due.length === 0 ? "nothing" : due.join(", ")}${reason === null ? null : html`<br><span class="bad">${reason}</span>`}</td>
<td class="money">${balances.map((row) => html`${formatAmount(row.available, row.currency)}<br>`)}</td>
<td class="money">${balances.map((row) => html`${formatAmount(row.pending, row.currency)}<br>`)}</td>
<td>${gone ? html`<span class="bad">deauthorized</span>` : buttons(platform, account)}</td></tr>`;
}

function buttons(platform: Platform, account: Stripe.Account): Html {
  const button = (action: string, label: string) => actionButton(platform, action, label, { id: account.id });
  const demanded = platform.store.get("onboardings", account.id)?.demands !== undefined;
  return html`<div class="buttons">${demanded ? button("lift", "Lift restriction") : button("restrict", "Restrict")}${button("deauthorize", "Deauthorize")}</div>`;
}
