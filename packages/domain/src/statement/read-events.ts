import { type CsvRecord, readCsv } from "../csv/read-csv";
import { readDecimal } from "../money/decimal-text";
import type { Zone } from "../time/zone";
import { type EventTime, readEventTime } from "./event-time";
import type { Fault } from "./fault";
import type { RevenueEvent } from "./revenue-event";

/** The columns of a file of events; their order in the file is free. */
export const eventColumns = [
  "event_id",
  "occurred_at",
  "type",
  "item",
  "quantity",
  "gross",
  "tax",
  "fees",
  "shipping",
  "currency",
  "original_event_id",
  "description",
] as const;
type EventColumn = (typeof eventColumns)[number];

export interface EventFile {
  readonly name: string;
  readonly text: string;
}

/** What of the terms the events are read by. Where the terms are faulty themselves, a check that needs them is left out. */
export interface EventRules {
  readonly zone: Zone;
  readonly currency: { readonly code: string; readonly digits: number } | undefined;
  readonly covers: ((item: string) => boolean) | undefined;
}

/**
 * Reads files of events (statement rules, section 9). Every row is checked, and every fault told; a row that comes again
 * with the same twelve fields counts once, also in another file.
 */
export function readEvents(
  files: Iterable<EventFile>,
  rules: EventRules,
): { readonly events: RevenueEvent[]; readonly faults: Fault[] } {
  const reader = new EventReader(rules);
  for (const file of files) reader.readFile(file);
  return { events: reader.events, faults: reader.faults };
}

class EventReader {
  readonly events: RevenueEvent[] = [];
  readonly faults: Fault[] = [];
  readonly #rules: EventRules;
  readonly #seen = new Map<string, { readonly content: string; readonly where: string }>();

  constructor(rules: EventRules) {
    this.#rules = rules;
  }

  readFile({ name, text }: EventFile): void {
    const records = readCsv(text);
    const header = records.next();
    if (header.done) {
      this.faults.push({ file: name, line: 1, field: "header", what: "is missing" });
      return;
    }
    this.#checkHeader(name, header.value);
    for (const record of records) this.#readRow(new Row(name, header.value.fields, record, this.faults));
  }

  #checkHeader(file: string, { line, fields, problems }: CsvRecord): void {
    const tell = (field: string, what: string) => this.faults.push({ file, line, field, what });
    for (const { position, what } of problems) tell(fields[position] ?? "header", what);
    fields.forEach((column, position) => {
      if (fields.indexOf(column) < position) tell(column, "is a repeated column");
      else if (!eventColumns.some((known) => known === column)) tell(column, "is an unknown column");
    });
    for (const column of eventColumns) if (!fields.includes(column)) tell(column, "is a missing column");
  }

  #readRow(row: Row): void {
    if (!row.isWhole()) return;
    const id = row.required("event_id");
    const time = this.#time(row);
    const type = readType(row);
    const item = row.required("item");
    checkQuantity(row);
    const amounts = this.#amounts(row);
    this.#checkCurrency(row, item);
    if (id === undefined || this.#isRepeated(row, id)) return;
    if (time === undefined || type === undefined || item === undefined || amounts === undefined) return;
    this.events.push({
      id,
      ...time,
      type,
      item,
      ...amounts,
      originalId: row.text("original_event_id") || null,
    });
  }

  #time(row: Row): EventTime | undefined {
    const text = row.text("occurred_at");
    const time = text === undefined ? undefined : readEventTime(text, this.#rules.zone);
    if (text !== undefined && time === undefined)
      row.fault("occurred_at", `${quote(text)} is no time such as 2010-12-01T09:30, or not in the calendar`);
    return time;
  }

  #amounts(row: Row): Pick<RevenueEvent, "gross" | "tax" | "fees" | "shipping"> | undefined {
    const gross = row.required("gross") === undefined ? undefined : this.#amount(row, "gross");
    const tax = this.#amount(row, "tax");
    const fees = this.#amount(row, "fees");
    const shipping = this.#amount(row, "shipping");
    if (gross === undefined || tax === undefined || fees === undefined || shipping === undefined)
      return undefined;
    return { gross, tax, fees, shipping };
  }

  #amount(row: Row, column: EventColumn): bigint | undefined {
    const text = row.text(column);
    const { currency } = this.#rules;
    if (text === undefined) return undefined;
    if (text === "") return 0n;
    const read = readDecimal(text, currency?.digits ?? Number.POSITIVE_INFINITY);
    if (read.ok) return read.amount;
    const problems = {
      not_decimal: "is no decimal amount",
      negative: "has a minus sign; a return is written with positive amounts",
      too_many_digits: `has more than the ${currency?.digits} decimals of ${currency?.code}`,
    };
    row.fault(column, `${quote(text)} ${problems[read.problem]}`);
    return undefined;
  }

  #checkCurrency(row: Row, item: string | undefined): void {
    const { covers, currency } = this.#rules;
    const code = row.text("currency");
    if (item === undefined || code === undefined || currency === undefined || covers === undefined) return;
    if (covers(item) && code !== currency.code)
      row.fault("currency", `${quote(code)} is not the agreement's currency ${currency.code}`);
  }

  /** Whether the event came before: the same row again is left out, another one under its id is a fault. */
  #isRepeated(row: Row, id: string): boolean {
    const content = JSON.stringify(eventColumns.map((column) => row.text(column)));
    const known = this.#seen.get(id);
    if (known === undefined) {
      this.#seen.set(id, { content, where: row.where });
      return false;
    }
    if (known.content !== content)
      row.fault("event_id", `${quote(id)} is repeated with other content than at ${known.where}`);
    return true;
  }
}

