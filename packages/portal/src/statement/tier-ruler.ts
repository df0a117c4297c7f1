import type { RecordTierPosition } from "@evenshare/domain";

/** A mark on the ruler: where a tier ends, in percent of its length. */
export interface RulerMark {
  readonly tier: number;
  readonly at: number;
}

export interface TierRuler {
  readonly marks: readonly RulerMark[];
  /** Between these the base moved in the period. */
  readonly from: number;
  readonly to: number;
}

/** The tiers as a ruler from nothing to a little beyond the last step, or beyond the base where that is further. */
export function tierRuler({ tiers, before, after }: RecordTierPosition): TierRuler {
  const ends = tiers.flatMap(({ tier, upTo }) => (upTo === null ? [] : [{ tier, end: BigInt(upTo.minor) }]));
  const reached = [BigInt(before.minor), BigInt(after.minor), ...ends.map(({ end }) => end)];
  const furthest = reached.reduce((most, one) => (one > most ? one : most), 1n);
  const length = (furthest * 115n) / 100n + 1n;
  const percent = (base: bigint) => (base <= 0n ? 0 : Number((base * 10_000n) / length) / 100);
  const [start, end] = [percent(BigInt(before.minor)), percent(BigInt(after.minor))];
  return {
    marks: ends.map(({ tier, end: at }) => ({ tier, at: percent(at) })),
    from: Math.min(start, end),
    to: Math.max(start, end),
  };
}
