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
 * @param events any events in any order; those of items that the agreement does not cover are left out. One that says
 *   itself in which period it counts is ordered there by its own instant (statement rules, section 4).
 * @param through the last period to compute.
 * @param later what was agreed anew, rising by the period from which it counts. Zone, start, period, parties and opening
 *   stay those of `terms`; the cumulative base and every balance carry over.
 * @returns one result for each period, the first being the one that holds the first day of the agreement. Events before
 *   that period are listed with it as outside the term.
 */
export function calculateStatements(
  terms: StatementTerms,
  events: Iterable<RevenueEvent>,
  through: PeriodIndex,
  later: readonly LaterTerms[] = [],
): PeriodResult[] {
  const first = periodIndexOf(terms.start, terms.period);
  const termsIn = (index: PeriodIndex) => later.findLast(({ from }) => from <= index)?.terms ?? terms;
  const byPeriod = groupByPeriod(terms, termsIn, events);
  const accrual = new Accrual(terms);
  const payees = terms.parties.flatMap(({ id, role }, position) =>
    role === "payee" ? [{ id, position }] : [],
  );
  const accounts = new Map(payees.map(({ id }) => [id, openBalances(payeeTermsOf(terms, id))]));
  const results: PeriodResult[] = [];
  for (let index = first; index <= through; index += 1) {
    const period = periodAt(index, terms.period);
    const current = termsIn(index);
    const earlier = index === first ? current : termsIn(index - 1);
    accrual.beginPeriod(current);
    const { counted, unmatched } = addEvents(current, accrual, byPeriod.get(index) ?? []);
    const accrued = accrual.endPeriod();
    const statements = payees.map(({ id, position }) => {
      const carried = accounts.get(id) ?? openBalances(payeeTermsOf(terms, id));
      const payee = { id, terms: payeeTermsOf(current, id) };
      const opening = addAdvance(carried, payeeTermsOf(earlier, id), payee.terms);
      const share = accrued.shares[position] ?? 0n;
      const statement = settle(payee, { terms: current, period, opening, share });
      accounts.set(id, statement.settlement.closing);
      return statement;
    });
    results.push({ period, accrual: accrued, statements, unmatched, counted });
  }
  return results;
}

/** Terms that take the place of earlier ones at the border of a period (statement rules, section 4). */
export interface LaterTerms {
  readonly from: PeriodIndex;
  readonly terms: StatementTerms;
}

function payeeTermsOf({ payees }: StatementTerms, id: string): PayeeTerms {
  return payees.get(id) ?? plainPayee;
}

/** Balances carry over a change of terms as they are; what later terms advance beyond the earlier ones was paid then. */
function addAdvance(balances: PayeeBalances, before: PayeeTerms, after: PayeeTerms): PayeeBalances {
  const more = (after.advance?.amount ?? 0n) - (before.advance?.amount ?? 0n);
  return more > 0n ? { ...balances, unrecouped: balances.unrecouped + more } : balances;
}

/** Events in their order, by the period in which they count; those that its terms do not cover are left out. */
function groupByPeriod(
  { start, period }: StatementTerms,
  termsIn: (index: PeriodIndex) => StatementTerms,
  events: Iterable<RevenueEvent>,
): Map<PeriodIndex, RevenueEvent[]> {
  const first = periodIndexOf(start, period);
  const byPeriod = new Map<PeriodIndex, RevenueEvent[]>();
  for (const event of [...events].sort(compareEvents)) {
    const index = Math.max(first, event.countsIn ?? periodIndexOf(event.day, period));
    const { items } = termsIn(index);
    if (items !== "*" && !items.has(event.item)) continue;
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
