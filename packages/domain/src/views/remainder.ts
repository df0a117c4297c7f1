import { z } from "zod";
import { currencyCode } from "../money/currency";
import { organizationKind } from "../organization/role";
import { refundCauses, refundStatuses } from "../refund/refund";
import { remainderKinds } from "../remainder/offer";
import { id } from "./shapes";

/** An offer about held money that waits for the other side, with what it would mean. Amounts in minor units. */
export const offerView = z.strictObject({
  id,
  kind: z.enum(remainderKinds),
  amount: z.bigint(),
  /** The fee beside it, which goes where the amount goes. */
  fee: z.bigint(),
  heldAfter: z.bigint(),
  target: z.strictObject({ id, title: z.string() }).nullable(),
  bySide: organizationKind,
  byName: z.string(),
  at: z.date(),
});
export type OfferView = z.infer<typeof offerView>;

export const refundView = z.strictObject({
  id,
  at: z.date(),
  cause: z.enum(refundCauses),
  amount: z.bigint(),
  fee: z.bigint(),
  status: z.enum(refundStatuses),
  /** What the brand paid with and gets it back on. */
  paidWith: z.strictObject({ label: z.string(), last4: z.string() }).nullable(),
  /** Why it failed, or what it waits for. */
  reason: z.string().nullable(),
  settledAt: z.date().nullable(),
});
export type RefundView = z.infer<typeof refundView>;

export const rollView = z.strictObject({
  id,
  at: z.date(),
  direction: z.enum(["in", "out"]),
  amount: z.bigint(),
  fee: z.bigint(),
  other: z.strictObject({ id, title: z.string() }),
});
export type RollView = z.infer<typeof rollView>;

/** A milestone that held money can be rolled into, and what it still lacks. */
export const rollTarget = z.strictObject({ id, title: z.string(), lacks: z.bigint() });
export type RollTarget = z.infer<typeof rollTarget>;

/** What an offer would mean, as the server computes it. */
export const remainderQuote = z.strictObject({
  currency: currencyCode,
  amount: z.bigint(),
  fee: z.bigint(),
  heldAfter: z.bigint(),
  /** The milestone is through afterwards; null: the work goes on. */
  endsAs: z.enum(["released", "refunded"]).nullable(),
  /** A roll: what the other milestone lacks before and after. */
  target: rollTarget.extend({ lacksAfter: z.bigint() }).nullable(),
  /** A return: what the provider keeps of its charges for the payments; the platform bears it. */
  providerKeeps: z.bigint(),
});
export type RemainderQuote = z.infer<typeof remainderQuote>;
