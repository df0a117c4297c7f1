import type { Fact } from "../content/mail-content";
import type { ShownName } from "../words/literal";

/** Whose account at the payment provider a mail is about. */
export function accountFact({ producerName }: { readonly producerName: ShownName }): Fact {
  return { label: "Payout account of", value: producerName.full };
}
