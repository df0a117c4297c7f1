/** An exact decimal figure of a file: `units` divided by ten to the power of `digits`. */
export interface Decimal {
  readonly units: bigint;
  readonly digits: number;
}

/**
 * Reads a figure as a file writes it; undefined when it is none. Nothing between thousands is allowed: `1.234` may be
 * either of two figures, and a guess would be a silent repair.
 *
 * @example readFigure("-12,5", ",") // { units: -125n, digits: 1 }
 */
export function readFigure(text: string, decimalMark: "." | ","): Decimal | undefined {
  const form = decimalMark === "." ? /^([+-]?)(\d+)(?:\.(\d+))?$/ : /^([+-]?)(\d+)(?:,(\d+))?$/;
  const [, sign, whole, decimals = ""] = form.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const magnitude = BigInt(whole + decimals);
  return { units: sign === "-" ? -magnitude : magnitude, digits: decimals.length };
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, digits: a.digits + b.digits };
}

/** Minor units of a currency with so many digits; undefined when the figure has more that are not zero. */
export function toMinor({ units, digits }: Decimal, minorDigits: number): bigint | undefined {
  if (digits <= minorDigits) return units * 10n ** BigInt(minorDigits - digits);
  const divisor = 10n ** BigInt(digits - minorDigits);
  return units % divisor === 0n ? units / divisor : undefined;
}
