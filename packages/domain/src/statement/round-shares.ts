import { type Fraction, floorOf } from "./exact";

/**
 * Rounds the parties' exact shares of a period to minor units, once, so that they add up to `total` (statement rules,
 * section 8, step 5): largest remainder, ties to the party listed first. When no two shares differ in sign they are
 * rounded by magnitude; otherwise each is floored and the missing units go to the largest remainders.
 *
 * @param shares exact shares in minor units, in the order of the parties; they add up to `total` exactly.
 * @example roundShares([7000007n/10n, 3000003n/10n], 1000001n) // [700001n, 300000n]
 * @throws RangeError when the shares do not add up to `total`.
 */
export function roundShares(shares: readonly Fraction[], total: bigint): bigint[] {
  const negative = shares.some(({ numerator }) => numerator < 0n);
  const positive = shares.some(({ numerator }) => numerator > 0n);
  if (negative && !positive) {
    const mirrored = shares.map(({ numerator, denominator }) => ({ numerator: -numerator, denominator }));
    return floorAndFill(mirrored, -total).map((part) => -part);
  }
  return floorAndFill(shares, total);
}

function floorAndFill(shares: readonly Fraction[], total: bigint): bigint[] {
  const parts = shares.map((share, index) => {
    const part = floorOf(share);
    return { index, part, rest: share.numerator - part * share.denominator, denominator: share.denominator };
  });
  const missing = total - parts.reduce((sum, { part }) => sum + part, 0n);
  const byRemainder = [...parts].sort((a, b) => {
    const [left, right] = [a.rest * b.denominator, b.rest * a.denominator];
    return left > right ? -1 : left < right ? 1 : a.index - b.index;
  });
  if (missing < 0n || missing > BigInt(parts.length)) throw new RangeError("the shares do not add up");
  for (const entry of byRemainder.slice(0, Number(missing))) entry.part += 1n;
  return parts.map(({ part }) => part);
}
