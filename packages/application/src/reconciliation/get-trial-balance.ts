import { currencyCode, ok, sum, views } from "@evenshare/domain";
import { z } from "zod";
import { runQuery } from "../query/run-query";
import type { Verb } from "../verb";

const balances = z.array(z.object({ account: z.string(), currency: currencyCode, balance: z.bigint() }));
const instant = z.tuple([z.object({ until: z.date(), timeZone: z.string() })]);

/** The reader's accounts at the end of a day in its time zone, or now: debits and credits, the same in all. */
export const getTrialBalance: Verb<z.input<typeof views.trialBalanceInput>, views.TrialBalanceView> = (
  deps,
  scope,
  raw,
) =>
  runQuery(deps, scope, raw, {
    permission: "reconciliation.read",
    input: views.trialBalanceInput,
    async read(tx, { asOf = null }) {
      const now = deps.clock.now();
      const [{ until, timeZone }] = instant.parse(
        await tx.$queryRaw`
          select coalesce((${asOf}::date + 1)::timestamp at time zone time_zone,
              ${now.toISOString()}::timestamptz + interval '1 millisecond') as until,
            time_zone as "timeZone"
          from organization where id = ${scope.organizationId}::uuid`,
      );
      const rows = balances.parse(
        await tx.$queryRaw`
          select account, currency, balance from app.organization_trial_balance(${until.toISOString()}::timestamptz)`,
      );
      const accounts = rows
        .filter(({ balance }) => balance !== 0n)
        .map(({ account, currency, balance }) => ({
          account,
          currency,
          debit: balance > 0n ? balance : 0n,
          credit: balance < 0n ? -balance : 0n,
        }))
        .sort((a, b) => Number(a.debit === 0n) - Number(b.debit === 0n));
      return ok({
        asOf,
        at: asOf === null ? now : until,
        timeZone,
        accounts,
        totals: totalsOf(accounts),
      });
    },
  });

function totalsOf(accounts: readonly views.AccountTotal[]): views.TrialBalanceView["totals"] {
  return [...new Set(accounts.map(({ currency }) => currency))].map((currency) => {
    const own = accounts.filter((account) => account.currency === currency);
    return {
      currency,
      debit: sum(own.map(({ debit }) => debit)),
      credit: sum(own.map(({ credit }) => credit)),
    };
  });
}
