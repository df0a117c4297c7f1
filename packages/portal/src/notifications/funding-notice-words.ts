import {
  dateFact,
  type Facts,
  has,
  moneyFact,
  type NoticeReading,
  nameFact,
  type Teller,
} from "./notice-facts";

/** Bank debits under way, money that a bank took back, and holds. */
export const fundingTellers = {
  "funding.processing": (facts, reading) => {
    const by = dateFact(facts, "dueAt", { ...reading, timeZone: facts["timeZone"] });
    return {
      title: `On its way, not held yet: ${titleOf(facts)}`,
      line: `${amountOf(facts, "amount", reading)} is paid by bank debit${by === null ? "." : `, expected by ${by}.`}`,
      href: hrefOf(facts),
    };
  },
  "funding.returned": (facts, reading) => ({
    title: `Payment taken back: ${titleOf(facts)}`,
    line: `The brand's bank took back ${amountOf(facts, "amount", reading)}; ${amountOf(facts, "held", reading)} is held now.`,
    href: hrefOf(facts),
  }),
  "funding.restored": (facts, reading) => ({
    title: `The disputed payment stands: ${titleOf(facts)}`,
    line: `${amountOf(facts, "held", reading)} is held now.`,
    href: hrefOf(facts),
  }),
  "funding.repaid": (facts, reading) => ({
    title: `Repaid: ${titleOf(facts)}`,
    line: `${amountOf(facts, "amount", reading)} that a bank had taken back was paid again.`,
    href: hrefOf(facts),
  }),
  "hold.reminder": (facts, reading) => ({
    title: `Still on hold: ${titleOf(facts)}`,
    line: `${amountOf(facts, "amount", reading)} that a bank took back has not been made good.`,
    href: hrefOf(facts),
  }),
  "hold.appealed": (facts) => ({
    title: `Objection to a hold: ${titleOf(facts)}`,
    line: `${nameFact(facts, "producerName", "The producer")} objects${has(facts, "note") ? `: “${nameFact(facts, "note", "")}”` : "."}`,
    href: hrefOf(facts),
  }),
  "hold.answered": (facts) => ({
    title: `${facts["answer"] === "released" ? "Hold ended" : "Hold stands"}: ${titleOf(facts)}`,
    line: `The platform's operator has answered${has(facts, "reason") ? `: “${nameFact(facts, "reason", "")}”` : "."}`,
    href: hrefOf(facts),
  }),
} as const satisfies Record<string, Teller>;

function titleOf(facts: Facts): string {
  return nameFact(facts, "milestoneTitle", "your milestone");
}

function amountOf(facts: Facts, field: string, reading: NoticeReading): string {
  return moneyFact(facts, field, reading) ?? "An amount";
}

function hrefOf(facts: Facts): string {
  return has(facts, "milestoneId") ? `/milestones/${facts["milestoneId"]}` : "/milestones";
}
