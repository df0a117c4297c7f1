import { addDays, type LocalDay } from "../time/local-time";

export const periodKinds = ["month", "quarter", "half", "year"] as const;
/** How long one statement's period is. */
export type PeriodKind = (typeof periodKinds)[number];

const monthsOf: Readonly<Record<PeriodKind, number>> = { month: 1, quarter: 3, half: 6, year: 12 };
const forms: Readonly<Record<PeriodKind, RegExp>> = {
  month: /^(\d{4})-(0[1-9]|1[0-2])$/,
  quarter: /^(\d{4})-Q([1-4])$/,
  half: /^(\d{4})-H([12])$/,
  year: /^(\d{4})$/,
};

/** One period of the calendar. Days are `YYYY-MM-DD`, both inclusive, on the calendar of the agreement's place. */
export interface Period {
  /** `2010-12`, `2011-Q1`, `2011-H1` or `2011`. */
  readonly name: string;
  readonly firstDay: string;
  readonly lastDay: string;
}

/** A period's place in the row of all periods of its kind, so that periods can be compared and counted. */
export type PeriodIndex = number;

/**
 * The period that holds a day.
 *
 * @example periodIndexOf("2011-02-28", "quarter") === parsePeriodName("2011-Q1", "quarter") // true
 */
export function periodIndexOf(day: string, kind: PeriodKind): PeriodIndex {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  return Math.floor(months / monthsOf[kind]);
}

/** The period of that name, or undefined when no period of this kind is called so. */
export function parsePeriodName(name: string, kind: PeriodKind): PeriodIndex | undefined {
  const [, year, part = "1"] = forms[kind].exec(name) ?? [];
  if (year === undefined) return undefined;
  return (Number(year) * 12) / monthsOf[kind] + Number(part) - 1;
}

export function periodAt(index: PeriodIndex, kind: PeriodKind): Period {
  const months = monthsOf[kind];
  const first: LocalDay = {
    year: Math.floor((index * months) / 12),
    month: ((index * months) % 12) + 1,
    day: 1,
  };
  const following: LocalDay = {
    year: Math.floor(((index + 1) * months) / 12),
    month: (((index + 1) * months) % 12) + 1,
    day: 1,
  };
  return {
    name: nameOf(first, kind),
    firstDay: isoDay(first),
    lastDay: isoDay(addDays(following, -1)),
  };
}

function nameOf({ year, month }: LocalDay, kind: PeriodKind): string {
  const digits = String(year).padStart(4, "0");
  if (kind === "year") return digits;
  if (kind === "half") return `${digits}-H${month < 7 ? 1 : 2}`;
  if (kind === "quarter") return `${digits}-Q${Math.floor((month - 1) / 3) + 1}`;
  return `${digits}-${String(month).padStart(2, "0")}`;
}

/** `YYYY-MM-DD`. */
export function isoDay({ year, month, day }: LocalDay): string {
  return [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join(
    "-",
  );
}

/** How many days lie between two days, both counted; 0 when the last comes before the first. */
export function countDays(firstDay: string, lastDay: string): number {
  const days = (Date.parse(`${lastDay}T00:00:00Z`) - Date.parse(`${firstDay}T00:00:00Z`)) / 86_400_000 + 1;
  return Math.max(0, days);
}

/** Whether a text is a day of the calendar, written `YYYY-MM-DD`. */
export function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year, month, day] = text.split("-").map(Number);
  const date = new Date(0);
  date.setUTCFullYear(year ?? 0, (month ?? 0) - 1, day);
  return date.getUTCMonth() === (month ?? 0) - 1 && date.getUTCDate() === day;
}
