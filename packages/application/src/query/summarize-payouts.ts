import { ok, refuse, views } from "@evenshare/domain";
import type { z } from "zod";
import type { Verb } from "../verb";
import { betweenDays, logSums, readPartners, readTimeZone } from "./money-log";
import { runQuery } from "./run-query";

/** What the producer's payouts come to under a filter, per currency, whatever page of them is shown. */
export const summarizePayouts: Verb<z.input<typeof views.moneyLogFilter>, views.MoneyLogSummary> = (
  deps,
  scope,
  input,
) =>
  runQuery(deps, scope, input, {
    permission: "partnership.read",
    input: views.moneyLogFilter,
    async read(tx, { partnerId = null, ...days }) {
      if (scope.kind !== "producer") return refuse({ code: "payout.not_found" });
      const timeZone = await readTimeZone(tx, scope);
      const { gte = null, lt = null } = betweenDays(days, timeZone);
      const sums = logSums.parse(
        await tx.$queryRaw`
          select p.currency, count(distinct p.id)::int as entries, sum(r.gross)::bigint as gross,
            sum(r.fee)::bigint as fee, sum(l.amount)::bigint as net,
            coalesce(sum(l.amount) filter (where p.status = 'paid'), 0)::bigint as arrived
          from payout p
          join payout_line l on l.payout_id = p.id
          join release r on r.id = l.release_id
          where p.organization_id = ${scope.organizationId}::uuid
            and (${gte}::timestamptz is null or p.created_at >= ${gte}::timestamptz)
            and (${lt}::timestamptz is null or p.created_at < ${lt}::timestamptz)
            and (${partnerId}::uuid is null or exists (
              select 1 from partnership_party b
              where b.partnership_id = l.partnership_id and b.organization_id = ${partnerId}::uuid))
          group by p.currency
          order by p.currency`,
      );
      return ok({ timeZone, partners: await readPartners(tx, scope), sums });
    },
  });