function readType(row: Row): RevenueEvent["type"] | undefined {
  const text = row.text("type");
  if (text === undefined || text === "sale" || text === "return") return text;
  row.fault("type", `${quote(text)} is neither sale nor return`);
  return undefined;
}

/** It is not used, but a file with another number in it is not the file it seems to be. */
function checkQuantity(row: Row): void {
  const text = row.text("quantity");
  if (text !== undefined && !/^(-?\d+)?$/.test(text))
    row.fault("quantity", `${quote(text)} is no whole number`);
}

/** One row by the names of its columns. */
class Row {
  readonly where: string;
  readonly #file: string;
  readonly #columns: readonly string[];
  readonly #record: CsvRecord;
  readonly #faults: Fault[];

  constructor(file: string, columns: readonly string[], record: CsvRecord, faults: Fault[]) {
    this.where = `${file}:${record.line}`;
    this.#file = file;
    this.#columns = columns;
    this.#record = record;
    this.#faults = faults;
  }

  fault(field: string, what: string): void {
    this.#faults.push({ file: this.#file, line: this.#record.line, field, what });
  }

  /** Whether it can be read by its columns; tells where it breaks the format. */
  isWhole(): boolean {
    const { fields, problems } = this.#record;
    for (const { position, what } of problems) this.fault(this.#columns[position] ?? "row", what);
    if (fields.length === this.#columns.length) return true;
    this.fault("row", `has ${fields.length} fields where the header has ${this.#columns.length}`);
    return false;
  }

  /** Undefined when the column is missing, or its field breaks the format: both have been told. */
  text(column: EventColumn): string | undefined {
    const position = this.#columns.indexOf(column);
    const isBroken = this.#record.problems.some((problem) => problem.position === position);
    return isBroken ? undefined : this.#record.fields[position];
  }

  required(column: EventColumn): string | undefined {
    const text = this.text(column);
    if (text === "") this.fault(column, "is empty");
    return text === "" ? undefined : text;
  }
}

/** A value as a fault shows it: on one line, however long or strange it is. */
function quote(value: string): string {
  const shown = value.length > 60 ? `${value.slice(0, 60)}…` : value;
  return JSON.stringify(shown);
}
