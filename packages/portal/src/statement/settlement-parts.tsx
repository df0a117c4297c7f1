import type { RecordTax } from "@evenshare/domain";
import { DescriptionList, Section, useFormatting } from "@evenshare/ui";
import { dayWords } from "../partnership/day-words";
import { formatRate } from "../partnership/terms-list";
import { RecordMoney } from "./record-money";
import type { PartProps } from "./voice";

/** Withholding tax and payout, each only when there is something to say of it. */
export function SettlementParts({ record: { tax, payout, identity } }: Pick<PartProps, "record">) {
  const { locale } = useFormatting();
  return (
    <>
      {tax !== null && <Withholding tax={tax} currency={identity.currency.code} />}
      {payout !== null && (
        <Section title="Payout">
          <DescriptionList
            items={[
              { term: "Reference", value: payout.reference },
              { term: "To", value: payout.method },
              { term: "Expected", value: dayWords(payout.expectedDate, locale) },
            ]}
          />
        </Section>
      )}
    </>
  );
}

function Withholding({ tax, currency }: { tax: RecordTax; currency: string }) {
  const { locale } = useFormatting();
  const { rateBp, basis, withheld, treatyArticle, formId, formDate } = tax;
  const form = [formId ?? "none stated", ...(formDate === null ? [] : [`of ${dayWords(formDate, locale)}`])];
  return (
    <Section title="Withholding tax">
      <DescriptionList
        items={[
          { term: "Rate", value: formatRate(rateBp, locale) },
          { term: "On", value: <RecordMoney amount={basis} currency={currency} /> },
          { term: "Withheld", value: <RecordMoney amount={withheld} currency={currency} /> },
          { term: "Treaty article", value: treatyArticle ?? "none stated" },
          { term: "Form", value: form.join(" ") },
        ]}
      />
    </Section>
  );
}
