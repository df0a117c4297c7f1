import type { views } from "@evenshare/domain";
import { DateTime, DescriptionList, Section, TextLink, useFormatting } from "@evenshare/ui";
import { useMoneyWords } from "../app/use-money-words";
import { formatRate } from "../partnership/terms-list";

const bearers = { brand: "borne by the brand, beside the amount", producer: "out of the amount" };

/** What was agreed for this milestone besides the criteria. */
export function AgreedTerms({ milestone }: { milestone: views.MilestoneView }) {
  const { locale } = useFormatting();
  const money = useMoneyWords(milestone.money.currency);
  const { terms } = milestone;
  const agreed = !["draft", "proposed"].includes(milestone.state);
  return (
    <Section
      title={agreed ? "What was agreed" : "What would be agreed"}
      action={<TextLink href={`/partnerships/${milestone.partnershipId}/agreement`}>Agreement</TextLink>}
    >
      <DescriptionList
        items={[
          { term: "Review window", value: `${terms.reviewDays} days from each submission` },
          {
            term: "Rounds of changes",
            value: `${milestone.revisionRound} used of ${terms.includedRevisions} included`,
          },
          { term: "Held before work starts", value: `at least ${money(terms.minimumStart)}` },
          { term: "Platform fee", value: `${formatRate(terms.feeBp, locale)}, ${bearers[terms.feeBearer]}` },
          {
            term: "Due",
            value:
              milestone.dueOn === null ? (
                "no date agreed"
              ) : (
                <DateTime at={new Date(`${milestone.dueOn}T12:00:00Z`)} timeZone="UTC" show="day" />
              ),
          },
          { term: "Dates are meant in", value: milestone.timeZone.replaceAll("_", " ") },
          { term: "Who holds the money", value: "The payment provider, until it is released." },
        ]}
      />
    </Section>
  );
}
