import { html, type PageAnswer, page } from "../http/page";

/** The challenge itself: two buttons instead of a bank. Without a total, a card is saved rather than charged. */
export function renderChallenge(total: string | null, formTargets: string[]): PageAnswer {
  const title = total === null ? "Confirm your card" : "Confirm this payment";
  const content = html`<main class="hosted"><section class="card">
<p class="eyebrow">Your bank <span class="tag">sandbox</span></p>
<h1>${title}</h1>
<p>${total === null ? "Evenshare asks to charge your card later, when you are not there." : html`Evenshare asks you to pay <strong class="money">${total}</strong>.`} A real bank would ask for a code or a fingerprint here.</p>
<form method="post" class="buttons">
<button type="submit" name="action" value="complete">Complete authentication</button>
<button type="submit" name="action" value="fail" class="quiet">Fail authentication</button>
</form>
</section></main>`;
  return page(title, content, { formTargets });
}
