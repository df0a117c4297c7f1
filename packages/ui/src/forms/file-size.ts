const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** Bytes in the largest fitting unit of 1,000: `formatFileSize(2_450_000, "en")` is `"2.5 MB"`. */
export function formatFileSize(bytes: number, locale: string): string {
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const format = new Intl.NumberFormat(locale, {
    style: "unit",
    unit: units[step] ?? "byte",
    unitDisplay: step === 0 ? "long" : "short",
    maximumFractionDigits: step < 2 ? 0 : 1,
  });
  return format.format(bytes / 1000 ** step);
}
