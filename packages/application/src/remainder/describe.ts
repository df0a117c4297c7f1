import type { TenantTransaction } from "@evenshare/database";
import { feeBeside, refundCauses, refundStatuses, remainderKinds, type views } from "@evenshare/domain";
import { z } from "zod";
import type { LoadedPartnership } from "../query/load-partnerships";
import type { MilestoneDetails } from "../query/milestone-details";
import { findSnapshot } from "../query/read-snapshot";
import type { LoadedOffer } from "./read-offers";

/** An open offer with what it would mean. It is void as soon as other money is held, so that the figures hold. */
export async function describeOffer(
  tx: TenantTransaction,
  offer: LoadedOffer,
  { brand }: LoadedPartnership,
): Promise<views.OfferView> {
  const snapshot = await findSnapshot(tx, offer.milestoneId);
  if (!snapshot.ok) throw new Error(`offer ${offer.id} is about no milestone`);
  return {
    id: offer.id,
    kind: z.enum(remainderKinds).parse(offer.kind),
    amount: offer.amount,
    fee: feeBeside(snapshot.value, offer.amount),
    heldAfter: offer.seenHeld - offer.amount,
    target: offer.target,
    bySide: offer.organizationId === brand.id ? "brand" : "producer",
    byName: offer.madeByName,
    at: offer.createdAt,
  };
}

export function refundsOf({ refunds }: MilestoneDetails): views.RefundView[] {
  return refunds.map((refund) => ({
    id: refund.id,
    at: refund.createdAt,
    cause: z.enum(refundCauses).parse(refund.cause),
    amount: refund.amount,
    fee: refund.fee,
    status: z.enum(refundStatuses).parse(refund.status),
    paidWith:
      refund.funding.paidWithLabel === null
        ? null
        : { label: refund.funding.paidWithLabel, last4: refund.funding.paidWithLast4 ?? "" },
    reason: refund.reason,
    settledAt: refund.settledAt,
  }));
}

/** What came from other milestones and went into them, newest first. */
export function rollsOf({ rolledIn, rolledOut }: MilestoneDetails): views.RollView[] {
  const view = (
    direction: views.RollView["direction"],
    {
      id,
      amount,
      fee,
      createdAt: at,
    }: MilestoneDetails["rolledIn"][number] | MilestoneDetails["rolledOut"][number],
    other: views.RollView["other"],
  ) => ({ id, at, direction, amount, fee, other: { id: other.id, title: other.title } });
  return [
    ...rolledIn.map((roll) => view("in", roll, roll.from)),
    ...rolledOut.map((roll) => view("out", roll, roll.to)),
  ].sort((a, b) => b.at.getTime() - a.at.getTime());
}
