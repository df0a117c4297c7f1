const minuteMs = 60_000;

/** A day of the calendar, without a place. */
export interface LocalDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** The day that the calendar of `timeZone` shows at `instant`. */
export function localDay(instant: Date, timeZone: string): LocalDay {
  const local = new Date(instant.getTime() + offsetMs(instant, timeZone));
  return { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() };
}

/** The day so many days later; earlier ones are negative. */
export function addDays({ year, month, day }: LocalDay, days: number): LocalDay {
  const moved = new Date(Date.UTC(year, month - 1, day + days));
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() };
}

/** Monday is 1, Sunday is 7. */
export function weekdayOf({ year, month, day }: LocalDay): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
}

/** @example localDayOf("2026-12-01") // { year: 2026, month: 12, day: 1 } */
export function localDayOf(isoDay: string): LocalDay {
  const [year = 0, month = 1, day = 1] = isoDay.split("-").map(Number);
  return { year, month, day };
}

/**
 * The instant at which a clock in `timeZone` shows `minutes` after midnight on a day. A time that daylight saving
 * skips is the instant of the change; one that comes twice is the `first` or the `last` of the two.
 */
export function instantOf(day: LocalDay, minutes: number, timeZone: string, twice: "first" | "last"): Date {
  const wall = Date.UTC(day.year, day.month - 1, day.day) + minutes * minuteMs;
  // No zone is further from UTC than a day, so one of these two offsets is in force at the time that is meant.
  const before = offsetMs(new Date(wall - 24 * 60 * minuteMs), timeZone);
  const after = offsetMs(new Date(wall + 24 * 60 * minuteMs), timeZone);
  const candidates = [wall - before, wall - after].filter(
    (time) => time + offsetMs(new Date(time), timeZone) === wall,
  );
  if (candidates.length === 0)
    return changeBetween(wall - Math.max(before, after), wall - Math.min(before, after), timeZone);
  return new Date(twice === "first" ? Math.min(...candidates) : Math.max(...candidates));
}

/** The instant between two others at which the offset changes. */
function changeBetween(from: number, to: number, timeZone: string): Date {
  const old = offsetMs(new Date(from), timeZone);
  let [low, high] = [from, to];
  while (high - low > 1_000) {
    const middle = Math.floor((low + high) / 2_000) * 1_000;
    if (offsetMs(new Date(middle), timeZone) === old) low = middle;
    else high = middle;
  }
  return new Date(high);
}

/** How far local time in `timeZone` is ahead of UTC at `instant`, in milliseconds. */
export function offsetMs(instant: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(instant);
  const read = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(
    read("year"),
    read("month") - 1,
    read("day"),
    read("hour"),
    read("minute"),
    read("second"),
  );
  return local - Math.floor(instant.getTime() / 1000) * 1000;
}
