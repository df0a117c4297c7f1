export interface CalendarEntry {
  readonly id: string;
  /** ISO date in the agreement's zone: "2026-12-06". */
  readonly date: string;
  readonly direction: "in" | "out";
  /** Minor units, above zero. */
  readonly amount: bigint;
  readonly label: string;
  readonly href?: string;
}

export interface CalendarDay {
  readonly date: string;
  /** Day of the month. */
  readonly day: number;
  readonly startsWeek: boolean;
  readonly in: bigint;
  readonly out: bigint;
}

const dayLength = 86_400_000;

/** The days from `start` on, each with the sums that come in and go out. Entries on other days are left out. */
export function layOutDays(start: string, count: number, entries: readonly CalendarEntry[]): CalendarDay[] {
  const first = Date.parse(`${start}T00:00:00Z`);
  return Array.from({ length: count }, (_, index) => {
    const at = new Date(first + index * dayLength);
    const date = at.toISOString().slice(0, 10);
    const sum = (direction: "in" | "out") =>
      entries
        .filter((entry) => entry.date === date && entry.direction === direction)
        .reduce((total, entry) => total + entry.amount, 0n);
    return { date, day: at.getUTCDate(), startsWeek: at.getUTCDay() === 1, in: sum("in"), out: sum("out") };
  });
}

/** An amount's height in percent of the largest; never less than 6 when there is something, so that it can be seen. */
export function barHeight(amount: bigint, largest: bigint): number {
  if (amount === 0n || largest === 0n) return 0;
  return Math.max(6, Number((amount * 100n) / largest));
}

/** Fewer days than this between two named ones, and their figures run into each other on a phone. */
const roomForName = 3;

/** Which of the days carry their number: today, then week and month starts as far as there is room. */
export function chooseNamedDays(days: readonly CalendarDay[]): ReadonlySet<number> {
  const named = new Set([0]);
  let latest = 0;
  for (const [index, day] of days.entries()) {
    const wanted = day.startsWeek || day.day === 1;
    if (!wanted || index - latest < roomForName) continue;
    named.add(index);
    latest = index;
  }
  return named;
}
