import { ok, views } from "@evenshare/domain";
import type { z } from "zod";
import type { Verb } from "../verb";
import { betweenDays, logSums, readPartners, readTimeZone } from "./money-log";
import { runQuery } from "./run-query";

/** What was released under a filter comes to, per currency, whatever page of it is shown. */
export const summarizeReleases: Verb<z.input<typeof views.moneyLogFilter>, views.MoneyLogSummary> = (
  deps,
  scope,
  input,
) =>
  runQuery(deps, scope, input, {
    permission: "partnership.read",
    input: views.moneyLogFilter,
    async read(tx, { partnerId = null, ...days }) {
      const timeZone = await readTimeZone(tx, scope);
      const { gte = null, lt = null } = betweenDays(days, timeZone);
      const sums = logSums.parse(
        await tx.$queryRaw`
          select r.currency, count(*)::int as entries, sum(r.gross)::bigint as gross, sum(r.fee)::bigint as fee,
            sum(r.net)::bigint as net,
            coalesce(sum(r.net) filter (where exists (
              select 1 from payout_line l join payout p on p.id = l.payout_id
              where l.release_id = r.id and p.status = 'paid')), 0)::bigint as arrived
          from release r
          where exists (
              select 1 from partnership_party own
              where own.partnership_id = r.partnership_id and own.organization_id = ${scope.organizationId}::uuid)
            and (${gte}::timestamptz is null or r.created_at >= ${gte}::timestamptz)
            and (${lt}::timestamptz is null or r.created_at < ${lt}::timestamptz)
            and (${partnerId}::uuid is null or exists (
              select 1 from partnership_party b
              where b.partnership_id = r.partnership_id and b.organization_id = ${partnerId}::uuid))
          group by r.currency
          order by r.currency`,
      );
      return ok({ timeZone, partners: await readPartners(tx, scope), sums });
    },
  });
