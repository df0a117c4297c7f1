import { Prisma } from "@evenshare/database";
import { currencyCode, ok, type Result, refuse, views } from "@evenshare/domain";
import { z } from "zod";
import { readTimeZone } from "../query/money-log";
import type { Page } from "../query/page";
import { runQuery } from "../query/run-query";
import type { Verb } from "../verb";
import { linesUnder } from "./line-filter";

const lineRow = z.object({
  /** To the microsecond, as the order needs it. */
  instant: z.string(),
  sourceId: z.uuid(),
  source: z.string(),
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
});

/** The sales and returns that count, newest first. */
export const listLines: Verb<z.input<typeof views.listRevenueInput>, Page<views.RevenueLineView>> = (
  deps,
  scope,
  raw,
) =>
  runQuery(deps, scope, raw, {
    permission: "revenue.read",
    input: views.listRevenueInput,
    async read(tx, { cursor, limit, ...filter }) {
      const position = readPosition(cursor);
      if (!position.ok) return position;
      const under = linesUnder(scope.organizationId, filter, await readTimeZone(tx, scope));
      const after =
        position.value === null
          ? Prisma.empty
          : Prisma.sql`and (l.occurred_at, l.source_id, l.event_id collate "C")
              < (${position.value[0]}::timestamptz, ${position.value[1]}::uuid, ${position.value[2]})`;
      const rows = z.array(lineRow).parse(
        await tx.$queryRaw`
          select l.occurred_at::text as instant, l.source_id as "sourceId", s.name as source, l.event_id as "eventId",
            l.occurred_at as "occurredAt", l.type, l.item, l.quantity, l.gross, l.tax, l.fees, l.shipping, l.currency,
            l.original_id as "originalId", l.description
          from revenue_line l join revenue_source s on s.id = l.source_id
          where ${under} ${after}
          order by l.occurred_at desc, l.source_id desc, l.event_id collate "C" desc
          limit ${limit + 1}`,
      );
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return ok({
        items: shown.map(({ instant: _instant, sourceId: _sourceId, ...line }) => line),
        nextCursor: rows.length > limit && last ? writePosition(last) : null,
      });
    },
  });

/** The instant, source and id of the last line that was shown. */
const positionText = z.tuple([
  z.string().regex(/^\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/),
  z.uuid(),
  z.string().max(200),
]);

function writePosition({ instant, sourceId, eventId }: z.infer<typeof lineRow>): string {
  return Buffer.from(JSON.stringify([instant, sourceId, eventId])).toString("base64url");
}

function readPosition(cursor: string | null | undefined): Result<z.infer<typeof positionText> | null> {
  if (cursor === null || cursor === undefined) return ok(null);
  const parsed = positionText.safeParse(parseJson(Buffer.from(cursor, "base64url").toString()));
  if (parsed.success && !parsed.data[2].includes("\u0000")) return ok(parsed.data);
  return refuse({
    code: "input.invalid",
    field: "cursor",
    details: { reason: "was not given out by this list" },
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
