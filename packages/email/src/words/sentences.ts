/** Who holds the money, in one sentence. The provider gives no escrow service, so the word is never used. */
export const whoHolds =
  "Who holds the money: it is held at Stripe, the payment provider, in the platform's account until it is released.";

/** "1 day", "3 days". */
export function days(count: number): string {
  return count === 1 ? "1 day" : `${count} days`;
}

/** "owner, finance or approver". */
export function anyOf(words: readonly string[]): string {
  return new Intl.ListFormat("en-GB", { type: "disjunction" }).format(words);
}

/** Before the link by which mails about work are switched off. */
export const choicesLabel = "Choose which mails about work you get, or switch them off, without signing in:";
