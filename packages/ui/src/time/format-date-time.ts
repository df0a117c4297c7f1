export interface DateTimeFormat {
  readonly locale: string;
  readonly timeZone: string;
}

/** Day and time with the place whose clock is meant: "Sun 6 Dec 2026, 17:00 London". */
export function formatDateTime(at: Date, { locale, timeZone }: DateTimeFormat): string {
  const time = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", timeZone }).format(at);
  return `${formatDay(at, { locale, timeZone })}, ${time} ${zonePlace(timeZone)}`;
}

/** The day alone, in a time zone: "Sun 6 Dec 2026". */
export function formatDay(at: Date, { locale, timeZone }: DateTimeFormat): string {
  const day = new Intl.DateTimeFormat(locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone,
  });
  const parts = day.formatToParts(at);
  // "Sun, 6 Dec": a comma between the weekday and the day only breaks the line of figures.
  return parts
    .map(({ type, value }, index) => (type === "literal" && index === 1 ? value.replace(/^, /, " ") : value))
    .join("");
}

/** The place an IANA zone is named after: "London" for Europe/London, "UTC" for UTC. */
export function zonePlace(timeZone: string): string {
  const place = timeZone.split("/").at(-1) ?? timeZone;
  return place.replaceAll("_", " ");
}
