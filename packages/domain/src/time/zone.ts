import { type LocalDay, offsetMs } from "./local-time";

const dayMs = 86_400_000;

/**
 * A time zone whose offsets are looked up quickly: most days have one offset, and it is asked for once a day.
 * Unlike `local-time.ts`, made for one instant, this reads hundreds of thousands.
 */
export interface Zone {
  /** The day the calendar shows at an instant, milliseconds since 1970. */
  dayAt(ms: number): LocalDay;
  /**
   * The instant at which a clock shows a wall time, given as if it were UTC. A time that a clock change skips or
   * repeats is read with the offset before the change.
   */
  instantOf(wallMs: number): number;
}

/** Whether `name` is a zone of the IANA database, such as `Europe/London`; an offset is none. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** @throws RangeError when there is no zone of that name. */
export function openZone(timeZone: string): Zone {
  const startOfDay = new Map<number, number>();
  const offsetAtStart = (day: number) => {
    const known = startOfDay.get(day);
    if (known !== undefined) return known;
    const offset = offsetMs(new Date(day * dayMs), timeZone);
    startOfDay.set(day, offset);
    return offset;
  };
  const offsetAt = (ms: number) => {
    const day = Math.floor(ms / dayMs);
    const offset = offsetAtStart(day);
    // A day at whose two ends the clocks differ holds a change: there every instant is looked up.
    return offset === offsetAtStart(day + 1) ? offset : offsetMs(new Date(ms), timeZone);
  };
  return {
    dayAt(ms) {
      const local = new Date(ms + offsetAt(ms));
      return { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() };
    },
    instantOf(wallMs) {
      // No zone is further from UTC than a day, so these are the offsets before and after a change near that time.
      const [before, after] = [offsetAt(wallMs - dayMs), offsetAt(wallMs + dayMs)];
      const early = wallMs - before;
      if (before === after || offsetAt(early) === before) return early;
      const late = wallMs - after;
      return offsetAt(late) === after ? late : early;
    },
  };
}
