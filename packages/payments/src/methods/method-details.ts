import type { PaidWith } from "@evenshare/domain";
import { z } from "zod";

/** What Stripe tells of a payment method, as far as it may be shown. */
export const wireMethodDetails = z.object({
  type: z.string(),
  card: z.object({ brand: z.string().nullish(), last4: z.string().nullish() }).nullish(),
  us_bank_account: z.object({ bank_name: z.string().nullish(), last4: z.string().nullish() }).nullish(),
});

/** A method as a person knows it, or null for one the product does not offer. */
export function describeMethod(
  details: z.infer<typeof wireMethodDetails> | null | undefined,
): PaidWith | null {
  if (!details) return null;
  if (details.type === "us_bank_account") {
    const { bank_name: bank, last4 } = details.us_bank_account ?? {};
    return { kind: "us_bank_account", label: bank ?? "Bank account", last4: last4 ?? "" };
  }
  if (details.type !== "card") return null;
  const { brand, last4 } = details.card ?? {};
  return { kind: "card", label: brandName(brand ?? ""), last4: last4 ?? "" };
}

const brands: Readonly<Record<string, string>> = {
  amex: "American Express",
  diners: "Diners Club",
  discover: "Discover",
  jcb: "JCB",
  mastercard: "Mastercard",
  unionpay: "UnionPay",
  visa: "Visa",
};

function brandName(brand: string): string {
  return brands[brand] ?? "Card";
}
