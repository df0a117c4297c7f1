import { z } from "zod";
import { flag, text } from "../http/params";
import { invalidRequest } from "../http/stripe-error";

/** The payment methods the sandbox's platform has switched on. */
export const methodType = z.enum(["card", "us_bank_account"]);
export type MethodType = z.output<typeof methodType>;

/** Options per method; the sandbox takes them in and needs none of them. */
export const methodOptions = z.strictObject({
  card: z
    .strictObject({
      request_three_d_secure: z.enum(["any", "automatic", "challenge"]).optional(),
      setup_future_usage: z.enum(["off_session", "on_session"]).optional(),
    })
    .optional(),
  us_bank_account: z
    .strictObject({
      financial_connections: z
        .strictObject({
          permissions: z.array(text()).optional(),
          prefetch: z.array(text()).optional(),
        })
        .optional(),
      setup_future_usage: z.enum(["off_session", "on_session"]).optional(),
      verification_method: z.enum(["automatic", "instant"]).optional(),
    })
    .optional(),
});

/** Which methods Stripe would ask back for: without explicit types, whatever fits the currency. */
export const automaticMethods = z.strictObject({
  enabled: flag(),
  allow_redirects: z.enum(["always", "never"]).optional(),
});

/** The types named, or those that fit the currency; a bank debit that cannot work is refused by name. */
export function methodTypesFor(named: MethodType[] | undefined, currency: string | null): MethodType[] {
  const debits = currency === null || currency === "usd";
  if (named === undefined) return debits && currency !== null ? ["card", "us_bank_account"] : ["card"];
  if (!debits && named.includes("us_bank_account")) {
    throw invalidRequest(
      `The currency provided (${currency}) is invalid: us_bank_account supports the following currencies: usd.`,
      { param: "currency" },
    );
  }
  return named;
}
