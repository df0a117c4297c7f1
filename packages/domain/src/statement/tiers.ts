import { minimum } from "../money/money";
import type { Tier } from "./terms";

/**
 * What each party earns on a base from zero to `x` when every tier pays its own rate on what lies inside it; below zero
 * the first tier's rate applies. In ten-thousandths of a minor unit, in the order of the parties.
 *
 * @example with 20 % to 100.00 and 30 % above, earnedUpTo(tiers, 15000n) // [35_000_000n, …]: 20.00 + 15.00
 */
export function earnedUpTo(tiers: readonly Tier[], x: bigint): bigint[] {
  const parties = tiers[0]?.ratesBp.length ?? 0;
  const earned = new Array<bigint>(parties).fill(0n);
  let from = 0n;
  for (const { upTo, ratesBp } of tiers) {
    const to = upTo === null || x <= upTo ? x : upTo;
    const width = to - from;
    ratesBp.forEach((rate, party) => {
      earned[party] = (earned[party] ?? 0n) + rate * width;
    });
    if (to === x) break;
    from = to;
  }
  return earned;
}

/** The rates of the tier that holds `x`; the first tier's at zero and below. */
export function ratesAt(tiers: readonly Tier[], x: bigint): readonly bigint[] {
  return tiers[tierHolding(tiers, x)]?.ratesBp ?? [];
}

/** A part of a movement of the base that lies in one tier. */
export interface TierStretch {
  /** The tier's place, counted from 0. */
  readonly index: number;
  /** Signed as the movement is. */
  readonly base: bigint;
}

/**
 * The tiers that the base goes through from one point to another, in that order; below zero it is in the first. A
 * movement of nothing is in the tier where it stands.
 *
 * @example with tiers to 100 and above, tiersBetween(tiers, 80n, 130n) // [{ index: 0, base: 20n }, { index: 1, base: 30n }]
 */
export function tiersBetween(tiers: readonly Tier[], from: bigint, to: bigint): TierStretch[] {
  const [low, high] = from < to ? [from, to] : [to, from];
  if (low === high) return [{ index: tierHolding(tiers, from), base: 0n }];
  const upward: TierStretch[] = [];
  let reached = low;
  tiers.forEach(({ upTo }, index) => {
    const end = upTo === null ? high : minimum(upTo, high);
    if (end <= reached) return;
    upward.push({ index, base: from < to ? end - reached : reached - end });
    reached = end;
  });
  return from < to ? upward : upward.reverse();
}

/** The place of the tier that holds `x`, counted from 0; the first at zero and below. */
export function tierHolding(tiers: readonly Tier[], x: bigint): number {
  const index = tiers.findIndex(({ upTo }) => upTo === null || x <= upTo);
  if (index === -1) throw new RangeError("the tiers end below the base");
  return index;
}
