/** Countries an organization can be in: those in which the payment provider serves businesses. ISO 3166-1 alpha-2. */
const codes =
  "AE AT AU BE BG BR CA CH CY CZ DE DK EE ES FI FR GB GI GR HK HR HU IE IT JP LI LT LU LV MT MX MY NL NO NZ PL PT RO SE SG SI SK TH US";

/** A country's name in the reader's language. */
export function countryName(code: string, locale: string): string {
  return new Intl.DisplayNames(locale, { type: "region" }).of(code) ?? code;
}

export interface Country {
  readonly code: string;
  readonly name: string;
}

/** Countries by name in the reader's language. */
export function listCountries(locale: string): Country[] {
  const names = new Intl.DisplayNames(locale, { type: "region" });
  return codes
    .split(" ")
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => a.name.localeCompare(b.name, locale));
}

/** The country a locale speaks of (`en-GB` → `GB`), if it is one of those above; otherwise nothing is guessed. */
export function countryOfLocale(locale: string): string {
  const region = new Intl.Locale(locale).region ?? "";
  return codes.split(" ").includes(region) ? region : "";
}
