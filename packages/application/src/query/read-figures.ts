import type { TenantTransaction } from "@evenshare/database";
import { z } from "zod";

const figureRow = z.object({
  id: z.uuid(),
  held: z.bigint(),
  feeHeld: z.bigint(),
  inFlight: z.bigint(),
  released: z.bigint(),
  refunded: z.bigint(),
  refunding: z.bigint(),
  paidOut: z.bigint(),
});

/** Minor units of the milestone's currency. */
export type Figures = Omit<z.infer<typeof figureRow>, "id">;

/**
 * The money of many milestones in one statement, so that the figures of each belong together: what the ledger holds,
 * what releases let go of, what went back to the brand,
 * what reached the bank. Milestones of other tenants are left out.
 */
export async function readFigures(
  tx: TenantTransaction,
  ids: readonly string[],
): Promise<Map<string, Figures>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw`
    with wanted as (select ${ids}::uuid[] as ids)
    select b.milestone_id as id, b.held, b.fee_held as "feeHeld", b.in_flight as "inFlight",
      coalesce(released.total, 0)::bigint as released,
      coalesce(returned.total, 0)::bigint as refunded, coalesce(returned.waiting, 0)::bigint as refunding,
      coalesce(paid.total, 0)::bigint as "paidOut"
    from wanted
    cross join lateral app.milestone_balances(wanted.ids) as b
    left join (
      select r.milestone_id, sum(r.gross) as total from release r, wanted
      where r.milestone_id = any (wanted.ids) group by r.milestone_id
    ) as released on released.milestone_id = b.milestone_id
    left join (
      select r.milestone_id, sum(r.amount) as total,
        sum(r.amount) filter (where r.status in ('pending', 'unknown')) as waiting
      from refund r, wanted where r.milestone_id = any (wanted.ids) and r.status <> 'failed' group by r.milestone_id
    ) as returned on returned.milestone_id = b.milestone_id
    left join (
      select r.milestone_id, sum(l.amount) as total
      from wanted, release r
      join payout_line l on l.release_id = r.id
      join payout p on p.id = l.payout_id and p.status = 'paid'
      where r.milestone_id = any (wanted.ids) group by r.milestone_id
    ) as paid on paid.milestone_id = b.milestone_id`;
  return new Map(
    z
      .array(figureRow)
      .parse(rows)
      .map(({ id, ...figures }) => [id, figures]),
  );
}
