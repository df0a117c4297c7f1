import {
  approvalKinds,
  approvalStatuses,
  currencyCode,
  feeBearers,
  fundingPurposes,
  holdReasons,
  type MilestoneSnapshot,
  milestoneState,
  noApprovals,
  payeeBlocks,
  refundStatuses,
  remainderKinds,
  returnStatuses,
  role,
} from "@evenshare/domain";
import { z } from "zod";

const amount = z.string().transform((text) => BigInt(text));
const party = z.object({ id: z.uuid(), name: z.string() });
const instant = z.string().transform((text) => new Date(text));

const waitingRelease = z
  .object({
    id: z.uuid(),
    kind: z.enum(approvalKinds),
    status: z.enum(approvalStatuses),
    currency: currencyCode,
    amount,
    act: z.object({ step: z.enum(["accept", "release_part"]), expectedHeld: amount, later: amount }),
    makerUserId: z.uuid(),
    makerName: z.string(),
    expiresAt: instant,
  })
  .transform(({ makerUserId, makerName, ...request }) => ({
    ...request,
    maker: { userId: makerUserId, name: makerName },
  }));

/** The JSON that `app.release_approvals` builds. */
const approvals = z.object({
  limits: z.array(z.object({ currency: currencyCode, amount })),
  waiting: waitingRelease.nullable(),
  releasedAlone: z.array(z.object({ userId: z.uuid(), amount })),
  members: z.array(z.object({ userId: z.uuid(), role })),
});

/** The JSON that `app.milestone_snapshot` builds, read into the domain's snapshot. */
const snapshotRow = z
  .object({
    id: z.uuid(),
    partnershipId: z.uuid(),
    partnershipTitle: z.string(),
    brand: party,
    producer: party,
    title: z.string(),
    state: milestoneState,
    version: z.number().int(),
    proposedBy: z.uuid(),
    isFirst: z.boolean(),
    currency: currencyCode,
    amount,
    revisionRound: z.number().int(),
    submissionVersion: z.number().int(),
    reviewEndsAt: instant.nullable(),
    blockedReason: z.string().nullable(),
    criteria: z.array(z.object({ id: z.uuid(), text: z.string() })),
    terms: z.object({
      accepted: z.boolean(),
      timeZone: z.string(),
      reviewDays: z.number().int(),
      includedRevisions: z.number().int(),
      feeBp: z.number().int(),
      feeBearer: z.enum(feeBearers),
      firstMinimumStartBp: z.number().int(),
      minimumStartBp: z.number().int(),
    }),
    balances: z.object({ held: amount, feeHeld: amount, inFlight: amount }),
    released: amount,
    refunded: amount,
    paidOut: amount,
    fundings: z.array(
      z.object({
        id: z.uuid(),
        status: z.enum(["opened", "processing", "succeeded", "failed", "expired"]),
        amount,
        fee: amount,
        purpose: z.enum(fundingPurposes),
      }),
    ),
    charges: z.array(
      z.object({ fundingId: z.uuid(), chargeId: z.string(), amount, fee: amount, left: amount }),
    ),
    refunds: z.array(
      z.object({
        id: z.uuid(),
        fundingId: z.uuid(),
        amount,
        fee: amount,
        status: z.enum(refundStatuses),
        reason: z.string().nullable(),
      }),
    ),
    offer: z
      .object({
        id: z.uuid(),
        kind: z.enum(remainderKinds),
        amount,
        targetId: z.uuid().nullable(),
        targetTitle: z.string().nullable(),
        seenHeld: amount,
        seenState: milestoneState,
        organizationId: z.uuid(),
        userId: z.uuid(),
        userName: z.string(),
      })
      .nullable(),
    returns: z.array(
      z.object({
        id: z.uuid(),
        fundingId: z.uuid(),
        disputeId: z.string(),
        amount,
        fee: amount,
        fromHeld: amount,
        fromFeeHeld: amount,
        owed: amount,
        status: z.enum(returnStatuses),
      }),
    ),
    holds: z.array(
      z.object({
        id: z.uuid(),
        subjectId: z.uuid(),
        reason: z.enum(holdReasons),
        amount,
        appealed: z.boolean(),
        answered: z.boolean(),
      }),
    ),
    openTransfers: z.array(
      z.object({
        id: z.uuid(),
        releaseId: z.uuid(),
        status: z.enum(["pending", "unknown", "blocked"]),
        amount,
        releaseNet: amount,
      }),
    ),
    approvals: approvals.nullable(),
    payee: z.union([
      z.object({ payable: z.literal(true) }),
      z.object({ payable: z.literal(false), reason: z.enum(payeeBlocks) }),
    ]),
  })
  .transform(
    ({ balances, released, refunded, paidOut, approvals, ...row }): MilestoneSnapshot => ({
      ...row,
      approvals: approvals ?? noApprovals,
      money: { ...balances, funded: released + refunded + balances.held, released, refunded, paidOut },
    }),
  );

export function readSnapshot(json: unknown): MilestoneSnapshot {
  return snapshotRow.parse(json);
}
