import { html, type PageAnswer, page } from "../http/page";
import type { Platform } from "../platform";
import type { Sandbox } from "../sandbox";

import { accountsSection } from "./accounts-section";
import { balancesSection } from "./balances-section";
import { clockSection } from "./clock-section";
import { eventsSection } from "./events-section";
import { movementsSections } from "./movements-sections";
import { paymentsSections } from "./payments-sections";
import { versionOf } from "./version";

/** Everything one platform holds, on one page. */
export function inspectorPage(sandbox: Sandbox, platform: Platform): PageAnswer {
  const others = sandbox.platforms().filter((other) => other.key !== platform.key);
  const content = html`<main class="inspector" data-version="${versionOf(platform)}">
<header><div><h1>Stripe sandbox <span class="tag">${platform.key}</span></h1>
<p class="muted">A local Stripe for development. No money moves. Platform account <span class="mono">${platform.account}</span>.</p>
${others.length === 0 ? null : html`<nav aria-label="Other platforms"><ul>${others.map((other) => html`<li><a href="/?platform=${encodeURIComponent(other.key)}">${other.key}</a></li>`)}</ul></nav>`}
</div>${clockSection(sandbox, platform)}</header>
${balancesSection(platform)}
${accountsSection(platform)}
${paymentsSections(platform)}
${movementsSections(platform)}
${eventsSection(platform)}
</main>`;
  return page("Stripe sandbox", content, { script: true });
}
