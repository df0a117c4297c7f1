import type { MilestoneTerms } from "@evenshare/domain";
import { type Description, DescriptionList, useFormatting } from "@evenshare/ui";
import { dayWords } from "./day-words";

const bearers = { brand: "the brand, beside the amount", producer: "the producer, out of the amount" };
const dormancy = {
  release_if_submitted: "released if work was submitted, otherwise refunded",
  refund: "refunded to the brand",
};

/** Basis points as a percentage in the reader's locale: 250 is "2.5%". */
export function formatRate(basisPoints: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format(
    basisPoints / 10_000,
  );
}

/** The terms milestones of a partnership come under, each with what it means. */
export function TermsList({ terms, startsOn }: { terms: MilestoneTerms; startsOn?: string }) {
  const { locale } = useFormatting();
  const rate = (basisPoints: number) => formatRate(basisPoints, locale);
  const items: Description[] = [
    ...(startsOn === undefined
      ? []
      : [{ term: "The producer earns from", value: dayWords(startsOn, locale) }]),
    { term: "Currency", value: terms.currency },
    { term: "Dates and times are meant in", value: terms.timeZone.replaceAll("_", " ") },
    {
      term: "Review window",
      value: `${terms.reviewDays} days from each submission. If nobody asks for changes, the held money is then released automatically.`,
    },
    {
      term: "Rounds of changes included",
      value:
        terms.includedRevisions === 0
          ? "none"
          : `${terms.includedRevisions}. Asking for changes stops the review clock.`,
    },
    {
      term: "Held before work starts",
      value: `${rate(terms.firstMinimumStartBp)} of the first milestone, ${rate(terms.minimumStartBp)} of later ones. Work above what is held is unprotected.`,
    },
    { term: "Platform fee", value: `${rate(terms.feeBp)}, borne by ${bearers[terms.feeBearer]}` },
    {
      term: "If a milestone falls asleep",
      value: `After 90 days without activity and two notices, held money is ${dormancy[terms.dormancyDefault]}.`,
    },
  ];
  return <DescriptionList items={items} />;
}
