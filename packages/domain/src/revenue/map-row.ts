import type { CsvRecord } from "../csv/read-csv";
import { type CurrencyCode, isCurrencyCode, minorDigits } from "../money/currency";
import { readEventTime } from "../statement/event-time";
import type { Instant } from "../statement/revenue-event";
import type { Zone } from "../time/zone";
import { type Decimal, multiply, readFigure, toMinor } from "./decimal";
import type { DateForm, RevenueMapping } from "./mapping";

/** A sale or return as it came in, in minor units of its currency; amounts are positive on returns as well. */
export interface RevenueLine {
  readonly eventId: string;
  readonly at: Instant;
  readonly type: "sale" | "return";
  readonly item: string;
  /** Without a sign; null when the file does not say. */
  readonly quantity: bigint | null;
  readonly gross: bigint;
  readonly tax: bigint;
  readonly fees: bigint;
  readonly shipping: bigint;
  readonly currency: CurrencyCode;
  readonly originalId: string | null;
  readonly description: string;
}

/** What is wrong with one row: the column, and why. */
export interface RowFault {
  readonly column: string;
  readonly what: string;
}

export type RowOutcome =
  | { readonly kind: "line"; readonly line: RevenueLine }
  | { readonly kind: "skipped" }
  | { readonly kind: "faulty"; readonly faults: readonly RowFault[] };

/**
 * Turns the rows of one file into revenue lines as a mapping says (F62). Rows must be given in the order of the file:
 * repeated ids are numbered by it, so that the same file always gives the same ids.
 */
export class RowMapper {
  readonly #mapping: RevenueMapping;
  readonly #columns: ReadonlyMap<string, number>;
  readonly #zone: Zone;
  readonly #repeats = new Map<string, number>();

  constructor(mapping: RevenueMapping, header: readonly string[], zone: Zone) {
    this.#mapping = mapping;
    this.#columns = new Map(header.map((name, position) => [name, position]));
    this.#zone = zone;
  }

