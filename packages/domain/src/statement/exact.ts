/** An exact fraction; `denominator` is positive. Rates and shares are computed in fractions and rounded where the rules say so. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * Rounds to a whole number, ties away from zero.
 *
 * @example halfUp(-5n, 2n) // -3n
 * @throws RangeError when the denominator is not positive.
 */
export function halfUp(numerator: bigint, denominator: bigint): bigint {
  if (denominator <= 0n) throw new RangeError("a denominator is not positive");
  const magnitude = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * magnitude + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}

/** A rate in basis points of an amount, rounded half-up to the minor unit: `halfUp(rate × amount)`. */
export function rateOf(amount: bigint, rateBp: bigint): bigint {
  return halfUp(amount * rateBp, 10_000n);
}

/** The largest whole number that is not above a fraction, for either sign. */
export function floorOf({ numerator, denominator }: Fraction): bigint {
  const towardsZero = numerator / denominator;
  return numerator < 0n && towardsZero * denominator !== numerator ? towardsZero - 1n : towardsZero;
}

/** In lowest terms, with a positive denominator. */
export function reduce(numerator: bigint, denominator: bigint): Fraction {
  if (denominator === 0n) throw new RangeError("a denominator is zero");
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = commonDivisor(numerator, denominator) * sign;
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

function commonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/**
 * A sum of fractions, kept per denominator: adding stays cheap however many different ones a year of returns brings,
 * and nothing is rounded.
 */
export class ExactSum {
  readonly #byDenominator = new Map<bigint, bigint>();

  add({ numerator, denominator }: Fraction): void {
    this.#byDenominator.set(denominator, (this.#byDenominator.get(denominator) ?? 0n) + numerator);
  }

  total(): Fraction {
    let sums = [...this.#byDenominator].map(([denominator, numerator]) => reduce(numerator, denominator));
    // In pairs, so that the large denominators meet only at the end.
    while (sums.length > 1) {
      const halved: Fraction[] = [];
      for (let index = 0; index < sums.length; index += 2) halved.push(addPair(sums[index], sums[index + 1]));
      sums = halved;
    }
    return sums[0] ?? { numerator: 0n, denominator: 1n };
  }
}

const nothing: Fraction = { numerator: 0n, denominator: 1n };

function addPair(a: Fraction = nothing, b: Fraction = nothing): Fraction {
  return reduce(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}
