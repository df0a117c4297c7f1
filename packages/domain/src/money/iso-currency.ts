/**
 * Minor-unit digits of the currencies of ISO 4217 that do not have two. The product offers fewer currencies
 * (`currency.ts`); a statement can be tried in any of them.
 */
const otherDigits: Readonly<Record<string, number>> = {
  ...digits(0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
  ...digits(3, "BHD IQD JOD KWD LYD OMR TND"),
  ...digits(4, "CLF UYW"),
};

const withTwoDigits = new Set(
  `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY
   COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR
   IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD
   NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP
   SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG`.split(
    /\s+/,
  ),
);

/**
 * How many digits follow the decimal point of a currency (ISO 4217); undefined when there is no such currency.
 *
 * @example isoDigits("KWD") // 3
 */
export function isoDigits(code: string): number | undefined {
  return withTwoDigits.has(code) ? 2 : otherDigits[code];
}

function digits(count: number, codes: string): Record<string, number> {
  return Object.fromEntries(codes.split(" ").map((code) => [code, count]));
}
