import { minimum, sum } from "../money/money";
import { halfUp, rateOf } from "./exact";
import { countDays, type Period } from "./period";
import type { PayeeTerms } from "./terms";

/** What a payee's account carries from one period to the next, in minor units. */
export interface PayeeBalances {
  /** Carried over when positive, owed when negative. */
  readonly payable: bigint;
  readonly unrecouped: bigint;
  /** What was held back, by the period it is released in: the first entry in the period that comes next. */
  readonly reserve: readonly bigint[];
}

/** One period of a payee's account: every figure of a statement below its share, in minor units. */
export interface PayeeSettlement {
  readonly topUp: bigint;
  readonly reserveTaken: bigint;
  readonly reserveReleased: bigint;
  readonly recouped: bigint;
  readonly adjustments: bigint;
  readonly due: bigint;
  /** What of a negative opening balance was made up for; positive. */
  readonly negativeOffset: bigint;
  readonly platformFee: bigint;
  readonly withholding: bigint;
  readonly netDue: bigint;
  readonly payable: bigint;
  readonly carriedOver: bigint;
  readonly closing: PayeeBalances;
}

export function openBalances({ opening, advance }: PayeeTerms): PayeeBalances {
  return {
    payable: opening.payable,
    unrecouped: advance?.amount ?? 0n,
    reserve: opening.reserveReleases,
  };
}

/** What is held back in all. */
export function reserveHeld({ reserve }: PayeeBalances): bigint {
  return sum(reserve);
}

/** How many days of a period the term covers. */
export function coveredDays(
  { start, end }: { readonly start: string; readonly end: string | null },
  period: Period,
): number {
  const first = start > period.firstDay ? start : period.firstDay;
  const last = end !== null && end < period.lastDay ? end : period.lastDay;
  return countDays(first, last);
}

/** The floor of a period: in a period that the term covers in part, in proportion to its days; null outside the term. */
export function floorFor(
  { floor }: PayeeTerms,
  term: { readonly start: string; readonly end: string | null },
  period: Period,
): bigint | null {
  const covered = BigInt(coveredDays(term, period));
  if (floor === null || covered === 0n) return null;
  const whole = BigInt(countDays(period.firstDay, period.lastDay));
  return halfUp(floor * covered, whole);
}

/**
 * Settles one period of a payee's account (statement rules, section 8, steps 6 to 13).
 *
 * @param share the payee's rounded share of the period, in minor units.
 * @param floor what {@link floorFor} says of the period.
 * @example a share of 2500n with a reserve of 20 % released in halves: 500n taken, closing.reserve [250n, 250n]
 */
export function settlePeriod(
  terms: PayeeTerms,
  opening: PayeeBalances,
  {
    share,
    floor,
    period,
  }: { readonly share: bigint; readonly floor: bigint | null; readonly period: string },
): PayeeSettlement {
  const topUp = floor === null ? 0n : positive(floor - share);
  const reserveTaken = terms.reserve === null ? 0n : rateOf(positive(share), terms.reserve.rateBp);
  const [reserveReleased = 0n, ...laterReleases] = opening.reserve;
  const available = availableForRecoupment({ share, topUp, reserveTaken, reserveReleased });
  const recouped =
    terms.advance === null ? 0n : minimum(opening.unrecouped, rateOf(available, terms.advance.recoupRateBp));
  const adjustments = sum(
    terms.adjustments.filter((one) => one.period === period).map(({ amount }) => amount),
  );
  const due = share + topUp - reserveTaken + reserveReleased - recouped + adjustments;

  const owed = positive(-opening.payable);
  const negativeOffset = minimum(owed, rateOf(positive(due), terms.negativeOffsetCapBp));
  const chargeable = positive(due - negativeOffset);
  const platformFee = rateOf(chargeable, terms.platformFeeBp);
  const withholding = rateOf(chargeable, terms.withholdingBp);
  const netDue = due - negativeOffset - platformFee - withholding;

  const position = netDue + positive(opening.payable);
  const isPayable = position > 0n && position >= terms.minimumPayout;
  const carriedOver = isPayable ? 0n : position;
  return {
    topUp,
    reserveTaken,
    reserveReleased,
    recouped,
    adjustments,
    due,
    negativeOffset,
    platformFee,
    withholding,
    netDue,
    payable: isPayable ? position : 0n,
    carriedOver,
    closing: {
      payable: carriedOver - owed + negativeOffset,
      unrecouped: opening.unrecouped - recouped,
      reserve: addReleases(laterReleases, releasesOf(reserveTaken, terms.reserve?.releaseBp ?? [])),
    },
  };
}

/** What recoupment may take from (statement rules, section 8, step 8). */
export function availableForRecoupment({
  share,
  topUp,
  reserveTaken,
  reserveReleased,
}: Pick<PayeeSettlement, "topUp" | "reserveTaken" | "reserveReleased"> & { readonly share: bigint }): bigint {
  return positive(share + topUp - reserveTaken + reserveReleased);
}

/** What was taken, cut into its releases: the last one is whatever is left, and none exceeds what is left. */
export function releasesOf(taken: bigint, releaseBp: readonly bigint[]): bigint[] {
  let left = taken;
  return releaseBp.map((rate, index) => {
    const release = index === releaseBp.length - 1 ? left : minimum(left, rateOf(taken, rate));
    left -= release;
    return release;
  });
}

function addReleases(known: readonly bigint[], more: readonly bigint[]): bigint[] {
  const longest = Math.max(known.length, more.length);
  return Array.from({ length: longest }, (_, index) => (known[index] ?? 0n) + (more[index] ?? 0n));
}

function positive(amount: bigint): bigint {
  return amount > 0n ? amount : 0n;
}
