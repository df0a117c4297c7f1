import { type EntryDraft, PostingsBuilder } from "../ledger/entry";
import { shareOf } from "../money/allocate";
import { chargeStep } from "../money/charge-step";
import type { CurrencyCode } from "../money/currency";
import { minimum } from "../money/money";
import type { ReleaseDraft, ReleaseTrigger, TransferDraft } from "./change";
import type { ChargeShare, MilestoneSnapshot } from "./snapshot";

/**
 * The platform fee of letting `gross` go after `before` minor units went already.
 * Fees are differences of a running total, so that any way of cutting the same amount costs the same to the cent. They
 * are rounded to what the currency can be charged in.
 *
 * @example feeOfNext(0n, 10_000n, 250, "GBP") // 250n
 */
export function feeOfNext(before: bigint, gross: bigint, feeBp: number, currency: CurrencyCode): bigint {
  const step = chargeStep(currency);
  const feeUpTo = (total: bigint) => shareOf(total / step, BigInt(feeBp)) * step;
  return feeUpTo(before + gross) - feeUpTo(before);
}

/**
 * What releasing `gross` would mean, without doing it: the fee, and what the producer receives.
 * When the brand bears the fee it was charged beside the amount, and the producer receives all of it.
 */
export function quoteRelease(snapshot: MilestoneSnapshot, gross: bigint): { fee: bigint; net: bigint } {
  const { released, held, funded, feeHeld } = snapshot.money;
  const fee = feeOfNext(released, gross, snapshot.terms.feeBp, snapshot.currency);
  if (snapshot.terms.feeBearer === "producer") return { fee, net: gross - fee };
  // Payment pages that were open side by side may have brought a minor unit more or less than the running total asks
  // for: what was paid beside the amount is never exceeded, and the last part takes what is left of it.
  const isLast = gross === held && funded >= snapshot.amount;
  return { fee: isLast || fee > feeHeld ? feeHeld : fee, net: gross };
}

/** Draws up a release of `gross` with its transfers. The caller has checked that so much is held. */
export function draftRelease(
  snapshot: MilestoneSnapshot,
  gross: bigint,
  trigger: ReleaseTrigger,
  newId: () => string,
): ReleaseDraft {
  const { fee, net } = quoteRelease(snapshot, gross);
  const transfers = drawOnCharges(snapshot.charges, net, newId);
  return { id: newId(), trigger, currency: snapshot.currency, gross, fee, net, transfers };
}

/**
 * The entry of a release: the held amount becomes money in flight to the producer and a fee of the platform.
 * With the fee borne by the brand, the fee comes out of what the brand paid beside the amount.
 */
export function releaseEntry(
  snapshot: MilestoneSnapshot,
  release: ReleaseDraft,
  newId: () => string,
): EntryDraft {
  const postings = new PostingsBuilder(release.currency)
    .debit("milestone_held", snapshot.id, release.gross)
    .debit("milestone_fee_held", snapshot.id, snapshot.terms.feeBearer === "brand" ? release.fee : 0n)
    .credit("milestone_in_flight", snapshot.id, release.net)
    .creditPlatform("platform_fees", release.fee);
  return {
    id: newId(),
    kind: "milestone.released",
    sourceKey: release.id,
    partnershipId: snapshot.partnershipId,
    milestoneId: snapshot.id,
    postings: postings.build(),
  };
}

/** Oldest charge first, each as far as it reaches; the provider refuses transfers beyond the charge they draw on. */
function drawOnCharges(charges: readonly ChargeShare[], net: bigint, newId: () => string): TransferDraft[] {
  const transfers: TransferDraft[] = [];
  let open = net;
  for (const { fundingId, chargeId, left } of charges) {
    const amount = minimum(open, left);
    if (amount <= 0n) continue;
    transfers.push({ id: newId(), fundingId, chargeId, amount });
    open -= amount;
  }
  if (open !== 0n) throw new RangeError(`the charges do not cover the release: ${open} is missing`);
  return transfers;
}
