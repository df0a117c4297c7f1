/** One record of a CSV file. */
export interface CsvRecord {
  /** The line on which it begins; the first is 1. */
  readonly line: number;
  readonly fields: readonly string[];
  /** Where it breaks the format, by the position of the field. */
  readonly problems: readonly CsvProblem[];
}

export interface CsvProblem {
  readonly position: number;
  readonly what: string;
}

/**
 * Reads a CSV file record by record (RFC 4180, lines ending in LF or CRLF, an optional byte order mark). Nothing is
 * trimmed or repaired: what breaks the format is told with the record it breaks, and reading goes on after it.
 *
 * @example [...readCsv('a,b\r\n1,"x ""y"""')] // fields ["a", "b"], then ["1", 'x "y"']
 */
export function* readCsv(text: string): Generator<CsvRecord> {
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    const record = readRecord(text, at);
    yield { line, fields: record.fields, problems: record.problems };
    at = record.next;
    line += record.lines;
  }
}

interface OpenRecord {
  readonly fields: string[];
  readonly problems: CsvProblem[];
  /** Where the next record begins. */
  next: number;
  /** How many line ends it has, its own included. */
  lines: number;
}

function readRecord(text: string, start: number): OpenRecord {
  const record: OpenRecord = { fields: [], problems: [], next: start, lines: 0 };
  for (;;) {
    const field = text[record.next] === '"' ? readQuoted(text, record) : readPlain(text, record);
    record.fields.push(field);
    const end = text[record.next];
    record.next += 1;
    if (end === ",") continue;
    if (end === "\r") record.next += 1;
    record.lines += 1;
    return record;
  }
}

/** Ends before a comma, before a line end, or at the end of the text. */
function readPlain(text: string, record: OpenRecord): string {
  const start = record.next;
  const end = endOfField(text, start);
  const field = text.slice(start, end);
  if (field.includes('"')) problem(record, "has a quote inside a field that is not quoted");
  if (field.includes("\r")) problem(record, "holds a carriage return without a line feed");
  record.next = end;
  return field;
}

function readQuoted(text: string, record: OpenRecord): string {
  let field = "";
  let from = record.next + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    const part = text.slice(from, quote === -1 ? text.length : quote);
    record.lines += part.split("\n").length - 1;
    field += part;
    if (quote === -1) {
      problem(record, "has a quote that is never closed");
      record.next = text.length;
      return field;
    }
    from = quote + 1;
    if (text[from] !== '"') break;
    field += '"';
    from += 1;
  }
  const end = endOfField(text, from);
  if (end > from) problem(record, "goes on after its closing quote");
  record.next = end;
  return field + text.slice(from, end);
}

function endOfField(text: string, start: number): number {
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === comma || code === lineFeed) return at;
    if (code === carriageReturn && text.charCodeAt(at + 1) === lineFeed) return at;
  }
  return text.length;
}

const comma = 0x2c;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

function problem(record: OpenRecord, what: string): void {
  record.problems.push({ position: record.fields.length, what });
}