  map({ fields, problems }: CsvRecord): RowOutcome {
    const row = new MappedRow(fields, this.#columns);
    // A record that was given up has no fields: what is wrong is wrong with all of it.
    const givenUp = fields.length === 0;
    for (const { position, what } of problems) row.fault(givenUp ? "row" : this.#nameAt(position), what);
    if (!givenUp && fields.length !== this.#columns.size)
      row.fault("row", `has ${fields.length} fields where the header has ${this.#columns.size}`);
    if (row.faults.length > 0) return { kind: "faulty", faults: row.faults };
    // Numbered before it is judged, so that a row that is mended later does not move the numbers of the others.
    const eventId = this.#eventId(row);
    if (this.#isSkipped(row)) return { kind: "skipped" };
    const line = this.#line(row, eventId);
    return line === undefined ? { kind: "faulty", faults: row.faults } : { kind: "line", line };
  }

  #nameAt(position: number): string {
    return [...this.#columns].find(([, at]) => at === position)?.[0] ?? "row";
  }

  #isSkipped(row: MappedRow): boolean {
    return this.#mapping.skip.some(({ column, test, value }) => {
      const text = row.text(column);
      return test === "equals" ? text === value : text.startsWith(value);
    });
  }

  #eventId(row: MappedRow): string {
    const { columns, numberRepeats } = this.#mapping.eventId;
    const parts = columns.map((column) => row.text(column));
    const id = parts.join("-");
    if (!numberRepeats || parts.includes("")) return id;
    const count = (this.#repeats.get(id) ?? 0) + 1;
    this.#repeats.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  }

  #line(row: MappedRow, eventId: string): RevenueLine | undefined {
    const mapping = this.#mapping;
    for (const column of new Set([...mapping.eventId.columns, mapping.item])) row.required(column);
    const item = row.text(mapping.item);
    const time = this.#time(row);
    const currency = readCurrency(row, mapping);
    const type = readType(row, mapping);
    const quantity = mapping.quantity === null ? null : readQuantity(row, mapping.quantity, mapping);
    const amounts = currency === undefined ? undefined : readAmounts(row, mapping, { currency, type });
    if (time === undefined || currency === undefined) return undefined;
    const originalId = mapping.original === null ? null : row.text(mapping.original) || null;
    const description = mapping.description === null ? "" : row.text(mapping.description);
    row.limit(mapping.eventId.columns.join(" + "), eventId, longestId);
    row.limit(mapping.item, item, longestId);
    row.limit(mapping.original ?? "", originalId ?? "", longestId);
    row.limit(mapping.description ?? "", description, longestDescription);
    if (type === undefined || quantity === undefined || amounts === undefined || row.faults.length > 0)
      return undefined;
    return {
      eventId,
      at: time,
      type,
      item,
      quantity,
      ...amounts,
      currency,
      originalId,
      description,
    };
  }

  #time(row: MappedRow): Instant | undefined {
    const { column, form } = this.#mapping.date;
    const text = row.required(column);
    if (text === undefined) return undefined;
    const iso = isoTime(text, form);
    const time = iso === undefined ? undefined : readEventTime(iso, this.#zone);
    if (time === undefined) row.fault(column, `is no time written ${form}, or not in the calendar`);
    if (time !== undefined && time.at.decimals.length > mostDecimals)
      row.fault(column, `has more than ${mostDecimals} decimals of a second`);
    return time?.at;
  }
}

const longestId = 200;
const longestDescription = 2_000;
/** Instants are kept to the microsecond. */
const mostDecimals = 6;
/** Minor units; above it sums might leave what a column can hold. */
const largestAmount = 10n ** 15n;

const orders: Readonly<Record<DateForm, { readonly form: RegExp; readonly iso: string }>> = {
  "YYYY-MM-DD": { form: /^(\d{4})-(\d{2})-(\d{2})(.*)$/, iso: "$1-$2-$3" },
  "DD/MM/YYYY": { form: /^(\d{2})\/(\d{2})\/(\d{4})(.*)$/, iso: "$3-$2-$1" },
  "MM/DD/YYYY": { form: /^(\d{2})\/(\d{2})\/(\d{4})(.*)$/, iso: "$3-$1-$2" },
  "DD.MM.YYYY": { form: /^(\d{2})\.(\d{2})\.(\d{4})(.*)$/, iso: "$3-$2-$1" },
};

/** A date in some order, with or without a time behind it, as ISO has it. A date alone is the beginning of its day. */
function isoTime(text: string, order: DateForm): string | undefined {
  const { form, iso } = orders[order];
  const rest = form.exec(text)?.[4];
  if (rest === undefined) return undefined;
  const day = text.slice(0, text.length - rest.length).replace(form, iso);
  return rest === "" ? `${day}T00:00` : `${day}T${rest.replace(/^[ T]/, "")}`;
}

function readCurrency(row: MappedRow, { currency }: RevenueMapping): CurrencyCode | undefined {
  if (currency.from === "file") return currency.code;
  const code = row.text(currency.column);
  if (isCurrencyCode(code)) return code;
  row.fault(currency.column, "is no currency that is offered here");
  return undefined;
}

function readType(row: MappedRow, { returns, decimalMark }: RevenueMapping): RevenueLine["type"] | undefined {
  if (returns.by === "never") return "sale";
  const text = row.text(returns.column);
  if (returns.by === "negative") {
    const figure = readFigure(text, decimalMark);
    if (figure !== undefined) return figure.units < 0n ? "return" : "sale";
    row.fault(returns.column, "is no figure");
    return undefined;
  }
  if (returns.sale.includes(text)) return "sale";
  if (returns.return.includes(text)) return "return";
  row.fault(returns.column, "is neither a word for a sale nor for a return");
  return undefined;
}

function readQuantity(
  row: MappedRow,
  column: string,
  { decimalMark }: RevenueMapping,
): bigint | null | undefined {
  const text = row.text(column);
  if (text === "") return null;
  const figure = readFigure(text, decimalMark);
  const whole = figure === undefined ? undefined : toMinor(figure, 0);
  if (whole === undefined) row.fault(column, "is no whole number");
  else if (magnitude(whole) > largestAmount) row.fault(column, "is larger than can be kept");
  return whole === undefined ? undefined : magnitude(whole);
}

type Amounts = Pick<RevenueLine, "gross" | "tax" | "fees" | "shipping">;
interface AmountContext {
  readonly currency: CurrencyCode;
  readonly type: RevenueLine["type"] | undefined;
}

function readAmounts(row: MappedRow, mapping: RevenueMapping, context: AmountContext): Amounts | undefined {
  const { gross: rule, decimalMark } = mapping;
  const names = rule.from === "column" ? [rule.column] : rule.columns;
  const figures = names.map((name) => readPart(row, name, decimalMark));
  const parts = figures.filter((figure) => figure !== undefined);
  const product = parts.length < names.length ? undefined : parts.reduce(multiply);
  const gross = product === undefined ? undefined : settleAmount(row, names.join(" × "), product, context);
  const read = (column: string | null) => {
    if (column === null || row.text(column) === "") return 0n;
    const figure = readPart(row, column, decimalMark);
    return figure === undefined ? undefined : settleAmount(row, column, figure, context);
  };
  const [tax, fees, shipping] = [read(mapping.tax), read(mapping.fees), read(mapping.shipping)];
  if (gross === undefined || tax === undefined || fees === undefined || shipping === undefined)
    return undefined;
  return { gross, tax, fees, shipping };
}

function readPart(row: MappedRow, column: string, decimalMark: "." | ","): Decimal | undefined {
  const figure = readFigure(row.text(column), decimalMark);
  if (figure === undefined) row.fault(column, "is no figure");
  return figure;
}

/** A return's amounts are read without their sign; a sale below zero is a fault, since it would be a hidden return. */
function settleAmount(
  row: MappedRow,
  column: string,
  figure: Decimal,
  { currency, type }: AmountContext,
): bigint | undefined {
  const amount = toMinor(figure, minorDigits(currency));
  if (amount === undefined) {
    row.fault(column, `comes to more than the ${minorDigits(currency)} decimals of ${currency}`);
    return undefined;
  }
  if (magnitude(amount) > largestAmount) {
    row.fault(column, "is larger than can be kept");
    return undefined;
  }
  if (type === "sale" && amount < 0n) {
    row.fault(column, "is below zero on a sale");
    return undefined;
  }
  return magnitude(amount);
}

function magnitude(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}

/** One row by the names of its columns, and what was found wrong with it. */
class MappedRow {
  readonly faults: RowFault[] = [];
  readonly #fields: readonly string[];
  readonly #columns: ReadonlyMap<string, number>;

  constructor(fields: readonly string[], columns: ReadonlyMap<string, number>) {
    this.#fields = fields;
    this.#columns = columns;
  }

  /** Of a column the first thing that is wrong is told: what follows from it would only repeat it. */
  fault(column: string, what: string): void {
    if (!this.faults.some((fault) => fault.column === column)) this.faults.push({ column, what });
  }

  text(column: string): string {
    return this.#fields[this.#columns.get(column) ?? -1] ?? "";
  }

  /** What is kept as text must be short enough, and hold no character that cannot be kept. */
  limit(column: string, text: string, longest: number): void {
    if (text.length > longest) this.fault(column, `is longer than ${longest} characters`);
    if (text.includes("\u0000")) this.fault(column, "holds a character that cannot be kept");
  }

  required(column: string): string | undefined {
    const text = this.text(column);
    if (text === "") this.fault(column, "is empty");
    return text === "" ? undefined : text;
  }
}
