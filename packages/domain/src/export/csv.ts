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

/** Text, a figure of our own making (`-12.50`) that stays a number in a spreadsheet, or nothing. */
export type CsvCell = string | null | { readonly figure: string };

/** Stands at the beginning of a file so that spreadsheets read it as UTF-8. */
export const byteOrderMark = "\uFEFF";

/** One line of a CSV file with its line end. Absent values are empty. */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(writeCell).join(",")}\r\n`;
}

/** @throws RangeError when a figure is none: only digits are exempt from the quote that keeps text from being run. */
function writeCell(cell: CsvCell): string {
  if (typeof cell === "string" || cell === null) return csvField(cell ?? "");
  if (!/^-?\d+(\.\d+)?$/.test(cell.figure)) throw new RangeError(`${cell.figure} is no figure`);
  return cell.figure;
}
