import type { CurrencyCode } from "./currency";
import type { Money } from "./money";

/** Adds amounts up, one sum per currency in the order of the codes. Sums of zero are left out. */
export function sumByCurrency(amounts: Iterable<Money>): Money[] {
  const totals = new Map<CurrencyCode, bigint>();
  for (const { currency, amount } of amounts) totals.set(currency, (totals.get(currency) ?? 0n) + amount);
  return [...totals]
    .filter(([, amount]) => amount !== 0n)
    .map(([currency, amount]) => ({ currency, amount }))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));
}
