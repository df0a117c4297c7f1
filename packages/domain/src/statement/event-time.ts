import type { Zone } from "../time/zone";
import { isoDay } from "./period";
import type { Instant } from "./revenue-event";

const form =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?(?:(Z)|([+-])(\d{2}):(\d{2}))?$/;

/** When an event happened, and the day that the calendar of the agreement's place showed then. */
export interface EventTime {
  readonly at: Instant;
  readonly day: string;
}

/**
 * Reads `YYYY-MM-DDTHH:MM[:SS[.fraction]]` with `Z`, `±HH:MM` or nothing behind it; without an offset it is a wall time
 * in `zone`, and one that a clock change skips or repeats is read with the offset before the change.
 *
 * @returns undefined when the text has another form, or its date or time does not exist.
 */
export function readEventTime(text: string, zone: Zone): EventTime | undefined {
  const parts = form.exec(text);
  if (parts === null) return undefined;
  const [, year, month, day, hour, minute, second = "0", fraction = "", utc, sign, offsetHour, offsetMinute] =
    parts;
  const wall = wallTime([year, month, day, hour, minute, second].map(Number));
  if (wall === undefined) return undefined;
  const decimals = fraction.replace(/0+$/, "");
  if (utc === undefined && sign === undefined) return timeAt(zone.instantOf(wall), decimals, zone);
  const [hours, minutes] = [Number(offsetHour ?? 0), Number(offsetMinute ?? 0)];
  if (hours > 23 || minutes > 59) return undefined;
  const offset = (hours * 60 + minutes) * 60_000 * (sign === "-" ? -1 : 1);
  return timeAt(wall - offset, decimals, zone);
}

function timeAt(ms: number, decimals: string, zone: Zone): EventTime {
  return { at: { seconds: ms / 1000, decimals }, day: isoDay(zone.dayAt(ms)) };
}

/** Milliseconds of a wall time as if it were UTC, or undefined when the calendar or the clock does not show it. */
function wallTime(parts: readonly number[]): number | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  // Years below 100 would be read as of the last century.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  const shown =
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    date.getUTCHours() === hour &&
    date.getUTCMinutes() === minute &&
    date.getUTCSeconds() === second;
  return shown ? date.getTime() : undefined;
}
