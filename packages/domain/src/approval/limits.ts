import type { CurrencyCode } from "../money/currency";
import type { Money } from "../money/money";

/** The amounts up to which one person decides alone; at most one per currency. */
export type ApprovalLimits = readonly Money[];

/**
 * Up to which amount one person decides alone, in minor units; null: any amount, because the organization has set no
 * limit at all. A currency without a limit beside others that have one is read as strictly as can be, as zero: nobody
 * gets around the rule by agreeing on another currency.
 *
 * @example limitOf([{ currency: "GBP", amount: 100_000n }], "EUR") // 0n
 */
export function limitOf(limits: ApprovalLimits, currency: CurrencyCode): bigint | null {
  if (limits.length === 0) return null;
  return limits.find((limit) => limit.currency === currency)?.amount ?? 0n;
}

/** Whether an amount needs a second person: beyond the limit, not at it. A limit of zero asks for one always. */
export function needsSecondPerson(limits: ApprovalLimits, { currency, amount }: Money): boolean {
  const limit = limitOf(limits, currency);
  return limit !== null && amount > limit;
}

/** The limits with one of them set, or removed when `amount` is null. */
export function withLimit(
  limits: ApprovalLimits,
  currency: CurrencyCode,
  amount: bigint | null,
): ApprovalLimits {
  const others = limits.filter((limit) => limit.currency !== currency);
  return amount === null ? others : [...others, { currency, amount }];
}

/**
 * Whether a change of one limit lets anybody do more alone than before, or takes a limit away. The first limit of all
 * and a lower one do not; a limit for a further currency does, because that currency was at zero.
 */
export function loosens(limits: ApprovalLimits, currency: CurrencyCode, amount: bigint | null): boolean {
  if (amount === null) return true;
  const before = limitOf(limits, currency);
  return before !== null && amount > before;
}
