import type { OrganizationKind } from "@evenshare/domain";
import { formatDateTime, formatDay, formatMoney } from "@evenshare/ui";

/** Who reads, and how they write amounts and dates. */
export interface NoticeReading {
  readonly side: OrganizationKind;
  readonly locale: string;
  /** Whose clock is meant where the facts name none. */
  readonly timeZone: string;
}

export type Facts = Readonly<Record<string, string>>;

/** A notification as a person reads it. */
export interface NoticeWords {
  readonly title: string;
  /** What it means, with the figures. */
  readonly line: string;
  /** The page it is about. */
  readonly href: string;
}

/** Puts the facts of one kind of event into words. */
export type Teller = (facts: Facts, reading: NoticeReading) => NoticeWords;

/** Whether a fact is there and says something. */
export function has(facts: Facts, name: string): boolean {
  return (facts[name] ?? "").trim() !== "";
}

/** A name as somebody else wrote it, on one line; `otherwise` where there is none. */
export function nameFact(facts: Facts, name: string, otherwise: string): string {
  const written = (facts[name] ?? "").replaceAll(/\s+/g, " ").trim();
  return written === "" ? otherwise : written;
}

/** An amount of the facts in the reader's locale; null where it is missing or is none. */
export function moneyFact(facts: Facts, name: string, { locale }: NoticeReading): string | null {
  const [minor, currency] = [facts[name], facts["currency"]];
  if (minor === undefined || currency === undefined) return null;
  return /^\d+$/.test(minor) && /^[A-Z]{3}$/.test(currency)
    ? formatMoney(BigInt(minor), currency, locale)
    : null;
}

interface DateReading {
  readonly locale: string;
  readonly timeZone?: string | undefined;
  /** The day alone, as the payment provider names days: in UTC. */
  readonly dayOnly?: boolean;
}

/** An instant of the facts with the place whose clock is meant; null where it is missing or is none. */
export function dateFact(
  facts: Facts,
  name: string,
  { locale, timeZone, dayOnly }: DateReading,
): string | null {
  const at = new Date(facts[name] ?? "");
  if (Number.isNaN(at.getTime())) return null;
  if (dayOnly) return formatDay(at, { locale, timeZone: "UTC" });
  return formatDateTime(at, { locale, timeZone: isTimeZone(timeZone) ? timeZone : "UTC" });
}

function isTimeZone(name: string | undefined): name is string {
  if (name === undefined) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).format(0) !== "";
  } catch {
    return false;
  }
}
