import { allocate } from "../money/allocate";
import { sum } from "../money/money";
import { type Failure, ok, type Result, refuse } from "../result";
import type { DecisionContext, MilestoneChange } from "./change";
import {
  type FundingTaken,
  finalizeReturn,
  remainingOf,
  restoreFunding,
  returnFunding,
} from "./return-funding";
import type { MilestoneSnapshot } from "./snapshot";

/** One change per snapshot, in their order; null where nothing happens to that milestone. */
export type ChangesOfShares = Result<readonly (MilestoneChange | null)[], Failure>;

/**
 * The brand's bank took back money of a charge that several milestones share, because a part of it was rolled on. What was
 * taken is divided by what of the charge each of them has; together they post one entry, as the provider moved it once.
 */
export function returnFromShares(
  snapshots: readonly MilestoneSnapshot[],
  taken: FundingTaken,
  context: DecisionContext,
): ChangesOfShares {
  if (snapshots.some(({ returns }) => returns.some(({ disputeId }) => disputeId === taken.disputeId)))
    return ok(snapshots.map(() => null));
  const remaining = snapshots.map((snapshot) => remainingOf(snapshot, taken.fundingId));
  if (sum(remaining) === 0n || taken.total > sum(remaining)) {
    return refuse({
      code: "funding.amount_mismatch",
      details: {
        expected: String(sum(remaining)),
        charged: String(taken.total),
        currency: taken.currency,
      },
    });
  }
  const totals = allocate(taken.total, remaining);
  const first = totals.findIndex((total) => total > 0n);
  return merged(
    snapshots.map((snapshot, index) => {
      const total = totals[index] ?? 0n;
      if (total === 0n) return ok(null);
      const providerFee = index === first ? taken.providerFee : 0n;
      return returnFunding(snapshot, { ...taken, total, providerFee }, context);
    }),
  );
}

/** The provider decided against the brand's bank: every milestone gets back what was taken from it. */
export function restoreShares(
  snapshots: readonly MilestoneSnapshot[],
  restored: { readonly disputeId: string; readonly providerFee: bigint },
  context: DecisionContext,
): ChangesOfShares {
  const first = snapshots.findIndex(({ returns }) =>
    returns.some(({ disputeId }) => disputeId === restored.disputeId),
  );
  return merged(
    snapshots.map((snapshot, index) => {
      const providerFee = index === first ? restored.providerFee : 0n;
      return restoreFunding(snapshot, { ...restored, providerFee }, context);
    }),
  );
}

/** The provider decided for the brand's bank: what was contested stays gone everywhere. */
export function finalizeShares(snapshots: readonly MilestoneSnapshot[], disputeId: string): ChangesOfShares {
  return merged(snapshots.map((snapshot) => finalizeReturn(snapshot, disputeId)));
}

/** The changes with all their lines in one entry: the first one's. */
function merged(results: readonly Result<MilestoneChange | null, Failure>[]): ChangesOfShares {
  const changes: (MilestoneChange | null)[] = [];
  for (const result of results) {
    if (!result.ok) return result;
    changes.push(result.value);
  }
  const entries = changes.flatMap((change) => change?.entries ?? []);
  const [head] = entries;
  if (head === undefined) return ok(changes);
  const whole = { ...head, postings: entries.flatMap(({ postings }) => postings) };
  const first = changes.findIndex((change) => change !== null && (change.entries ?? []).length > 0);
  return ok(changes.map((change, index) => change && { ...change, entries: index === first ? [whole] : [] }));
}
