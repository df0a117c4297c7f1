import type { RecordFx, RecordTax, StatementRecord } from "@evenshare/domain";
import { dayText, instantText, percentText } from "../text-of-figures";
import {
  amount,
  facts,
  figures,
  halfSection,
  narrow,
  row,
  type Section,
  section,
  sumRow,
  table,
  text,
  wide,
} from "./block";

/** Each adjustment with who made it and who approved it. */
export function adjustmentList({ adjustments, steps }: StatementRecord): Section {
  const total = steps.find(({ code }) => code === "adjustments")?.amount;
  if (adjustments.length === 0) return section("Adjustments", text("None in this period."));
  return section(
    "Adjustments",
    table(
      [
        narrow("Reason"),
        wide("What for"),
        narrow("By"),
        narrow("Approved by"),
        narrow("Evidence"),
        figures("Amount"),
      ],
      [
        ...adjustments.map((one) =>
          row(
            one.code,
            one.text,
            one.author,
            one.approver ?? "not required",
            one.evidence ?? "none",
            amount(one.amount),
          ),
        ),
        ...(total === undefined ? [] : [sumRow("", "All adjustments", "", "", "", amount(total))]),
      ],
      { dense: true },
    ),
  );
}

/** Withholding, exchange and payout, each only when there is something to say of it. */
export function settlement({ identity, tax, fx, payout }: StatementRecord): Section[] {
  return [
    ...(tax === null ? [] : [withholding(tax)]),
    ...(payout === null
      ? []
      : [
          halfSection(
            "Payout",
            facts(
              ["Reference", payout.reference],
              ["To", payout.method],
              ["Expected on", dayText(payout.expectedDate)],
            ),
          ),
        ]),
    ...(fx === null ? [] : [exchange(fx, identity)]),
  ];
}

function withholding({ rateBp, basis, withheld, treatyArticle, formId, formDate }: RecordTax): Section {
  return halfSection(
    "Withholding tax",
    facts(
      ["Rate", percentText(rateBp)],
      ["On", amount(basis)],
      ["Withheld", amount(withheld)],
      ["Treaty article", treatyArticle ?? "none stated"],
      ["Form", formId === null ? "none stated" : formWords(formId, formDate)],
    ),
  );
}

function formWords(formId: string, formDate: string | null): string {
  return formDate === null ? formId : `${formId} of ${dayText(formDate)}`;
}

function exchange(fx: RecordFx, { period, payoutCurrency }: StatementRecord["identity"]): Section {
  const { code } = payoutCurrency;
  return section(
    "Exchange",
    facts(
      ["Quote", `${fx.quoteId} of ${fx.source}, ${instantText(new Date(fx.at), period.timeZone)}`],
      ["Middle rate", fx.midRate],
      ["Applied rate", fx.appliedRate],
      ["What the difference costs", `${amount(fx.spread)} ${code}`],
      ["Sent", `${amount(fx.sent)} ${code}`],
      ["Kept for the next payout", `${amount(fx.kept)} ${code}`],
    ),
  );
}

/** What the others earned of the same net revenue, as far as the agreement lets it be seen. */
export function otherParties({ otherParties: others, summary, identity }: StatementRecord): Section[] {
  if (others.length === 0) return [];
  return [
    section(
      "Other parties",
      table(
        [wide("Party"), figures(`Share, ${identity.currency.code}`)],
        [
          row("You", amount(summary.share)),
          ...others.map(({ name, share }) => row(name, amount(share))),
          sumRow("All parties: net revenue", amount(summary.netRevenue)),
        ],
      ),
    ),
  ];
}
