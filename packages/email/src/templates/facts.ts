import type { CurrencyCode } from "@evenshare/domain";
import type { Fact } from "../content/mail-content";
import { formatInstant, formatUtc } from "../words/dates";
import type { ShownName } from "../words/literal";
import { formatAmount } from "../words/money";

interface Partnership {
  readonly partnershipTitle: ShownName;
  readonly brandName: ShownName;
  readonly producerName: ShownName;
}

/** Between whom. Names stand here in full, however long. */
export function partnershipFact({ partnershipTitle, brandName, producerName }: Partnership): Fact {
  return {
    label: "Partnership",
    value: partnershipTitle.full,
    note: `${brandName.full} × ${producerName.full}`,
  };
}

/** What it is about and between whom, for the end of a milestone mail's facts. */
export function aboutMilestone(facts: Partnership & { readonly milestoneTitle: ShownName }): readonly Fact[] {
  return [{ label: "Milestone", value: facts.milestoneTitle.full }, partnershipFact(facts)];
}

export function amountFact(label: string, amount: bigint, currency: CurrencyCode): Fact {
  return { label, value: formatAmount(amount, currency), money: true };
}

/** The row of an amount that may be unknown, or nothing: then there is no row. */
export function optionalAmount(
  label: string,
  amount: bigint | undefined,
  currency: CurrencyCode,
): readonly Fact[] {
  return amount === undefined || amount === 0n ? [] : [amountFact(label, amount, currency)];
}

/** When it happens by itself, and the same instant in UTC to the second. */
export function deadlineFact(label: string, { dueAt, timeZone }: { dueAt: Date; timeZone: string }): Fact {
  return { label, value: formatInstant(dueAt, timeZone), note: formatUtc(dueAt) };
}
