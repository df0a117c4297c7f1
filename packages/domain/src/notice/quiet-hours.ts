import { z } from "zod";
import { addDays, instantOf, localDay, weekdayOf } from "../time/local-time";

const lastMinute = 24 * 60 - 1;
const minuteOfDay = z
  .number()
  .int()
  .min(0, "is before midnight")
  .max(lastMinute, "is after the end of the day");

/**
 * When a person wants no mail that can wait. On each of `days` (Monday is 1) quiet begins at `fromMinute` after
 * midnight and ends at the next `toMinute`, which is on the following day when it is the earlier of the two.
 */
export const quietHours = z
  .strictObject({
    enabled: z.boolean(),
    days: z
      .array(z.number().int().min(1).max(7))
      .min(1, "names no day")
      .max(7)
      .refine((days) => new Set(days).size === days.length, "names a day twice"),
    fromMinute: minuteOfDay,
    toMinute: minuteOfDay,
    timeZone: z.string().max(64).refine(isTimeZone, "is not a time zone, such as Europe/London"),
  })
  .refine(({ fromMinute, toMinute }) => fromMinute !== toMinute, {
    path: ["toMinute"],
    error: "is the same as the beginning",
  });
export type QuietHours = z.infer<typeof quietHours>;

/** A fortnight of quiet on end cannot be: then something is wrong, and mails go out. */
const mostWindows = 14;

/** When the quiet that reigns at `now` ends; null when there is none. Where windows touch, the end of the last. */
export function quietUntil(hours: QuietHours, now: Date): Date | null {
  if (!hours.enabled) return null;
  let until: Date | null = null;
  for (let count = 0; count < mostWindows; count += 1) {
    const next = endOfWindowAt(hours, until ?? now);
    if (next === null) return until;
    until = next;
  }
  return until;
}

/** The end of the window that holds `at`: it began on that day or on the one before. */
function endOfWindowAt({ days, fromMinute, toMinute, timeZone }: QuietHours, at: Date): Date | null {
  const today = localDay(at, timeZone);
  for (const began of [addDays(today, -1), today]) {
    if (!days.includes(weekdayOf(began))) continue;
    const ends = toMinute > fromMinute ? began : addDays(began, 1);
    // An hour that comes twice is quiet both times: nobody is woken because clocks are put back.
    const from = instantOf(began, fromMinute, timeZone, "first");
    const to = instantOf(ends, toMinute, timeZone, "last");
    if (from <= at && at < to) return to;
  }
  return null;
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).format(0) !== "";
  } catch {
    return false;
  }
}
