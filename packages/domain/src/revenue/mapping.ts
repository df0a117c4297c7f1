import { z } from "zod";
import { currencyCode } from "../money/currency";
import { timeZone } from "../time/time-zone";

/** How dates are written in a file: which part comes first, and what stands between. */
export const dateForms = ["YYYY-MM-DD", "DD/MM/YYYY", "MM/DD/YYYY", "DD.MM.YYYY"] as const;
export type DateForm = (typeof dateForms)[number];

const column = z.string().min(1, "names no column").max(200);

/** Rows that are no sales and no returns: fees, samples, corrections of the seller's own books. */
const skipRule = z.strictObject({
  column,
  test: z.enum(["equals", "begins_with"]),
  value: z.string().max(200),
});

const words = z.array(z.string().min(1).max(100)).min(1).max(50);

/** What tells a return from a sale. */
const returnRule = z.discriminatedUnion("by", [
  /** A figure below zero is a return; its amounts are then read without their sign. */
  z.strictObject({ by: z.literal("negative"), column }),
  /** A word in a column, such as `refund`. Any word that is in neither list is a fault of its row. */
  z.strictObject({
    by: z.literal("word"),
    column,
    sale: words,
    return: words,
  }),
  /** A file that holds nothing but sales. */
  z.strictObject({ by: z.literal("never") }),
]);

const amountRule = z.discriminatedUnion("from", [
  z.strictObject({ from: z.literal("column"), column }),
  /** Computed, such as quantity × price. Nothing is rounded: a product with too many digits is a fault of its row. */
  z.strictObject({ from: z.literal("product"), columns: z.tuple([column, column]) }),
]);

/**
 * How the columns of a seller's own file become revenue events (F62). Saved under a name, so that next month's file needs
 * no questions.
 */
export const revenueMappingSchema = z.strictObject({
  delimiter: z.enum([",", ";", "\t"]),
  decimalMark: z.enum([".", ","]),
  date: z.strictObject({
    column,
    form: z.enum(dateForms),
    /** The clock that a time without an offset was read from. */
    timeZone,
  }),
  /** The id of a line: these columns joined by a dash. */
  eventId: z.strictObject({
    columns: z.array(column).min(1).max(4),
    /** Files without an id for each line hold some ids twice: the first stays, the next ones are numbered 2, 3, … */
    numberRepeats: z.boolean(),
  }),
  item: column,
  quantity: column.nullable(),
  returns: returnRule,
  gross: amountRule,
  tax: column.nullable(),
  fees: column.nullable(),
  shipping: column.nullable(),
  currency: z.discriminatedUnion("from", [
    z.strictObject({ from: z.literal("column"), column }),
    z.strictObject({ from: z.literal("file"), code: currencyCode }),
  ]),
  original: column.nullable(),
  description: column.nullable(),
  skip: z.array(skipRule).max(20),
});

export type RevenueMapping = z.infer<typeof revenueMappingSchema>;

/** The columns that a mapping reads, each once. */
export function columnsOf(mapping: RevenueMapping): string[] {
  const { date, eventId, item, quantity, returns, gross, tax, fees, shipping, currency, skip } = mapping;
  const named = [
    date.column,
    ...eventId.columns,
    item,
    quantity,
    returns.by === "never" ? null : returns.column,
    ...(gross.from === "column" ? [gross.column] : gross.columns),
    tax,
    fees,
    shipping,
    currency.from === "column" ? currency.column : null,
    mapping.original,
    mapping.description,
    ...skip.map((rule) => rule.column),
  ];
  return [...new Set(named.filter((name) => name !== null))];
}
