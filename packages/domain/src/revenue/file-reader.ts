import { type CsvDelimiter, CsvReader, type CsvRecord } from "../csv/read-csv";
import { type EncodingProblem, Utf8Reader } from "../csv/utf8-reader";
import { openZone } from "../time/zone";
import { RowMapper, type RowOutcome } from "./map-row";
import { columnsOf, type RevenueMapping } from "./mapping";

/** Longer rows are faults: they are a quote that was never closed, or no table at all. */
const longestRow = 1_000_000;

/** One row behind the header. `position` counts from 1, `line` is the line of the file on which it begins. */
export interface FileRow {
  readonly position: number;
  readonly line: number;
  readonly fields: readonly string[];
  /** Null when no mapping was given. */
  readonly outcome: RowOutcome | null;
}

/** Why a file cannot be read at all, or not any further. */
export type FileProblem = EncodingProblem;

/**
 * Reads a file of sales part by part, as its mapping says. Empty lines are left out. What makes the whole file unreadable
 * (its encoding, its header) ends it with a {@link FileProblem}; what is wrong with one row is that row's outcome.
 */
export class RevenueFileReader {
  readonly #utf8 = new Utf8Reader();
  readonly #csv: CsvReader;
  readonly #mapping: RevenueMapping | null;
  #header: readonly string[] | null = null;
  #mapper: RowMapper | null = null;
  #position = 0;

  constructor(delimiter: CsvDelimiter, mapping: RevenueMapping | null) {
    this.#csv = new CsvReader(delimiter, longestRow);
    this.#mapping = mapping;
  }

  /** The names of the columns, once they were read. */
  get header(): readonly string[] {
    return this.#header ?? [];
  }

  /** The rows that end in these bytes. */
  read(bytes: Uint8Array): FileRow[] | FileProblem {
    const text = this.#utf8.read(bytes);
    return typeof text === "string" ? this.#rows(this.#csv.push(text)) : text;
  }

  /** The rows that only the end of the file completes. */
  end(): FileRow[] | FileProblem {
    const text = this.#utf8.end();
    if (typeof text !== "string") return text;
    const rows = this.#rows(this.#csv.end());
    if (this.#header !== null || "what" in rows) return rows;
    return { line: 1, what: "has no header: the file is empty" };
  }

  #rows(records: Generator<CsvRecord>): FileRow[] | FileProblem {
    const rows: FileRow[] = [];
    for (const record of records) {
      if (isEmpty(record)) continue;
      if (this.#header === null) {
        const problem = this.#open(record);
        if (problem !== null) return problem;
        continue;
      }
      this.#position += 1;
      const { line, fields } = record;
      rows.push({ position: this.#position, line, fields, outcome: this.#mapper?.map(record) ?? null });
    }
    return rows;
  }

  #open({ line, fields, problems }: CsvRecord): FileProblem | null {
    const [broken] = problems;
    if (broken !== undefined) return { line, what: `the header ${broken.what}` };
    const repeated = fields.find((name, at) => fields.indexOf(name) !== at);
    if (repeated !== undefined) return { line, what: `the header names “${repeated}” twice` };
    this.#header = fields;
    if (this.#mapping === null) return null;
    const missing = columnsOf(this.#mapping).filter((name) => !fields.includes(name));
    if (missing.length > 0) return { line, what: `the header has no column “${missing.join("”, “")}”` };
    this.#mapper = new RowMapper(this.#mapping, fields, openZone(this.#mapping.date.timeZone));
    return null;
  }
}

function isEmpty({ fields, problems }: CsvRecord): boolean {
  return fields.length === 1 && fields[0] === "" && problems.length === 0;
}

/** What separates the columns, by what the first line has most of; a comma when it has none. */
export function guessDelimiter(beginning: string): CsvDelimiter {
  const [line = ""] = beginning.split("\n", 1);
  const counts = ([",", ";", "\t"] as const).map((mark) => [mark, line.split(mark).length] as const);
  return counts.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
