import { z } from "zod";
import { currencyCode } from "../money/currency";
import { timeZone } from "../time/time-zone";

/** Who pays the platform fee of a milestone: the brand on top of the amount, or the producer out of it. */
export const feeBearers = ["brand", "producer"] as const;
export type FeeBearer = (typeof feeBearers)[number];

/** What happens to held funds when a milestone falls dormant, said in the first notice already. */
export const dormancyDefaults = ["release_if_submitted", "refund"] as const;

/** The platform never charges more than a fifth. In basis points. */
export const highestFeeBp = 2_000;

/** The milestone terms of one agreement version. Amounts of milestones are in `currency`; rates in basis points. */
export const milestoneTermsSchema = z.object({
  currency: currencyCode,
  timeZone,
  reviewDays: z.number().int().min(3, "is at least 3 days").max(30, "is at most 30 days"),
  includedRevisions: z.number().int().min(0).max(10),
  feeBp: z.number().int().min(0).max(highestFeeBp),
  feeBearer: z.enum(feeBearers),
  dormancyDefault: z.enum(dormancyDefaults),
  /** Share of a milestone that must be held before work may start, in basis points: first milestone, and later ones. */
  firstMinimumStartBp: z.number().int().min(0).max(10_000),
  minimumStartBp: z.number().int().min(0).max(10_000),
});

export type MilestoneTerms = z.infer<typeof milestoneTermsSchema>;

/** The defaults a brand sees when it starts a partnership (milestone rules, sections 2, 3 and 5). */
export const defaultMilestoneTerms = {
  reviewDays: 14,
  includedRevisions: 2,
  feeBearer: "brand",
  dormancyDefault: "release_if_submitted",
  firstMinimumStartBp: 10_000,
  minimumStartBp: 5_000,
} as const satisfies Partial<MilestoneTerms>;
