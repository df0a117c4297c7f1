import type { CurrencyCode, PayeeTermsFile, PeriodKind } from "@evenshare/domain";
import { type Description, DescriptionList, useFormatting } from "@evenshare/ui";
import { formatRate } from "../partnership/terms-list";
import { periodCount, termsAmount } from "./share-words";

interface PayeeTermsProps {
  /** Undefined when nothing was agreed with this payee alone. */
  terms: PayeeTermsFile | undefined;
  currency: CurrencyCode;
  period: PeriodKind;
}

interface Writing {
  readonly amount: (text: string) => string;
  readonly rate: (basisPoints: number) => string;
  readonly period: PeriodKind;
}

/** What was agreed with one payee alone, in words. */
export function PayeeTerms({ terms = {}, currency, period }: PayeeTermsProps) {
  const { locale } = useFormatting();
  const writing: Writing = {
    amount: (text) => termsAmount(text, currency, locale),
    rate: (basisPoints) => formatRate(basisPoints, locale),
    period,
  };
  return (
    <DescriptionList
      items={[...protections(terms, writing), ...payment(terms, writing), ...movedIn(terms, writing)]}
    />
  );
}

function protections(
  { floor, advance, reserve }: PayeeTermsFile,
  { amount, rate, period }: Writing,
): Description[] {
  return [
    {
      term: "Floor",
      value:
        floor === undefined
          ? "none"
          : `At least ${amount(floor.amount)} is earned in each whole period; in a broken one, by its days.`,
    },
    {
      term: "Advance",
      value:
        advance === undefined
          ? "none"
          : `${amount(advance.amount)}, recouped with ${rate(advance.recoupRateBp)} of what is available each period.`,
    },
    {
      term: "Reserve",
      value:
        reserve === undefined || reserve.rateBp === 0
          ? "none"
          : `${rate(reserve.rateBp)} of each positive share is held back, and released over ${periodCount(reserve.releaseBp.length, period)}: ${reserve.releaseBp.map(rate).join(", ")}. Never taken of returns.`,
    },
  ];
}

function payment(terms: PayeeTermsFile, { amount, rate }: Writing): Description[] {
  return [
    {
      term: "Minimum payout",
      value:
        terms.minimumPayout === undefined
          ? "none"
          : `${amount(terms.minimumPayout)}. Less is carried over to the next statement.`,
    },
    {
      term: "Negative balances",
      value: `Taken off later statements, with at most ${rate(terms.negativeOffsetCapBp ?? 5_000)} of what is due.`,
    },
    {
      term: "Platform fee",
      value: terms.platformFeeBp ? `${rate(terms.platformFeeBp)} of what is due` : "none",
    },
    {
      term: "Withholding tax",
      value: terms.withholdingBp ? `${rate(terms.withholdingBp)} of what is due` : "none",
    },
  ];
}

/** Only a deal that ran elsewhere before has these. */
function movedIn({ opening, adjustments = [] }: PayeeTermsFile, { amount }: Writing): Description[] {
  return [
    ...(opening === undefined
      ? []
      : [
          { term: "Balance at the start", value: amount(opening.payable) },
          {
            term: "Reserves still held",
            value:
              opening.reserveReleases.length === 0
                ? "none"
                : `released in the first periods: ${opening.reserveReleases.map(amount).join(", ")}`,
          },
        ]),
    ...adjustments.map(({ period, amount: text, reason }) => ({
      term: `Adjustment, ${period}`,
      value: `${amount(text)}: ${reason}`,
    })),
  ];
}
