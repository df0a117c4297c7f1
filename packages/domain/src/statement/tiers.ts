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
  const tier = tiers.find(({ upTo }) => upTo === null || x <= upTo);
  if (tier === undefined) throw new RangeError("the tiers end below the base");
  return tier.ratesBp;
}
