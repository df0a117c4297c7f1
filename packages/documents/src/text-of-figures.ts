/** @example groupedDecimal("-1234500.00") // "-1,234,500.00" */
export function groupedDecimal(decimal: string): string {
  const [whole = "", part] = decimal.split(".");
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return part === undefined ? thousands : `${thousands}.${part}`;
}

/** @example percentText(1250) // "12.5%" */
export function percentText(basisPoints: number): string {
  const whole = Math.floor(basisPoints / 100);
  const rest = String(basisPoints % 100)
    .padStart(2, "0")
    .replace(/0+$/, "");
  return rest === "" ? `${whole}%` : `${whole}.${rest}%`;
}

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** @example dayText("2010-12-01") // "1 December 2010" */
export function dayText(day: string): string {
  return `${Number(day.slice(8, 10))} ${months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
}

/** @example instantText(new Date("2026-11-25T23:30:00Z"), "Europe/Berlin") // "26 November 2026, 00:30 (Europe/Berlin)" */
export function instantText(at: Date, timeZone: string): string {
  return `${wallTimeText(at, timeZone)} (${timeZone})`;
}

/** For where the zone is told already: `26 November 2026, 00:30`. */
export function wallTimeText(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(at);
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? "";
  return `${of("day")} ${of("month")} ${of("year")}, ${of("hour")}:${of("minute")}`;
}
