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

/** What may stand between two fields. */
export type CsvDelimiter = "," | ";" | "\t";

/**
 * Reads a CSV file record by record (RFC 4180, lines ending in LF or CRLF, an optional byte order mark). Nothing is
 * trimmed or repaired: what breaks the format is told with the record it breaks, and reading goes on after it.
 *
 * @example [...readCsv('a,b\r\n1,"x ""y"""')] // fields ["a", "b"], then ["1", 'x "y"']
 */
export function* readCsv(text: string): Generator<CsvRecord> {
  const reader = new CsvReader(",", Number.POSITIVE_INFINITY);
  yield* reader.push(text);
  yield* reader.end();
}

/** Reads a CSV file that comes in parts, as {@link readCsv} reads one that is there as a whole. */
export class CsvReader {
  readonly #delimiter: CsvDelimiter;
  readonly #longest: number;
  #rest = "";
  #line = 1;
  #begun = false;
  /** Whether what comes belongs to a record that was given up, to the end of its line. */
  #skipping = false;

  /** @param longest most characters that a record may have; of a longer one only its fault is kept. */
  constructor(delimiter: CsvDelimiter, longest: number) {
    this.#delimiter = delimiter;
    this.#longest = longest;
  }

  /** The records that end in this part of the text. */
  *push(text: string): Generator<CsvRecord> {
    this.#rest += text;
    yield* this.#take(false);
  }

  /** What is left at the end of the file. */
  *end(): Generator<CsvRecord> {
    yield* this.#take(true);
  }

  *#take(last: boolean): Generator<CsvRecord> {
    const text = this.#rest;
    let at = this.#beginning(text);
    while (at < text.length) {
      const record = readRecord(text, at, this.#delimiter);
      // Whoever runs into the end may have seen half of a record only.
      const whole = last || record.next <= text.length;
      const length = (whole ? record.next : text.length) - at;
      // An open quote would take the whole rest of the file into one record.
      const givenUp = length > this.#longest || (last && record.unclosed && Number.isFinite(this.#longest));
      if (!whole && !givenUp) break;
      if (givenUp) {
        yield this.#givenUp();
        at = this.#skipLine(text, at);
        continue;
      }
      yield { line: this.#line, fields: record.fields, problems: record.problems };
      at = record.next;
      this.#line += record.lines;
    }
    this.#rest = text.slice(at);
  }

  #beginning(text: string): number {
    if (this.#skipping) return this.#skipLine(text, 0);
    if (this.#begun || text === "") return 0;
    this.#begun = true;
    return text.startsWith("\uFEFF") ? 1 : 0;
  }

  #givenUp(): CsvRecord {
    const what = `is longer than ${this.#longest} characters, or has a quote that is never closed`;
    return { line: this.#line, fields: [], problems: [{ position: 0, what }] };
  }

  /** Where the next line begins; when it is not there yet, what comes is left out up to it. */
  #skipLine(text: string, from: number): number {
    const end = text.indexOf("\n", from);
    this.#skipping = end === -1;
    if (end === -1) return text.length;
    this.#line += 1;
    return end + 1;
  }
}

interface OpenRecord {
  readonly fields: string[];
  readonly problems: CsvProblem[];
  /** Where the next record begins. */
  next: number;
  /** How many line ends it has, its own included. */
  lines: number;
  /** Whether it ends because the text does, inside quotes. */
  unclosed: boolean;
}

function readRecord(text: string, start: number, delimiter: CsvDelimiter): OpenRecord {
  const separator = delimiter.charCodeAt(0);
  const record: OpenRecord = { fields: [], problems: [], next: start, lines: 0, unclosed: false };
  for (;;) {
    const field =
      text[record.next] === '"' ? readQuoted(text, record, separator) : readPlain(text, record, separator);
    record.fields.push(field);
    const end = text[record.next];
    record.next += 1;
    if (end === delimiter) continue;
    if (end === "\r") record.next += 1;
    record.lines += 1;
    return record;
  }
}

/** Ends before a separator, before a line end, or at the end of the text. */
function readPlain(text: string, record: OpenRecord, separator: number): string {
  const start = record.next;
  const end = endOfField(text, start, separator);
  const field = text.slice(start, end);
  if (field.includes('"')) problem(record, "has a quote inside a field that is not quoted");
  if (field.includes("\r")) problem(record, "holds a carriage return without a line feed");
  record.next = end;
  return field;
}

function readQuoted(text: string, record: OpenRecord, separator: number): string {
  let field = "";
  let from = record.next + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    const part = text.slice(from, quote === -1 ? text.length : quote);
    record.lines += part.split("\n").length - 1;
    field += part;
    if (quote === -1) {
      problem(record, "has a quote that is never closed");
      record.unclosed = true;
      record.next = text.length;
      return field;
    }
    from = quote + 1;
    if (text[from] !== '"') break;
    field += '"';
    from += 1;
  }
  const end = endOfField(text, from, separator);
  if (end > from) problem(record, "goes on after its closing quote");
  record.next = end;
  return field + text.slice(from, end);
}

function endOfField(text: string, start: number, separator: number): number {
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === separator || code === lineFeed) return at;
    if (code === carriageReturn && text.charCodeAt(at + 1) === lineFeed) return at;
  }
  return text.length;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

function problem(record: OpenRecord, what: string): void {
  record.problems.push({ position: record.fields.length, what });
}
