import type { TenantTransaction } from "@evenshare/database";
import {
  instantOf,
  isoDay,
  localDayOf,
  openZone,
  type PeriodIndex,
  type PeriodKind,
  parsePeriodName,
  periodIndexOf,
  type RevenueEvent,
} from "@evenshare/domain";
import { z } from "zod";

/** Beyond it a statement is not computed line by line in one request. */
export const mostLines = 100_000;

const lineRow = z.object({
  source_id: z.uuid(),
  source: z.string(),
  event_id: z.string(),
  seconds: z.string(),
  type: z.enum(["sale", "return"]),
  item: z.string(),
  quantity: z.bigint().nullable(),
  gross: z.bigint(),
  tax: z.bigint(),
  fees: z.bigint(),
  shipping: z.bigint(),
  original_id: z.string().nullable(),
  description: z.string(),
  period: z.string().nullable(),
});
type LineRow = z.infer<typeof lineRow>;

/** A line of revenue as the calculation takes it, and what its statement says of it beside the amounts. */
export interface SharedLine {
  readonly event: RevenueEvent;
  readonly sourceId: string;
  readonly source: string;
  /** Its id within its source. */
  readonly eventId: string;
  readonly quantity: bigint | null;
  readonly description: string | null;
  /** Whether a statement that was issued has counted or listed it. */
  readonly stated: boolean;
}

export interface LinesWanted {
  readonly agreementId: string;
  /** Null: all. */
  readonly items: readonly string[] | null;
  readonly currency: string;
  readonly timeZone: string;
  /** The first and the last day of the term; lines of other days are nothing to the agreement, nor to its parties. */
  readonly start: string;
  readonly end: string | null;
  readonly periods: PeriodKind;
  /** The earliest period without statements: a line of an earlier one that none has stated is late and counts here. */
  readonly open: PeriodIndex;
}

/** The lines that an agreement shares. Null when they are more than {@link mostLines}. */
export async function loadLines(tx: TenantTransaction, wanted: LinesWanted): Promise<SharedLine[] | null> {
  const { agreementId, items, currency, timeZone, start } = wanted;
  const since = instantOf(localDayOf(start), 0, timeZone, "first").toISOString();
  const rows = z.array(lineRow).parse(
    await tx.$queryRaw`select * from app.shared_revenue(${agreementId}::uuid, ${items}::text[], ${currency},
      ${since}::timestamptz) limit ${mostLines + 1}`,
  );
  if (rows.length > mostLines) return null;
  const zone = openZone(timeZone);
  // Ids are unique within a source; where several bring lines, its name tells them apart.
  const several = new Set(rows.map(({ source_id }) => source_id)).size > 1;
  const name = (row: LineRow, id: string) => (several ? `${row.source}/${id}` : id);
  const lines = rows.map((row): SharedLine => {
    const [whole = "", decimals = ""] = row.seconds.split(".");
    const ms = Date.parse(`${whole}Z`);
    const day = isoDay(zone.dayAt(ms));
    return {
      event: {
        id: name(row, row.event_id),
        at: { seconds: ms / 1_000, decimals: decimals.replace(/0+$/, "") },
        day,
        type: row.type,
        item: row.item,
        gross: row.gross,
        tax: row.tax,
        fees: row.fees,
        shipping: row.shipping,
        originalId: row.original_id === null ? null : name(row, row.original_id),
        countsIn: periodOf(row, day, wanted),
      },
      sourceId: row.source_id,
      source: row.source,
      eventId: row.event_id,
      quantity: row.quantity,
      description: row.description || null,
      stated: row.period !== null,
    };
  });
  return lines.filter(({ event }) => wanted.end === null || event.day <= wanted.end);
}

function periodOf({ period }: LineRow, day: string, { periods, open }: LinesWanted): PeriodIndex {
  const stated = period === null ? undefined : parsePeriodName(period, periods);
  return stated ?? Math.max(open, periodIndexOf(day, periods));
}
