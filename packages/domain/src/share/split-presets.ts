/** Usual splits: what the producers have together, the brand has the rest. */
export const splitPresets = [
  { name: "70/30", payeesBp: 7_000 },
  { name: "50/50", payeesBp: 5_000 },
] as const;

const wholeBp = 10_000;

/**
 * The rates of a usual split. Several payees share theirs equally, the first ones bear what does not divide, so that the
 * whole is always 10,000.
 *
 * @example presetRates(["a", "b", "c"], "brand", 5_000) // { a: 1667, b: 1667, c: 1666, brand: 5000 }
 */
export function presetRates(
  payees: readonly string[],
  payer: string,
  payeesBp: number,
): Record<string, number> {
  const each = Math.floor(payeesBp / Math.max(1, payees.length));
  const left = payeesBp - each * payees.length;
  const rates = payees.map((payee, index) => [payee, each + (index < left ? 1 : 0)] as const);
  return { ...Object.fromEntries(rates), [payer]: payees.length === 0 ? wholeBp : wholeBp - payeesBp };
}
