import { html, type PageAnswer, page } from "../http/page";

/** The challenge itself: two buttons instead of a bank. */
export function renderChallenge(total: string, formTargets: string[]): PageAnswer {
  const content = html`<main class="hosted"><section class="card">
<p class="eyebrow">Your bank <span class="tag">sandbox</span></p>
<h1>Confirm this payment</h1>
<p>Evenshare asks you to pay <strong class="money">${total}</strong>. A real bank would ask for a code or a fingerprint here.</p>
<form method="post" class="buttons">
<button type="submit" name="action" value="complete">Complete authentication</button>
<button type="submit" name="action" value="fail" class="quiet">Fail authentication</button>
</form>
</section></main>`;
  return page("Confirm this payment", content, { formTargets });
}
