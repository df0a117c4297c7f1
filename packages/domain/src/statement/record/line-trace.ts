import type { CountedEvent } from "../accrual";
import type { Fraction } from "../exact";
import { reduce } from "../exact";
import { tierHolding, tiersBetween } from "../tiers";
import type { LineTrace } from "./record-lines";
import type { Scene } from "./scene";

/**
 * How a line's share was found: from the engine's own trace, with the tiers it went through and this payee's rates.
 *
 * @param sales every sale that a return may go back to, by id.
 */
export function traceOf(
  scene: Scene,
  counted: CountedEvent,
  exactShare: Fraction,
  sales: ReadonlyMap<string, CountedEvent>,
): LineTrace {
  const { base, cumulativeBefore } = counted;
  const { numerator, denominator } = reduce(exactShare.numerator, exactShare.denominator);
  return {
    rule: counted.shares === null ? "period" : counted.rule,
    before: scene.write(cumulativeBefore),
    after: scene.write(cumulativeBefore + base),
    tiers: tiersOf(scene, counted, sales),
    exactShare: `${numerator}/${denominator}`,
  };
}

function tiersOf(
  scene: Scene,
  counted: CountedEvent,
  sales: ReadonlyMap<string, CountedEvent>,
): LineTrace["tiers"] {
  const { tiers } = scene.input.terms.share;
  if (counted.shares === null) {
    // All of the period has the rate of the tier in which it ended.
    const index = tierHolding(tiers, scene.result.accrual.tier.after);
    return [{ tier: index + 1, rateBp: rateIn(scene, index), base: scene.write(counted.base) }];
  }
  const original = counted.rule === "original" ? sales.get(counted.event.originalId ?? "") : undefined;
  const { base, cumulativeBefore } = original ?? counted;
  return tiersBetween(tiers, cumulativeBefore, cumulativeBefore + base).map((stretch) => ({
    tier: stretch.index + 1,
    rateBp: rateIn(scene, stretch.index),
    base: original === undefined ? scene.write(stretch.base) : null,
  }));
}

function rateIn({ input, position }: Scene, tier: number): number {
  return Number(input.terms.share.tiers[tier]?.ratesBp[position] ?? 0n);
}
