/**
 * Divides `total` minor units by integer weights so that the parts always add up to the total.
 *
 * Largest remainder: every part is first rounded towards zero, then the units left over go one each to the largest
 * remainders, ties in the order given. Negative totals mirror positive ones.
 *
 * @example allocate(1001n, [5000n, 5000n]) // [501n, 500n]
 * @throws RangeError when there is no weight, a weight is negative, or all are zero.
 */
export function allocate(total: bigint, weights: readonly bigint[]): bigint[] {
  const whole = weights.reduce((a, b) => a + b, 0n);
  if (weights.some((weight) => weight < 0n)) throw new RangeError("a weight is negative");
  if (whole === 0n) throw new RangeError("the weights add up to nothing");
  const magnitude = total < 0n ? -total : total;
  const parts = weights.map((weight, index) => {
    const product = magnitude * weight;
    return { index, part: product / whole, remainder: product % whole };
  });
  let left = magnitude - parts.reduce((a, { part }) => a + part, 0n);
  const byRemainder = [...parts].sort((a, b) => compare(b.remainder, a.remainder) || a.index - b.index);
  for (const entry of byRemainder) {
    if (left === 0n) break;
    entry.part += 1n;
    left -= 1n;
  }
  return parts.map(({ part }) => (total < 0n ? -part : part));
}

/**
 * A share of an amount at a rate in basis points, rounded half up to the minor unit.
 *
 * @example shareOf(64500n, 3000n) // 19350n
 */
export function shareOf(amount: bigint, rateBp: bigint): bigint {
  const product = amount * rateBp;
  const half = product < 0n ? -5_000n : 5_000n;
  return (product + half) / 10_000n;
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
