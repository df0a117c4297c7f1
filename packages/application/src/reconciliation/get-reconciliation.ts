import { currencyCode, ok, sumByCurrency, type views } from "@evenshare/domain";
import { z } from "zod";
import { runQuery } from "../query/run-query";
import type { Verb } from "../verb";

const input = z.strictObject({});
const counted = z.array(
  z.object({
    status: z.string(),
    currency: currencyCode,
    lines: z.number().int(),
    amount: z.bigint(),
  }),
);

/** How the reader's money agrees with the payment provider, and as of when. */
export const getReconciliation: Verb<z.input<typeof input>, views.ReconciliationView> = (deps, scope, raw) =>
  runQuery(deps, scope, raw, {
    permission: "reconciliation.read",
    input,
    async read(tx) {
      const rows = counted.parse(
        await tx.$queryRaw`
          select status, currency, count(*)::int as lines,
            coalesce(sum(abs(coalesce(provider_amount, amount))), 0)::bigint as amount
          from reconciliation_line where organization_id = ${scope.organizationId}::uuid group by status, currency`,
      );
      const linesOf = (status: string) =>
        rows.filter((row) => row.status === status).reduce((sum, { lines }) => sum + lines, 0);
      const latest = await deps.database.readLastReconciliation();
      return ok({
        asOf: latest?.startedAt ?? null,
        running: await deps.database.isReconciliationWaiting(),
        matched: linesOf("matched"),
        inFlight: linesOf("in_flight"),
        differences: linesOf("difference"),
        inFlightSums: sumByCurrency(
          rows
            .filter(({ status }) => status === "in_flight")
            .map(({ currency, amount }) => ({ currency, amount })),
        ),
      });
    },
  });
