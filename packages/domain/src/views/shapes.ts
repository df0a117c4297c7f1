import { z } from "zod";
import { currencyCode } from "../money/currency";
import { organizationKind, role } from "../organization/role";

/** Shapes that travel to the portals. The API checks every answer against them. Amounts are minor units. */
export const id = z.uuid();

export const organizationRef = z.strictObject({ id, name: z.string(), kind: organizationKind });
export type OrganizationRef = z.infer<typeof organizationRef>;

export const personRef = z.strictObject({ id: z.string(), name: z.string() });

/** Where a sum stands; `funded = released + refunded + held` and `committed = funded + toFund`. */
export const moneySplit = z.strictObject({
  currency: currencyCode,
  committed: z.bigint(),
  funded: z.bigint(),
  held: z.bigint(),
  toFund: z.bigint(),
  released: z.bigint(),
  /** Returned to the brand, or on its way there. */
  refunded: z.bigint(),
  /** Part of `refunded` that the payment provider has not booked yet. */
  refunding: z.bigint(),
  /** Part of `released` that the payment provider has not confirmed yet. */
  inFlight: z.bigint(),
  /** Part of `released` that has reached the producer's bank. */
  paidOut: z.bigint(),
  /** The brand's fee beside the held amount, not yet earned. */
  feeHeld: z.bigint(),
});
export type MoneySplit = z.infer<typeof moneySplit>;

export const session = z.strictObject({
  user: z.strictObject({ id: z.string(), name: z.string(), email: z.string(), emailVerified: z.boolean() }),
  portal: organizationKind,
  /** Null when the person belongs to no organization of this portal's kind. */
  active: z.strictObject({ organization: organizationRef, role }).nullable(),
  organizations: z.array(z.strictObject({ organization: organizationRef, role })),
  /** Organizations of the other kind, reached through the other portal. */
  elsewhere: z.array(organizationRef),
  now: z.date(),
});
export type SessionView = z.infer<typeof session>;

export function page<T extends z.ZodType>(item: T) {
  return z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** Where a page starts and how long it is: every list takes a cursor and at most 100 rows. */
export const pageBounds = {
  cursor: z.string().max(1_000).nullish(),
  limit: z.number().int().min(1).max(100).default(50),
  /** Clients that load page after page say which way; lists go forward only. */
  direction: z.literal("forward").optional(),
};
export const pageRequest = z.strictObject(pageBounds);
