import { Hono } from "hono";
import type { ApiEnv } from "../server/request-facts";
import type { Services } from "../services";

/** A ledger check that is older than this was not made: the job that makes one each minute stands still. */
const checkIsOldAfterMs = 5 * 60_000;
/** The comparison with the payment provider is made each night. */
const reconciliationIsOldAfterMs = 26 * 60 * 60_000;

/** For load balancers (`/health/ready`) and for alarms (`/health`). Names no tenant and no row. */
export function healthRoutes({ deps, live }: Services): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get("/", async (c) => {
      const database = await deps.database.ping();
      const check = database ? await deps.database.readLastLedgerCheck() : null;
      const ageMs = check === null ? null : deps.clock.now().getTime() - check.at.getTime();
      const ledger = check && {
        ok: check.ok,
        checkedAt: check.at,
        fresh: ageMs !== null && ageMs < checkIsOldAfterMs,
        violated: [...new Set(check.findings.map(({ invariant }) => invariant))],
        millis: check.millis,
      };
      const reconciliation = database ? await describeReconciliation(deps) : null;
      const ok = database && ledger?.ok !== false && reconciliation?.ok !== false;
      return c.json(
        { status: ok ? "ok" : "failing", database, ledger, reconciliation, liveStreams: live.size },
        ok ? 200 : 503,
      );
    })
    .get("/ready", async (c) => {
      const ready = await deps.database.ping();
      return c.json({ ready }, ready ? 200 : 503);
    });
}

async function describeReconciliation({ database, clock }: Services["deps"]) {
  const run = await database.readLastReconciliation();
  return (
    run && {
      ok: run.ok,
      checkedAt: run.startedAt,
      fresh: clock.now().getTime() - run.startedAt.getTime() < reconciliationIsOldAfterMs,
      matched: run.matched,
      inFlight: run.inFlight,
      differences: run.differences,
    }
  );
}
