import {
  currencyCode,
  feeBearers,
  fundingPurposes,
  holdReasons,
  type MilestoneSnapshot,
  milestoneState,
  payeeBlocks,
  returnStatuses,
} from "@evenshare/domain";
import { z } from "zod";

const amount = z.string().transform((text) => BigInt(text));
const party = z.object({ id: z.uuid(), name: z.string() });
const instant = z.string().transform((text) => new Date(text));

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
    paidOut: amount,
    fundings: z.array(
      z.object({
        id: z.uuid(),
        status: z.enum(["opened", "processing", "succeeded", "failed", "expired"]),
        amount,
        fee: amount,
        purpose: z.enum(fundingPurposes),
        chargeId: z.string().nullable(),
        left: amount,
      }),
    ),
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
    payee: z.union([
      z.object({ payable: z.literal(true) }),
      z.object({ payable: z.literal(false), reason: z.enum(payeeBlocks) }),
    ]),
  })
  .transform(
    ({ balances, released, paidOut, fundings, ...row }): MilestoneSnapshot => ({
      ...row,
      money: { ...balances, funded: released + balances.held, released, paidOut },
      charges: fundings.flatMap(({ id, chargeId, left, status, purpose }) =>
        status === "succeeded" && purpose === "milestone" && chargeId !== null
          ? [{ fundingId: id, chargeId, left }]
          : [],
      ),
      fundings: fundings.map(({ id, status, amount, fee, purpose }) => ({
        id,
        status,
        amount,
        fee,
        purpose,
      })),
    }),
  );

export function readSnapshot(json: unknown): MilestoneSnapshot {
  return snapshotRow.parse(json);
}
