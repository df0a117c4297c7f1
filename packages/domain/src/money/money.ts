import { z } from "zod";
import { type CurrencyCode, currencyCode } from "./currency";

/** An amount in minor units (pence, yen, fils) with its currency. A `number` never holds money. */
export interface Money {
  readonly amount: bigint;
  readonly currency: CurrencyCode;
}

/** The largest amount the product accepts for one milestone: one thousand billion minor units, far inside a PostgreSQL bigint. */
export const maximumAmount = 1_000_000_000_000n;

export const moneySchema = z.object({ amount: z.bigint(), currency: currencyCode });

/** An amount a person may enter: positive and inside {@link maximumAmount}. */
export const positiveAmount = z
  .bigint()
  .positive("must be more than zero")
  .max(maximumAmount, "is larger than any amount accepted here");

export function money(amount: bigint, currency: CurrencyCode): Money {
  return { amount, currency };
}

export function minimum(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

export function sum(amounts: Iterable<bigint>): bigint {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}
