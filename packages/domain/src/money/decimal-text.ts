/** Why a text is no amount. */
export type DecimalProblem = "not_decimal" | "negative" | "too_many_digits";

/**
 * Reads a decimal text as minor units: digits, a point, at most `digits` of them after it. Nothing is rounded.
 *
 * @example readDecimal("-45.5", 2, { negative: true }) // { ok: true, amount: -4550n }
 */
export function readDecimal(
  text: string,
  digits: number,
  allowed: { readonly negative: boolean } = { negative: false },
): { readonly ok: true; readonly amount: bigint } | { readonly ok: false; readonly problem: DecimalProblem } {
  const [, sign, whole = "", decimals = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (sign === undefined) return { ok: false, problem: "not_decimal" };
  if (sign === "-" && !allowed.negative) return { ok: false, problem: "negative" };
  if (decimals.length > digits) return { ok: false, problem: "too_many_digits" };
  const magnitude = BigInt(whole + decimals.padEnd(Number.isFinite(digits) ? digits : decimals.length, "0"));
  return { ok: true, amount: sign === "-" ? -magnitude : magnitude };
}

/**
 * Minor units as decimal text with all of the digits; zero has no sign.
 *
 * @example writeDecimal(-5n, 3) // "-0.005"
 */
export function writeDecimal(amount: bigint, digits: number): string {
  const magnitude = (amount < 0n ? -amount : amount).toString().padStart(digits + 1, "0");
  const whole = magnitude.slice(0, magnitude.length - digits);
  const decimals = magnitude.slice(magnitude.length - digits);
  return `${amount < 0n ? "-" : ""}${whole}${digits === 0 ? "" : `.${decimals}`}`;
}
