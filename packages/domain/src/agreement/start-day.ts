import { z } from "zod";

/** The day from which a producer earns under an agreement, as YYYY-MM-DD on the calendar of the agreement's place. */
export const startDay = z.iso.date("is not a day, such as 2026-12-01");

/**
 * The day it is at an instant in a time zone.
 *
 * @example dayIn("Asia/Tokyo", new Date("2026-11-30T20:00:00Z")) // "2026-12-01"
 */
export function dayIn(timeZone: string, at: Date): string {
  // Swedish writes dates as ISO does.
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(at);
}
