import { z } from "zod";
import { currencyCode } from "../money/currency";
import { positiveAmount } from "../money/money";
import { commandKey } from "./milestone";
import { id } from "./shapes";

export const paymentMethodKinds = ["card", "us_bank_account"] as const;

/** A saved card or bank account. Amounts are minor units of the limit's currency. */
export const paymentMethodView = z.strictObject({
  id,
  kind: z.enum(paymentMethodKinds),
  label: z.string(),
  last4: z.string(),
  /** Month (1 to 12) and year after which a card cannot be charged. */
  expires: z.strictObject({ month: z.number().int(), year: z.number().int() }).nullable(),
  /** Most that may be charged in a calendar month without asking; null: nothing. */
  limit: z.strictObject({ amount: z.bigint(), currency: currencyCode }).nullable(),
  /** Charged this month or under way. */
  spent: z.bigint(),
  savedAt: z.date(),
  savedBy: z.string(),
});
export type PaymentMethodView = z.infer<typeof paymentMethodView>;

export const paymentMethodsView = z.strictObject({
  methods: z.array(paymentMethodView),
  /** Whether the reader may save, limit and remove. */
  canManage: z.boolean(),
  /** The zone in which a month begins and ends. */
  timeZone: z.string(),
});
export type PaymentMethodsView = z.infer<typeof paymentMethodsView>;

export const saveMethodInput = z.strictObject({ commandKey });
export const methodInput = z.strictObject({ commandKey, id });
export const limitMethodInput = methodInput.extend({
  /** Null takes the limit away: then nothing is charged without asking. */
  limit: z.strictObject({ amount: positiveAmount, currency: currencyCode }).nullable(),
});
export const fundFromSavedInput = z.strictObject({
  commandKey,
  id,
  amount: z.bigint(),
  currency: currencyCode,
  methodId: id,
});
/** What became of a charge: held, under way, or a page on which the card's holder has to authenticate. */
export const savedFundingAnswer = z.strictObject({
  fundingId: id,
  outcome: z.enum(["held", "processing", "authenticate", "waiting"]),
  checkoutUrl: z.string().nullable(),
});
export type SavedFundingAnswer = z.infer<typeof savedFundingAnswer>;
