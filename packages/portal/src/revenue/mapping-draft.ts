import {
  type CurrencyCode,
  columnsOf,
  type DateForm,
  type RevenueMapping,
  revenueMappingSchema,
} from "@evenshare/domain";

/** A row that is left out, as it is being said; `key` tells the lines of the form apart. */
export interface SkipDraft {
  readonly key: number;
  readonly column: string;
  readonly test: "equals" | "begins_with";
  readonly value: string;
}

/** A mapping while it is being filled in: no column is the empty text, and what is not asked for keeps what was said. */
export interface MappingDraft {
  readonly delimiter: RevenueMapping["delimiter"];
  readonly decimalMark: RevenueMapping["decimalMark"];
  readonly dateColumn: string;
  readonly dateForm: DateForm;
  readonly timeZone: string;
  readonly idColumns: readonly string[];
  readonly numberRepeats: boolean;
  readonly item: string;
  readonly quantity: string;
  readonly returnsBy: RevenueMapping["returns"]["by"];
  readonly returnsColumn: string;
  /** Divided by commas. */
  readonly saleWords: string;
  readonly returnWords: string;
  readonly grossFrom: RevenueMapping["gross"]["from"];
  readonly grossColumn: string;
  readonly grossFactors: readonly [string, string];
  readonly tax: string;
  readonly fees: string;
  readonly shipping: string;
  readonly currencyFrom: RevenueMapping["currency"]["from"];
  readonly currencyColumn: string;
  readonly currencyCode: CurrencyCode;
  readonly original: string;
  readonly description: string;
  readonly skip: readonly SkipDraft[];
}

/** Where the form begins when nothing is known but what separates the columns and whose clock is meant. */
export function emptyDraft(delimiter: MappingDraft["delimiter"], timeZone: string): MappingDraft {
  return {
    delimiter,
    // Files that separate by semicolons do so because their decimals have commas.
    decimalMark: delimiter === ";" ? "," : ".",
    dateColumn: "",
    dateForm: "YYYY-MM-DD",
    timeZone,
    idColumns: [""],
    numberRepeats: false,
    item: "",
    quantity: "",
    returnsBy: "negative",
    returnsColumn: "",
    saleWords: "",
    returnWords: "",
    grossFrom: "column",
    grossColumn: "",
    grossFactors: ["", ""],
    tax: "",
    fees: "",
    shipping: "",
    currencyFrom: "file",
    currencyColumn: "",
    currencyCode: "GBP",
    original: "",
    description: "",
    skip: [],
  };
}

/** A mapping that stands, opened for changes. */
export function draftOf(mapping: RevenueMapping): MappingDraft {
  const { date, eventId, returns, gross, currency } = mapping;
  return {
    ...emptyDraft(mapping.delimiter, date.timeZone),
    decimalMark: mapping.decimalMark,
    dateColumn: date.column,
    dateForm: date.form,
    idColumns: eventId.columns,
    numberRepeats: eventId.numberRepeats,
    item: mapping.item,
    quantity: mapping.quantity ?? "",
    returnsBy: returns.by,
    ...(returns.by !== "never" && { returnsColumn: returns.column }),
    ...(returns.by === "word" && {
      saleWords: returns.sale.join(", "),
      returnWords: returns.return.join(", "),
    }),
    grossFrom: gross.from,
    ...(gross.from === "column" ? { grossColumn: gross.column } : { grossFactors: gross.columns }),
    tax: mapping.tax ?? "",
    fees: mapping.fees ?? "",
    shipping: mapping.shipping ?? "",
    currencyFrom: currency.from,
    ...(currency.from === "column" ? { currencyColumn: currency.column } : { currencyCode: currency.code }),
    original: mapping.original ?? "",
    description: mapping.description ?? "",
    skip: mapping.skip.map((rule, key) => ({ key, ...rule })),
  };
}

/** The draft in the form of a mapping, whether or not everything is said yet: the mapping's own rules judge it. */
export function enteredMapping(draft: MappingDraft): unknown {
  return {
    delimiter: draft.delimiter,
    decimalMark: draft.decimalMark,
    date: { column: draft.dateColumn, form: draft.dateForm, timeZone: draft.timeZone },
    eventId: { columns: draft.idColumns, numberRepeats: draft.numberRepeats },
    item: draft.item,
    quantity: orNone(draft.quantity),
    returns: enteredReturns(draft),
    gross:
      draft.grossFrom === "column"
        ? { from: "column", column: draft.grossColumn }
        : { from: "product", columns: draft.grossFactors },
    tax: orNone(draft.tax),
    fees: orNone(draft.fees),
    shipping: orNone(draft.shipping),
    currency:
      draft.currencyFrom === "column"
        ? { from: "column", column: draft.currencyColumn }
        : { from: "file", code: draft.currencyCode },
    original: orNone(draft.original),
    description: orNone(draft.description),
    skip: draft.skip.map(({ column, test, value }) => ({ column, test, value })),
  };
}

function enteredReturns({ returnsBy, returnsColumn, saleWords, returnWords }: MappingDraft) {
  if (returnsBy === "never") return { by: "never" };
  if (returnsBy === "negative") return { by: "negative", column: returnsColumn };
  return { by: "word", column: returnsColumn, sale: words(saleWords), return: words(returnWords) };
}

function words(text: string): string[] {
  return text
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
}

function orNone(column: string): string | null {
  return column === "" ? null : column;
}

/** The mapping that a draft says; null while something is missing, or while the file lacks one of its columns. */
export function completeMapping(draft: MappingDraft, header: readonly string[]): RevenueMapping | null {
  const parsed = revenueMappingSchema.safeParse(enteredMapping(draft));
  return parsed.success && columnsOf(parsed.data).every((column) => header.includes(column))
    ? parsed.data
    : null;
}
