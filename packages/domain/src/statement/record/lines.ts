import type { CountedEvent } from "../accrual";
import { ExactSum, type Fraction, reduce } from "../exact";
import { deductedFrom, type Instant } from "../revenue-event";
import { roundShares } from "../round-shares";
import { traceOf } from "./line-trace";
import type { RecordLine } from "./record-lines";
import type { Scene } from "./scene";

const nothing: Fraction = { numerator: 0n, denominator: 1n };

/**
 * The events of a period as lines of one payee's statement, in the order in which they were computed. Shares and reserve
 * of the lines are allocations of the rounded totals (statement rules, section 8, step 5): they add up to them.
 *
 * @throws RangeError when what the engine says of the events does not add up to what it says of the period.
 */
export function linesOf(scene: Scene): RecordLine[] {
  const { result, statement, write } = scene;
  const exact = result.counted.map((counted) => exactShareOf(scene, counted));
  const shares = roundShares(exact, statement.share);
  const reserves = roundShares(reservesIn(scene, exact), statement.settlement.reserveTaken);
  const places = new Map(result.counted.map(({ event }, index) => [event.id, index + 1]));
  const sales = salesUpTo(scene);
  return result.counted.map((counted, index) => {
    const { event, base } = counted;
    const sign = event.type === "sale" ? 1n : -1n;
    const facts = scene.input.eventFacts.get(event.id);
    return {
      line: index + 1,
      event: event.id,
      at: writeInstant(event.at),
      day: event.day,
      type: event.type,
      source: facts?.source ?? "",
      item: event.item,
      description: facts?.description ?? null,
      quantity: facts?.quantity?.toString() ?? null,
      original: originalOf(scene, counted, index + 1, places),
      gross: write(sign * event.gross),
      deductions: write(sign * deductedFrom(event, scene.input.terms.deductions)),
      net: write(base),
      share: write(shares[index] ?? 0n),
      reserve: write(reserves[index] ?? 0n),
      trace: traceOf(scene, counted, exact[index] ?? nothing, sales),
    };
  });
}

/** With the retroactive method only the period as a whole earns: a line takes part in it by its base. */
function exactShareOf({ result, statement, position }: Scene, { base, shares }: CountedEvent): Fraction {
  if (shares !== null) return shares[position] ?? nothing;
  return result.accrual.net === 0n ? nothing : reduce(base * statement.share, result.accrual.net);
}

/** The reserve is a part of the period's share, so each line bears it by its own: a return takes from it. */
function reservesIn({ statement }: Scene, shares: readonly Fraction[]): Fraction[] {
  const taken = statement.settlement.reserveTaken;
  if (taken === 0n) return shares.map(() => nothing);
  const sum = new ExactSum();
  for (const share of shares) sum.add(share);
  const whole = sum.total();
  return shares.map(({ numerator, denominator }) =>
    reduce(numerator * taken * whole.denominator, denominator * whole.numerator),
  );
}

/** Every sale that a return of the period may go back to. */
function salesUpTo({ history }: Scene): ReadonlyMap<string, CountedEvent> {
  const counted = history.flatMap((result) => result.counted);
  return new Map(counted.filter(({ event }) => event.type === "sale").map((one) => [one.event.id, one]));
}

function originalOf(
  { input }: Scene,
  { event }: CountedEvent,
  ownLine: number,
  places: ReadonlyMap<string, number>,
): RecordLine["original"] {
  if (event.type === "sale" || event.originalId === null) return null;
  const line = places.get(event.originalId);
  // A sale that comes after its return is not what the return was computed from.
  if (line !== undefined && line < ownLine) return { event: event.originalId, statement: null, line };
  const elsewhere = input.eventFacts.get(event.id)?.original;
  return {
    event: event.originalId,
    statement: elsewhere?.statement ?? null,
    line: elsewhere?.line ?? null,
  };
}

/** ISO 8601 in UTC with the decimals that the source gave. */
export function writeInstant({ seconds, decimals }: Instant): string {
  const whole = new Date(seconds * 1000).toISOString().slice(0, 19);
  return decimals === "" ? `${whole}Z` : `${whole}.${decimals}Z`;
}
