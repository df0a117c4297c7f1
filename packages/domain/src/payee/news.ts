import { describeBanks, type PayeeAccount } from "./account";

/** What a producer is told of its account at the payment provider. */
export type PayeeNews =
  /** It can be paid now, for the first time or again. */
  | { readonly kind: "ready" }
  /** It was set up and cannot be paid any more, or something is asked for that will lead there. */
  | { readonly kind: "attention" }
  /** Payouts go elsewhere from now on. Whoever did not do this must hear of it at once. */
  | { readonly kind: "bank_changed"; readonly before: string; readonly after: string };

/**
 * What changed that a person must know, given what was known before and what the provider says now. The first answers
 * while a producer is still setting up are no news: it sees the list on its screen.
 */
export function payeeNews(before: PayeeAccount, now: PayeeAccount): PayeeNews[] {
  const news: PayeeNews[] = [];
  if (now.payable && !before.payable) news.push({ kind: "ready" });
  if (needsAttention(before, now)) news.push({ kind: "attention" });
  const [was, is] = [describeBanks(before.banks), describeBanks(now.banks)];
  if (was !== "" && was !== is) news.push({ kind: "bank_changed", before: was, after: is });
  return news;
}

function needsAttention(before: PayeeAccount, now: PayeeAccount): boolean {
  if (before.payable && !now.payable) return true;
  if (!now.payable) return false;
  return pressing(now).some((field) => !pressing(before).includes(field));
}

/** What is asked for by now. */
function pressing({ requirements }: PayeeAccount): string[] {
  return requirements
    .filter(({ urgency }) => urgency === "overdue" || urgency === "due")
    .map(({ field }) => field);
}
