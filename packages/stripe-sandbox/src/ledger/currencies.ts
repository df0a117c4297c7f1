/** How Stripe counts a currency: digits after the point on the wire, and the step amounts must keep. */
interface CurrencyRule {
  digits: 0 | 2 | 3;
  step: number;
  smallestCharge: number;
  smallestPayout: number;
}

/** Stripe pays out from one whole unit on, as is typical, and in Australia and Canada from the first cent. */
const two = (smallestCharge: number, smallestPayout = 100): CurrencyRule => ({
  digits: 2,
  step: 1,
  smallestCharge,
  smallestPayout,
});

/**
 * The currencies the sandbox's platform settles. Three-digit currencies take amounts that end in 0, and ISK and UGX
 * are written with two digits that are always 00, both as Stripe's currency page says.
 */
const rules: Record<string, CurrencyRule> = {
  aud: two(50, 1),
  bgn: two(100),
  cad: two(50, 1),
  chf: two(50),
  czk: two(1500),
  dkk: two(250),
  eur: two(50),
  gbp: two(30),
  huf: two(17500),
  isk: { digits: 2, step: 100, smallestCharge: 100, smallestPayout: 100 },
  jpy: { digits: 0, step: 1, smallestCharge: 50, smallestPayout: 1 },
  krw: { digits: 0, step: 1, smallestCharge: 100, smallestPayout: 1 },
  kwd: { digits: 3, step: 10, smallestCharge: 200, smallestPayout: 1000 },
  bhd: { digits: 3, step: 10, smallestCharge: 200, smallestPayout: 1000 },
  mxn: two(1000),
  nok: two(300),
  nzd: two(50),
  pln: two(200),
  ron: two(200),
  sek: two(300),
  sgd: two(50),
  ugx: { digits: 2, step: 100, smallestCharge: 100, smallestPayout: 100 },
  usd: two(50),
};

export const settledCurrencies = Object.keys(rules);

export function currencyRule(currency: string): CurrencyRule | undefined {
  return rules[currency];
}

/** An amount for people: `1234` in gbp is `12.34 GBP`. */
export function formatAmount(amount: number, currency: string): string {
  const digits = rules[currency]?.digits ?? 2;
  const sign = amount < 0 ? "−" : "";
  const figures = String(Math.abs(amount)).padStart(digits + 1, "0");
  const whole = figures.slice(0, figures.length - digits).replace(/\B(?=(\d{3})+$)/g, ",");
  const fraction = digits === 0 ? "" : `.${figures.slice(-digits)}`;
  return `${sign}${whole}${fraction} ${currency.toUpperCase()}`;
}
