import { formatMoney, useFormatting } from "@evenshare/ui";

/** Writes amounts of one currency as text in the reader's locale, for sentences. */
export function useMoneyWords(currency: string): (amount: bigint) => string {
  const { locale } = useFormatting();
  return (amount) => formatMoney(amount, currency, locale);
}
