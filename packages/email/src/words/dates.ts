/** An instant on the clock of a place, said so: "Sun 6 Dec 2026, 17:00 London". */
export function formatInstant(at: Date, timeZone: string): string {
  const read = readParts(at, timeZone);
  return `${readDay(read)}, ${read("hour")}:${read("minute")} ${zonePlace(at, timeZone)}`;
}

/** The same instant for people elsewhere, to the second: "2026-12-06 17:00:00 UTC". */
export function formatUtc(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace("T", " ")} UTC`;
}

/** A calendar day such as 2026-12-08, which has no time zone: "Tue 8 Dec 2026". */
export function formatDay(isoDay: string): string {
  return readDay(readParts(new Date(`${isoDay}T00:00:00Z`), "UTC"));
}

type ReadPart = (type: Intl.DateTimeFormatPartTypes) => string;

/** Put together from parts, so that no release of the locale data moves a comma. */
function readDay(read: ReadPart): string {
  return `${read("weekday")} ${read("day")} ${read("month")} ${read("year")}`;
}

function readParts(at: Date, timeZone: string): ReadPart {
  const format = new Intl.DateTimeFormat("en-GB", {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  });
  const parts = format.formatToParts(at);
  return (type) => parts.find((part) => part.type === type)?.value ?? "";
}

/** The place a zone is named after. Zones without a place (Etc/GMT+5, whose sign is reversed) by their offset. */
function zonePlace(at: Date, timeZone: string): string {
  if (timeZone === "UTC" || timeZone === "Etc/UTC") return "UTC";
  if (timeZone.includes("/") && !timeZone.startsWith("Etc/")) {
    return timeZone.slice(timeZone.lastIndexOf("/") + 1).replaceAll("_", " ");
  }
  const format = new Intl.DateTimeFormat("en-GB", { timeZone, timeZoneName: "shortOffset" });
  return format.formatToParts(at).find((part) => part.type === "timeZoneName")?.value ?? timeZone;
}
