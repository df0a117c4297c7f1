import { formatDay } from "@evenshare/ui";

/** A calendar day such as 2026-12-01, which belongs to no time zone, as the reader writes days. */
export function dayWords(day: string, locale: string): string {
  return formatDay(new Date(day), { locale, timeZone: "UTC" });
}
