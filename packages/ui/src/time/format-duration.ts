const units = [
  { unit: "day", length: 86_400_000 },
  { unit: "hour", length: 3_600_000 },
  { unit: "minute", length: 60_000 },
  { unit: "second", length: 1_000 },
] as const;

/** A span of milliseconds in its two largest units, rounded down: "2 days, 4 hours". Nothing left is "0 seconds". */
export function formatDuration(milliseconds: number, locale: string): string {
  const span = Math.max(0, milliseconds);
  const first = units.findIndex(({ length }) => span >= length);
  if (first === -1) return written(0, "second", locale);
  let rest = span;
  const parts: string[] = [];
  for (const { unit, length } of units.slice(first, first + 2)) {
    const count = Math.floor(rest / length);
    rest -= count * length;
    if (count > 0) parts.push(written(count, unit, locale));
  }
  return new Intl.ListFormat(locale, { type: "unit" }).format(parts);
}

/** How far an instant lies from now, in words: "in 3 days", "2 hours ago", "now". */
export function formatRelative(at: Date, now: Date, locale: string): string {
  const distance = at.getTime() - now.getTime();
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const largest = units.find(({ length }) => Math.abs(distance) >= length);
  if (largest === undefined || largest.unit === "second") return relative.format(0, "second");
  return relative.format(Math.trunc(distance / largest.length), largest.unit);
}

function written(count: number, unit: string, locale: string): string {
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(count);
}
