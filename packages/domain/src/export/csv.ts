/**
 * What a spreadsheet may take for a formula when a cell begins with it, in ASCII and full width, and the quote that
 * keeps it from doing so.
 */
const risky = /^[=+\-@\t\r\n'＝＋－＠]/;

/**
 * One field of a CSV file (RFC 4180). Text that a spreadsheet could run gets one `'` in front, and so does text that
 * begins with `'`: taking one leading `'` away always gives the original back.
 *
 * @example csvField("=1+1") // "'=1+1"
 */
export function csvField(text: string): string {
  const safe = risky.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line of a CSV file with its line end. Absent values are empty. */
export function csvLine(fields: readonly (string | null)[]): string {
  return `${fields.map((field) => csvField(field ?? "")).join(",")}\r\n`;
}
