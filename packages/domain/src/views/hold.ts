import { z } from "zod";
import { holdAnswers, holdOwners, holdReasons } from "../hold/hold";
import { currencyCode } from "../money/currency";
import { commandKey } from "./milestone";
import { id, organizationRef, pageBounds } from "./shapes";

/** A hold as both sides read it. Amounts are minor units of `currency`. */
export const holdView = z.strictObject({
  id,
  milestoneId: id,
  milestoneTitle: z.string(),
  partnershipTitle: z.string(),
  counterparty: organizationRef,
  currency: currencyCode,
  /** What is held back in all: so much left what was held, and so much is owed by the brand. */
  amount: z.bigint(),
  fromHeld: z.bigint(),
  owed: z.bigint(),
  reason: z.enum(holdReasons),
  words: z.string(),
  ownerKind: z.enum(holdOwners),
  ownerName: z.string(),
  evidence: z.array(z.string()),
  placedAt: z.date(),
  /** Until when something happens at the latest: it ends, or both are told again. */
  nextAt: z.date(),
  timeZone: z.string(),
  appeal: z.strictObject({ note: z.string(), at: z.date(), by: z.string() }).nullable(),
  /** What the platform's operator answered, for both sides to read. */
  answer: z.strictObject({ answer: z.enum(holdAnswers), reason: z.string(), at: z.date() }).nullable(),
  end: z.strictObject({ at: z.date(), reason: z.string() }).nullable(),
  /** Whether the reader may say now why it is wrong. */
  canAppeal: z.boolean(),
});
export type HoldView = z.infer<typeof holdView>;

export const listHoldsInput = z.strictObject({ milestoneId: id.nullish(), ...pageBounds });

export const appealHoldInput = z.strictObject({
  commandKey,
  /** The milestone's. */
  id,
  holdId: id,
  note: z.string().trim().min(1, "is missing").max(2_000, "has more than 2000 characters"),
});
