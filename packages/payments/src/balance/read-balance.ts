import type { BalanceFacts, ProviderOutcome } from "@evenshare/application";
import { type CurrencyCode, isCurrencyCode } from "@evenshare/domain";
import { z } from "zod";
import { checkAnswer } from "../answers/check-answer";
import { fromWire, wireRule } from "../currency/rail-amount";
import { attemptRead } from "../outcome/attempt";
import type { Rail } from "../rail";

const wireSums = z.array(z.object({ amount: z.int(), currency: z.string() }));

/** A balance has no id. */
const wireBalance = z.object({ object: z.literal("balance"), available: wireSums, pending: wireSums });

/** The balance in every currency the product offers and the account knows; other currencies are not ours. */
export function readBalance(
  { stripe }: Rail,
  accountId: string | null,
): Promise<ProviderOutcome<readonly BalanceFacts[]>> {
  return attemptRead(async () => {
    const options = accountId === null ? {} : { stripeAccount: accountId };
    const { available, pending } = checkAnswer(wireBalance, await stripe.balance.retrieve({}, options));
    return offeredCurrencies([...available, ...pending]).map((currency) => ({
      currency,
      available: total(available, currency),
      pending: total(pending, currency),
    }));
  });
}

function offeredCurrencies(sums: z.infer<typeof wireSums>): CurrencyCode[] {
  const codes = new Set(sums.map(({ currency }) => currency.toUpperCase()));
  return [...codes].filter(isCurrencyCode).sort();
}

function total(sums: z.infer<typeof wireSums>, currency: CurrencyCode): bigint {
  return sums
    .filter((entry) => entry.currency.toUpperCase() === currency)
    .reduce((whole, { amount }) => whole + fromWire(amount, wireRule(currency)), 0n);
}
