import {
  type CurrencyCode,
  type DeductionKind,
  minorDigits,
  type PeriodKind,
  type ProposedTerms,
  readDecimal,
  type ShareState,
  type ShareWarning,
  type views,
} from "@evenshare/domain";
import { formatMoney, type StatusTone } from "@evenshare/ui";

interface Standing {
  readonly word: string;
  readonly tone: StatusTone;
}

const states: Readonly<Record<ShareState, Standing>> = {
  proposed: { word: "Waiting for acceptance", tone: "waiting" },
  active: { word: "Active", tone: "released" },
  changing: { word: "Active, change proposed", tone: "waiting" },
  declined: { word: "Declined", tone: "risk" },
  withdrawn: { word: "Withdrawn", tone: "neutral" },
};

/** What to call the state of an agreement. */
export function shareStateWords(state: ShareState): Standing {
  return states[state];
}

/** What to call a version: what it is today, or how it ended. */
export function versionWords({
  standing,
  status,
}: Pick<views.ShareVersionView, "standing" | "status">): Standing {
  if (standing === "never") return states[status === "withdrawn" ? "withdrawn" : "declined"];
  const words: Readonly<Record<Exclude<typeof standing, "never">, Standing>> = {
    proposed: states.proposed,
    coming: { word: "Accepted, not yet in force", tone: "active" },
    in_force: { word: "In force", tone: "released" },
    past: { word: "No longer in force", tone: "neutral" },
  };
  return words[standing];
}

/** An amount of the terms, which write decimal text, in the reader's locale. */
export function termsAmount(text: string, currency: CurrencyCode, locale: string): string {
  const read = readDecimal(text, minorDigits(currency), { negative: true });
  return read.ok ? formatMoney(read.amount, currency, locale) : text;
}

const deductionNames: Readonly<Record<DeductionKind, string>> = {
  tax: "taxes",
  fees: "payment fees",
  shipping: "shipping",
};

/** What is taken off before anything is shared: "taxes and shipping". */
export function deductionWords(deductions: readonly DeductionKind[], locale: string): string {
  if (deductions.length === 0) return "nothing";
  const names = deductions.map((kind) => deductionNames[kind]);
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(names);
}

/** How often there is a statement. */
export const periodWords: Readonly<Record<PeriodKind, string>> = {
  month: "every month",
  quarter: "every quarter",
  half: "every half-year",
  year: "every year",
};

/** A length of one period, for counting: "2 quarters". */
export function periodCount(count: number, kind: PeriodKind): string {
  const unit = kind === "half" ? "half-year" : kind;
  return count === 1 ? `1 ${unit}` : `${count} ${unit}s`;
}

/** How tiers are reached and paid, in a sentence; nothing to say of a single one. */
export function tierWords({ share: { basis, method, tiers }, period }: ProposedTerms): string | null {
  if (tiers.length === 1) return null;
  const reached =
    basis === "cumulative"
      ? "Tiers are reached by all net revenue since the start"
      : `Tiers are reached anew ${periodWords[period]}`;
  const paid =
    method === "marginal"
      ? "each rate is paid on what lies in its own tier"
      : "once a tier is reached, its rate is paid on everything";
  return `${reached}; ${paid}.`;
}

/** What is unusual in the terms of a payee, and what it means. */
export function warningWords({ kind }: ShareWarning, name: string): string {
  return kind === "reserve_high"
    ? `The reserve of ${name} is above 20%: more is held back than is usual.`
    : `The reserve of ${name} is held for longer than 12 months.`;
}
