/** A day as an address says it; undefined when there is none, or none of that name in the calendar. */
export function readDay(text: string | null): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}$/.exec(text ?? "")?.[0];
  return day === undefined || Number.isNaN(Date.parse(day)) || !existsAsWritten(day) ? undefined : day;
}

/** Programs read 30 February as a day of March. */
function existsAsWritten(day: string): boolean {
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}
