import { Accrual, type CountedEvent, type PeriodAccrual, type UnmatchedReason } from "./accrual";
import {
  floorFor,
  openBalances,
  type PayeeBalances,
  type PayeeSettlement,
  settlePeriod,
} from "./payee-balances";
import { type Period, type PeriodIndex, periodAt, periodIndexOf } from "./period";
import { compareEvents, type RevenueEvent } from "./revenue-event";
import { type PayeeTerms, plainPayee, type StatementTerms } from "./terms";

/** An event that is not counted, or not as it says; listed so that nothing is left out in silence. */
export interface UnmatchedEvent {
  readonly event: RevenueEvent;
  readonly reason: UnmatchedReason;
}

/** One payee's statement of one period. */
export interface PayeeStatement {
  readonly party: string;
  readonly share: bigint;
  readonly floor: bigint | null;
  readonly opening: PayeeBalances;
  readonly settlement: PayeeSettlement;
}

/** Everything that is computed for one period. */
export interface PeriodResult {
  readonly period: Period;
  readonly accrual: PeriodAccrual;
  /** One for each party with the role payee, in the order of the parties. */
  readonly statements: readonly PayeeStatement[];
  readonly unmatched: readonly UnmatchedEvent[];
  /** What entered the calculation, in its order: the trace from which every amount is explained. */
  readonly counted: readonly CountedEvent[];
}

/**
 * Computes an agreement's statements from its first period to `through`, by the rules of section 8 of the statement
 * rules: the same terms and events give the same result, to the cent and in the same order.
 *
 * @param events any events in any order; those of items that the agreement does not cover are left out.
 * @param through the last period to compute.
 * @returns one result for each period, the first being the one that holds the first day of the agreement. Events before
 *   that period are listed with it as outside the term.
 */
export function calculateStatements(
  terms: StatementTerms,
  events: Iterable<RevenueEvent>,
  through: PeriodIndex,
): PeriodResult[] {
  const first = periodIndexOf(terms.start, terms.period);
  const byPeriod = groupByPeriod(terms, events, first);
  const accrual = new Accrual(terms);
  const payees = terms.parties.flatMap(({ id, role }, position) =>
    role === "payee" ? [{ id, position, terms: terms.payees.get(id) ?? plainPayee }] : [],
  );
  const accounts = new Map(payees.map((payee) => [payee.id, openBalances(payee.terms)]));
  const results: PeriodResult[] = [];
  for (let index = first; index <= through; index += 1) {
    const period = periodAt(index, terms.period);
    accrual.beginPeriod();
    const { counted, unmatched } = addEvents(terms, accrual, byPeriod.get(index) ?? []);
    const accrued = accrual.endPeriod();
    const statements = payees.map((payee) => {
      const opening = accounts.get(payee.id) ?? openBalances(payee.terms);
      const statement = settle(payee, {
        terms,
        period,
        opening,
        share: accrued.shares[payee.position] ?? 0n,
      });
      accounts.set(payee.id, statement.settlement.closing);
      return statement;
    });
    results.push({ period, accrual: accrued, statements, unmatched, counted });
  }
  return results;
}

function groupByPeriod(
  terms: StatementTerms,
  events: Iterable<RevenueEvent>,
  first: PeriodIndex,
): Map<PeriodIndex, RevenueEvent[]> {
  const covered = [...events].filter(({ item }) => terms.items === "*" || terms.items.has(item));
  covered.sort(compareEvents);
  const byPeriod = new Map<PeriodIndex, RevenueEvent[]>();
  for (const event of covered) {
    const index = Math.max(first, periodIndexOf(event.day, terms.period));
    const group = byPeriod.get(index);
    if (group === undefined) byPeriod.set(index, [event]);
    else group.push(event);
  }
  return byPeriod;
}

function addEvents({ start, end }: StatementTerms, accrual: Accrual, events: readonly RevenueEvent[]) {
  const counted: CountedEvent[] = [];
  const unmatched: UnmatchedEvent[] = [];
  for (const event of events) {
    if (event.day < start || (end !== null && event.day > end)) {
      unmatched.push({ event, reason: "outside-term" });
      continue;
    }
    const outcome = accrual.add(event);
    if (outcome.counted !== null) counted.push(outcome.counted);
    if (outcome.unmatched !== null) unmatched.push({ event, reason: outcome.unmatched });
  }
  return { counted, unmatched };
}

function settle(
  payee: { readonly id: string; readonly terms: PayeeTerms },
  given: {
    readonly terms: StatementTerms;
    readonly period: Period;
    readonly opening: PayeeBalances;
    readonly share: bigint;
  },
): PayeeStatement {
  const { period, opening, share } = given;
  const floor = floorFor(payee.terms, given.terms, period);
  const settlement = settlePeriod(payee.terms, opening, { share, floor, period: period.name });
  return { party: payee.id, share, floor, opening, settlement };
}
