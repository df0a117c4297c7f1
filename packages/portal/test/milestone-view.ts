import type { views } from "@evenshare/domain";

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

/** A milestone of £500 that a brand and a producer agreed on, changed as a test needs it. */
export function milestoneView(change: Partial<views.MilestoneView> = {}): views.MilestoneView {
  return {
    id: id(1),
    partnershipId: id(2),
    partnershipTitle: "Harvest boxes",
    counterparty: { id: id(3), name: "Wiesen Farm", kind: "producer" },
    title: "March box",
    state: "agreed",
    money: moneySplit(50_000n, 0n, 0n),
    reviewEndsAt: null,
    timeZone: "Europe/London",
    dueOn: null,
    nextAction: null,
    updatedAt: new Date("2026-11-22T10:00:00Z"),
    description: "",
    criteria: [{ id: id(4), position: 0, text: "Twelve boxes" }],
    terms: { reviewDays: 14, includedRevisions: 2, feeBp: 250, feeBearer: "brand", minimumStart: 25_000n },
    version: 1,
    proposedBySide: "brand",
    revisionRound: 0,
    submissions: [],
    revisions: [],
    fundings: [],
    releases: [],
    refunds: [],
    rolls: [],
    offer: null,
    timeline: [],
    upcoming: [],
    blockedReason: null,
    owed: 0n,
    toRepay: 0n,
    payee: { payable: true, reason: null },
    approval: null,
    actions: [],
    ...change,
  };
}

/** Where the money of a milestone stands, with the sums that must hold. */
export function moneySplit(committed: bigint, funded: bigint, released: bigint): views.MoneySplit {
  return {
    currency: "GBP",
    committed,
    funded,
    held: funded - released,
    toFund: committed - funded,
    released,
    refunded: 0n,
    refunding: 0n,
    inFlight: 0n,
    paidOut: 0n,
    feeHeld: 0n,
  };
}
