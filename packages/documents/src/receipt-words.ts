import type { ReceiptFacts } from "@evenshare/application";
import { type CurrencyCode, decimalAmount } from "@evenshare/domain";
import { groupedDecimal, instantText } from "./text-of-figures";
import type { Words } from "./typesetter";

/** What a receipt says, in the order in which it says it. */
interface ReceiptWords extends Words {
  readonly date: string;
  readonly facts: readonly (readonly [term: string, value: string])[];
  readonly currency: string;
  readonly amounts: readonly (readonly [what: string, amount: string])[];
  readonly total: readonly [what: string, amount: string];
}

/** Puts the facts of a payment into words. */
export function receiptWords(facts: ReceiptFacts): ReceiptWords {
  const { amount, fee, currency, paidWith, purpose } = facts;
  const repaid = purpose === "repayment";
  return {
    title: `Receipt ${facts.number}`,
    issuer: "Evenshare",
    date: instantText(facts.issuedAt, facts.timeZone),
    facts: [
      ["Paid by", facts.brandName],
      [repaid ? "Had been released to" : "For the work of", facts.producerName],
      ["Partnership", facts.partnershipTitle],
      ["Milestone", facts.milestoneTitle],
      ["Paid with", paidWith === null ? "Not told by the provider" : describeMethod(paidWith)],
      ["Payment at Stripe", facts.reference],
      ["Payment at Evenshare", facts.fundingId],
    ],
    currency,
    amounts: [
      [
        repaid ? "Released money that the bank took back, paid again" : "For the milestone",
        grouped(amount, currency),
      ],
      ...(repaid ? [] : ([["Platform fee, beside it", grouped(fee, currency)]] as const)),
    ],
    total: ["Charged", grouped(amount + fee, currency)],
    sentences: [
      repaid
        ? "This payment makes good what the producer had already been sent. None of it is held."
        : "Stripe, the payment provider, holds the amount for the milestone from this payment on, until the brand releases it to the producer. Evenshare keeps the record of it.",
      "This is a receipt for a payment. It is not an invoice for the producer's work, and not a tax document.",
    ],
  };
}

function describeMethod({ label, last4 }: { label: string; last4: string }): string {
  return last4 === "" ? label : `${label} ending in ${last4}`;
}

function grouped(amount: bigint, currency: CurrencyCode): string {
  return groupedDecimal(decimalAmount(amount, currency));
}
