import { z } from "zod";
import { currencyCode } from "../money/currency";
import { revenueMappingSchema } from "../revenue/mapping";
import { commandKey } from "./milestone";
import { id, pageBounds } from "./shapes";

/** An uploaded file of sales, kept with the import that reads it. */
export const revenueFileView = z.strictObject({ id, name: z.string(), size: z.number().int() });
export type RevenueFileView = z.infer<typeof revenueFileView>;

/** A mapping as it can be chosen: saved by the organization, or shipped as an example (without an id). */
export const namedMapping = z.strictObject({
  id: id.nullable(),
  name: z.string(),
  mapping: revenueMappingSchema,
});
export type NamedMapping = z.infer<typeof namedMapping>;

export const revenueMappingsView = z.strictObject({
  mappings: z.array(namedMapping),
  /** The names of the organization's sources. */
  sources: z.array(z.string()),
});
export type RevenueMappingsView = z.infer<typeof revenueMappingsView>;

/** A look at the beginning of a file; with a mapping also what its first rows would become. */
export const inspectRevenueInput = z.strictObject({
  fileId: id,
  delimiter: z.enum([",", ";", "\t"]).nullish(),
  mapping: revenueMappingSchema.nullish(),
});

const rowFault = z.strictObject({ column: z.string(), what: z.string() });

/** One sale or return as a file or a person gave it. Amounts are minor units, positive on returns as well. */
const revenueFacts = {
  eventId: z.string(),
  occurredAt: z.date(),
  type: z.enum(["sale", "return"]),
  item: z.string(),
  quantity: z.bigint().nullable(),
  gross: z.bigint(),
  tax: z.bigint(),
  fees: z.bigint(),
  shipping: z.bigint(),
  currency: currencyCode,
  originalId: z.string().nullable(),
  description: z.string(),
};

export const inspectedRevenue = z.strictObject({
  /** What separates the columns, as asked for or as the header suggests. */
  delimiter: z.enum([",", ";", "\t"]),
  header: z.array(z.string()),
  /** Why the file cannot be read at all, with the line; null when it can. */
  problem: z.strictObject({ line: z.number().int(), what: z.string() }).nullable(),
  rows: z.array(
    z.strictObject({
      line: z.number().int(),
      fields: z.array(z.string()),
      /** Null without a mapping. */
      outcome: z
        .discriminatedUnion("kind", [
          z.strictObject({ kind: z.literal("line"), facts: z.strictObject(revenueFacts) }),
          z.strictObject({ kind: z.literal("skipped") }),
          z.strictObject({ kind: z.literal("faulty"), faults: z.array(rowFault) }),
        ])
        .nullable(),
    }),
  ),
});
export type InspectedRevenue = z.infer<typeof inspectedRevenue>;

const shortName = z.string().trim().min(1, "is empty").max(80, "is longer than 80 characters");

export const startRevenueImportInput = z.strictObject({
  commandKey,
  fileId: id,
  /** Where the sales come from. Ids of sales are unique within a source; a new name begins a new one. */
  source: shortName,
  mapping: revenueMappingSchema,
  /** Keeps the mapping under this name for the next file; an earlier one of the name is replaced. */
  saveMappingAs: shortName.nullable(),
});
export const revertRevenueImportInput = z.strictObject({ commandKey, id });

/**
 * `reading`: rows are being stored, none counts yet. `done`: its rows count. `failed`: it stopped for the reason given,
 * and none of its rows counts. `reverted`: taken back by a person; none of its rows counts.
 */
export const revenueImportStates = ["reading", "done", "failed", "reverted"] as const;

export const revenueImportView = z.strictObject({
  id,
  fileName: z.string(),
  source: z.string(),
  status: z.enum(revenueImportStates),
  bytesTotal: z.number().int(),
  bytesRead: z.number().int(),
  /** Rows of the file behind its header; `rowsRead = rowsNew + rowsKnown + rowsSkipped + rowsFaulty`. */
  rowsRead: z.number().int(),
  rowsNew: z.number().int(),
  /** Rows that were stored before with the same content. */
  rowsKnown: z.number().int(),
  /** Rows that the mapping leaves out. */
  rowsSkipped: z.number().int(),
  rowsFaulty: z.number().int(),
  problem: z.string().nullable(),
  createdAt: z.date(),
  createdBy: z.string(),
  finishedAt: z.date().nullable(),
  revertedAt: z.date().nullable(),
  revertedBy: z.string().nullable(),
});
export type RevenueImportView = z.infer<typeof revenueImportView>;

export const listRevenueFaultsInput = z.strictObject({ importId: id, ...pageBounds });
export const revenueFaultView = z.strictObject({
  /** Its row in the file; the header is line 1. */
  line: z.number().int(),
  column: z.string(),
  what: z.string(),
});
export type RevenueFaultView = z.infer<typeof revenueFaultView>;

/** What narrows the lines: days in the time zone of the organization, both included. What is left out narrows nothing. */
const lineFilterFields = {
  from: z.iso.date("is no date").nullish(),
  to: z.iso.date("is no date").nullish(),
  item: z.string().max(200).nullish(),
  source: z.string().max(80).nullish(),
  importId: id.nullish(),
};
export const revenueFilter = z.strictObject(lineFilterFields);
export type RevenueFilter = z.infer<typeof revenueFilter>;
export const listRevenueInput = z.strictObject({ ...lineFilterFields, ...pageBounds });

export const revenueLineView = z.strictObject({ ...revenueFacts, source: z.string() });
export type RevenueLineView = z.infer<typeof revenueLineView>;

export const revenueSummary = z.strictObject({
  /** The zone in which its days begin and end. */
  timeZone: z.string(),
  sources: z.array(z.string()),
  sums: z.array(
    z.strictObject({
      currency: currencyCode,
      sales: z.number().int(),
      returns: z.number().int(),
      gross: z.bigint(),
      returned: z.bigint(),
    }),
  ),
});
export type RevenueSummary = z.infer<typeof revenueSummary>;
