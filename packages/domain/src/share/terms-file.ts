import { z } from "zod";
import { currencyCode } from "../money/currency";
import { periodKinds } from "../statement/period";
import { deductionKinds } from "../statement/terms";

// The terms of an agreement as the statement rules write them (section 9): amounts are decimal text, rates basis points.
// This is their shape and how much of everything there may be; what they mean is checked by the reader of terms.

const amount = z.string().max(18, "is larger than any amount accepted here");
const basisPoints = z.number().int("is not a whole number of basis points");
const text = (most: number) =>
  z.string().trim().min(1, "is missing").max(most, `is longer than ${most} characters`);
const day = z.iso.date("is not a day, such as 2026-12-01");

/** The id of a party in the terms, which also stands in files of statements. */
export const partyKey = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "is not lower-case letters, digits and hyphens, at most 40");

const payeeTerms = z.strictObject({
  floor: z.strictObject({ amount, basis: z.literal("earned") }).optional(),
  reserve: z
    .strictObject({
      rateBp: basisPoints,
      releaseBp: z.array(basisPoints).max(120, "is longer than 120 periods"),
    })
    .optional(),
  advance: z.strictObject({ amount, recoupRateBp: basisPoints }).optional(),
  minimumPayout: amount.optional(),
  negativeOffsetCapBp: basisPoints.optional(),
  platformFeeBp: basisPoints.optional(),
  withholdingBp: basisPoints.optional(),
  opening: z
    .strictObject({
      payable: amount,
      reserveReleases: z.array(amount).max(120, "is longer than 120 periods"),
    })
    .optional(),
  adjustments: z
    .array(z.strictObject({ period: text(10), amount, reason: text(200) }))
    .max(100, "has more than 100 entries")
    .optional(),
});
export type PayeeTermsFile = z.infer<typeof payeeTerms>;

/** Terms as they are proposed: which agreement they are of is said by the product. */
export const proposedTerms = z.strictObject({
  currency: currencyCode,
  timeZone: text(60),
  start: day,
  end: day.nullable(),
  period: z.enum(periodKinds),
  items: z.union([
    z.literal("*"),
    z.array(text(200)).min(1, "name no item").max(5_000, "are more than 5,000"),
  ]),
  parties: z
    .array(z.strictObject({ id: partyKey, role: z.enum(["payee", "payer"]) }))
    .max(20, "are more than 20"),
  deductions: z.array(z.enum(deductionKinds)),
  share: z.strictObject({
    basis: z.enum(["cumulative", "period"]),
    method: z.enum(["marginal", "retroactive"]),
    tiers: z
      .array(z.strictObject({ upTo: amount.nullable(), ratesBp: z.record(z.string(), basisPoints) }))
      .min(1, "has no tier")
      .max(20, "has more than 20 tiers"),
  }),
  payees: z.record(z.string(), payeeTerms),
  openingBase: amount.optional(),
});
export type ProposedTerms = z.infer<typeof proposedTerms>;

/** The same as a whole file, as it is kept and as statements are computed from it. */
export const shareTermsFile = proposedTerms.extend({ version: z.literal(1), agreement: z.string() });
export type ShareTermsFile = z.infer<typeof shareTermsFile>;
