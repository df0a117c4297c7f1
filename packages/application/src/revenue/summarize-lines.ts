import { currencyCode, ok, views } from "@evenshare/domain";
import { z } from "zod";
import { readTimeZone } from "../query/money-log";
import { runQuery } from "../query/run-query";
import type { Verb } from "../verb";
import { linesUnder } from "./line-filter";

const sums = z.array(
  z.object({
    currency: currencyCode,
    sales: z.number().int(),
    returns: z.number().int(),
    gross: z.bigint(),
    returned: z.bigint(),
  }),
);

/** What the lines under a filter come to, per currency, whatever page of them is shown. */
export const summarizeLines: Verb<z.input<typeof views.revenueFilter>, views.RevenueSummary> = (
  deps,
  scope,
  raw,
) =>
  runQuery(deps, scope, raw, {
    permission: "revenue.read",
    input: views.revenueFilter,
    async read(tx, filter) {
      const { organizationId } = scope;
      const timeZone = await readTimeZone(tx, scope);
      const sources = await tx.revenueSource.findMany({
        where: { organizationId },
        orderBy: { name: "asc" },
      });
      const found = sums.parse(
        await tx.$queryRaw`
          select l.currency, count(*) filter (where l.type = 'sale')::int as sales,
            count(*) filter (where l.type = 'return')::int as returns,
            coalesce(sum(l.gross) filter (where l.type = 'sale'), 0)::bigint as gross,
            coalesce(sum(l.gross) filter (where l.type = 'return'), 0)::bigint as returned
          from revenue_line l join revenue_source s on s.id = l.source_id
          where ${linesUnder(organizationId, filter, timeZone)}
          group by l.currency order by l.currency`,
      );
      return ok({ timeZone, sources: sources.map(({ name }) => name), sums: found });
    },
  });
