/** What a part of a whole is. The money tones have one order everywhere; parties keep the order they are given in. */
export const shareTones = [
  "released",
  "inFlight",
  "held",
  "atRisk",
  "refunded",
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "open",
] as const;

export type ShareTone = (typeof shareTones)[number];

export interface ShareSegment {
  /** Unique within the bar. */
  readonly id: string;
  readonly label: string;
  /** Minor units, not negative. */
  readonly amount: bigint;
  readonly tone: ShareTone;
}

/** The segments in the order in which every share bar shows them; equal tones stay as given. */
export function orderShares(segments: readonly ShareSegment[]): ShareSegment[] {
  return [...segments].sort((a, b) => shareTones.indexOf(a.tone) - shareTones.indexOf(b.tone));
}

/**
 * Each amount's part of the whole in tenths of a percent; the parts add up to exactly 1000 (largest remainder, ties to
 * the earlier). A whole of zero gives zeroes.
 *
 * @example sharePermille([1n, 1n, 1n]) // [334, 333, 333]
 * @throws RangeError when an amount is negative: a debt is not a part of a whole.
 */
export function sharePermille(amounts: readonly bigint[]): number[] {
  if (amounts.some((amount) => amount < 0n)) throw new RangeError("a part of a whole is negative");
  const whole = amounts.reduce((sum, amount) => sum + amount, 0n);
  if (whole === 0n) return amounts.map(() => 0);
  const parts = amounts.map((amount, index) => {
    const product = amount * 1000n;
    return { index, part: Number(product / whole), remainder: product % whole };
  });
  const byRemainder = [...parts].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  const short = 1000 - parts.reduce((sum, { part }) => sum + part, 0);
  for (const entry of byRemainder.slice(0, short)) entry.part += 1;
  return parts.map(({ part }) => part);
}
