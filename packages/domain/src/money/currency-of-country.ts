import type { CurrencyCode } from "./currency";

/** Countries that do not use the euro. Bulgaria does since 2026. */
const ownCurrency: Readonly<Record<string, CurrencyCode>> = {
  AU: "AUD",
  CA: "CAD",
  CH: "CHF",
  DK: "DKK",
  GB: "GBP",
  JP: "JPY",
  KW: "KWD",
  LI: "CHF",
  NO: "NOK",
  SE: "SEK",
  US: "USD",
};

/**
 * The currency people of a country (ISO 3166-1 alpha-2) are usually paid in, as far as the product offers it; else the
 * euro, which a producer's account can hold anywhere the payment provider opens one.
 *
 * @example currencyOfCountry("CH") // "CHF"
 */
export function currencyOfCountry(country: string): CurrencyCode {
  return ownCurrency[country] ?? "EUR";
}
