import { type DecisionContext, type MilestoneSnapshot, noApprovals } from "../src";

export const brandId = "00000000-0000-4000-8000-0000000000b1";
export const producerId = "00000000-0000-4000-8000-0000000000f1";

/** A funded milestone of GBP 1,000.00 in work, with everything in order; tests change what they are about. */
export function snapshotOf(changes: Partial<MilestoneSnapshot> = {}): MilestoneSnapshot {
  return {
    id: "00000000-0000-4000-8000-0000000000a1",
    partnershipId: "00000000-0000-4000-8000-0000000000c1",
    partnershipTitle: "Harvest box",
    brand: { id: brandId, name: "Gasthaus Group" },
    producer: { id: producerId, name: "Wiesen Farm" },
    title: "March box",
    state: "in_progress",
    version: 3,
    proposedBy: producerId,
    isFirst: false,
    currency: "GBP",
    amount: 100_000n,
    terms: {
      accepted: true,
      timeZone: "Europe/London",
      reviewDays: 14,
      includedRevisions: 2,
      feeBp: 250,
      feeBearer: "brand",
      firstMinimumStartBp: 10_000,
      minimumStartBp: 5_000,
    },
    money: {
      funded: 100_000n,
      held: 100_000n,
      feeHeld: 2_500n,
      released: 0n,
      inFlight: 0n,
      refunded: 0n,
      paidOut: 0n,
    },
    criteria: [
      { id: "00000000-0000-4000-8000-0000000000d1", text: "Twelve boxes" },
      { id: "00000000-0000-4000-8000-0000000000d2", text: "Delivered chilled" },
    ],
    revisionRound: 0,
    submissionVersion: 0,
    reviewEndsAt: null,
    payee: { payable: true },
    charges: [{ fundingId: "funding-1", chargeId: "ch_1", amount: 100_000n, fee: 2_500n, left: 100_000n }],
    fundings: [{ id: "funding-1", status: "succeeded", amount: 100_000n, fee: 2_500n, purpose: "milestone" }],
    returns: [],
    refunds: [],
    offer: null,
    holds: [],
    openTransfers: [],
    approvals: noApprovals,
    ...changes,
  };
}

/** A decision at a fixed instant by one of the sides, with counted ids. */
export function contextOf(
  side: "brand" | "producer" | "clock",
  now = new Date("2026-03-10T12:00:00Z"),
): DecisionContext {
  let count = 0;
  const organizationId = side === "brand" ? brandId : producerId;
  return {
    now,
    actor:
      side === "clock"
        ? { kind: "clock" }
        : { kind: "person", userId: `${side}-user`, organizationId, ip: null },
    newId: () => `id-${++count}`,
  };
}

/** The submitted milestone of a 14-day review that began on 10 March at noon in London. */
export function submittedSnapshot(changes: Partial<MilestoneSnapshot> = {}): MilestoneSnapshot {
  return snapshotOf({
    state: "submitted",
    submissionVersion: 1,
    reviewEndsAt: new Date("2026-03-24T12:00:00Z"),
    ...changes,
  });
}
