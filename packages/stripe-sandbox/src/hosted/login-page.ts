import { actingFor } from "../context";
import { html, type PageAnswer, type PageRequest, page } from "../http/page";
import { balanceObject } from "../ledger/balance-object";
import { formatAmount } from "../ledger/currencies";
import type { Sandbox } from "../sandbox";
import { listObjects } from "../state/objects";
import { messagePage } from "./message-page";

/** What a payee sees behind a login link: the balance and the payouts. */
export function loginPage(
  sandbox: Sandbox,
  _request: PageRequest,
  part: (name: string) => string,
): PageAnswer {
  const token = part("token");
  const platform = sandbox.platformWith("hostedLinks", token);
  const link = platform?.store.get("hostedLinks", token);
  const fits = link?.kind === "login" && link.account === part("account") && link.expiresAt > sandbox.now();
  if (platform === null || link === undefined || !fits) {
    return messagePage("This link has expired", "Ask for a new link where you came from.", 410);
  }
  const ctx = actingFor(sandbox.context(platform), link.account);
  const balance = balanceObject(ctx);
  const payouts = listObjects(ctx, "payouts", "", { limit: 20 }).data;
  const content = html`<main class="hosted"><section class="card">
<p class="eyebrow">Express dashboard <span class="tag">sandbox</span></p>
<h1>Your balance</h1>
<table><thead><tr><th>Currency</th><th class="money">Available</th><th class="money">On its way</th></tr></thead><tbody>
${balance.available.map(
  (
    line,
    index,
  ) => html`<tr><td>${line.currency.toUpperCase()}</td><td class="money">${formatAmount(line.amount, line.currency)}</td>
<td class="money">${formatAmount(balance.pending[index]?.amount ?? 0, line.currency)}</td></tr>`,
)}</tbody></table>
<h2>Payouts</h2>
${payouts.length === 0 ? html`<p>None yet.</p>` : null}
<ul class="items">${payouts.map(
    (payout) =>
      html`<li><span>${payout.status} · expected ${day(payout.arrival_date)}</span><span class="money">${formatAmount(payout.amount, payout.currency)}</span></li>`,
  )}</ul>
</section></main>`;
  return page("Your balance", content);
}

function day(at: number): string {
  return new Date(at * 1000).toISOString().slice(0, 10);
}
