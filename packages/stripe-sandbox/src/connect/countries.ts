interface Country {
  currency: string;
  name: string;
}

/**
 * Countries whose accounts a GB platform can transfer to: the UK itself, the EEA, Switzerland, the US and Canada.
 * Elsewhere Stripe refuses the account for a platform in this region.
 */
const countries: Record<string, Country> = {
  AT: { currency: "eur", name: "Austria" },
  BE: { currency: "eur", name: "Belgium" },
  BG: { currency: "eur", name: "Bulgaria" },
  CA: { currency: "cad", name: "Canada" },
  CH: { currency: "chf", name: "Switzerland" },
  CY: { currency: "eur", name: "Cyprus" },
  CZ: { currency: "czk", name: "Czechia" },
  DE: { currency: "eur", name: "Germany" },
  DK: { currency: "dkk", name: "Denmark" },
  EE: { currency: "eur", name: "Estonia" },
  ES: { currency: "eur", name: "Spain" },
  FI: { currency: "eur", name: "Finland" },
  FR: { currency: "eur", name: "France" },
  GB: { currency: "gbp", name: "United Kingdom" },
  GR: { currency: "eur", name: "Greece" },
  HR: { currency: "eur", name: "Croatia" },
  HU: { currency: "huf", name: "Hungary" },
  IE: { currency: "eur", name: "Ireland" },
  IS: { currency: "eur", name: "Iceland" },
  IT: { currency: "eur", name: "Italy" },
  LI: { currency: "chf", name: "Liechtenstein" },
  LT: { currency: "eur", name: "Lithuania" },
  LU: { currency: "eur", name: "Luxembourg" },
  LV: { currency: "eur", name: "Latvia" },
  MT: { currency: "eur", name: "Malta" },
  NL: { currency: "eur", name: "Netherlands" },
  NO: { currency: "nok", name: "Norway" },
  PL: { currency: "pln", name: "Poland" },
  PT: { currency: "eur", name: "Portugal" },
  RO: { currency: "ron", name: "Romania" },
  SE: { currency: "sek", name: "Sweden" },
  SI: { currency: "eur", name: "Slovenia" },
  SK: { currency: "eur", name: "Slovakia" },
  US: { currency: "usd", name: "United States" },
};

export function countryOf(code: string): Country | undefined {
  return countries[code];
}
