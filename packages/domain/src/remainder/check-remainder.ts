import { openToFund } from "../milestone/fund";
import { owedByBrand } from "../milestone/repay";
import type { MilestoneSnapshot } from "../milestone/snapshot";
import type { MilestoneState } from "../milestone/state";
import { follow } from "../milestone/transitions";
import { checkSteps } from "../money/charge-step";
import { checkRest } from "../money/minimum";
import { isUnderWay } from "../refund/refund";
import { ok, type Result, refuse } from "../result";
import type { RemainderKind } from "./offer";

/** What somebody wants to become of held money. */
export interface WantedRemainder {
  readonly kind: RemainderKind;
  readonly amount: bigint;
  readonly currency: string;
  /** What was held when the person looked. */
  readonly expectedHeld: bigint;
}

/** Milestones that money can be rolled into: agreed, and not accepted yet. An accepted one would let it go at once. */
export const rollTargetStates = [
  "agreed",
  "part_funded",
  "in_progress",
  "submitted",
  "revision_requested",
] as const satisfies readonly MilestoneState[];

/**
 * Whether held money of a milestone can be rolled into another one, or returned. Refuses with the field and the reason:
 * money that is on its way, that somebody may still pay or take back, or that there is no room for.
 */
export function checkRemainder(
  snapshot: MilestoneSnapshot,
  target: MilestoneSnapshot | null,
  wanted: WantedRemainder,
): Result<void> {
  const possible = follow(snapshot.state, wanted.kind === "roll" ? "roll_out" : "return_part");
  if (!possible.ok) return possible;
  for (const check of [checkAmount(snapshot, wanted), checkNothingOpen(snapshot)]) {
    if (!check.ok) return check;
  }
  if (wanted.kind === "return") return ok(undefined);
  if (target === null) return refuse({ code: "remainder.target_missing", field: "targetId" });
  return checkTarget(snapshot, target, wanted.amount);
}

/** As {@link checkRemainder}, at the moment it is carried out: then a part that was released has arrived, too. */
export function checkCarryOut(
  snapshot: MilestoneSnapshot,
  target: MilestoneSnapshot | null,
  wanted: WantedRemainder,
): Result<void> {
  const possible = checkRemainder(snapshot, target, wanted);
  if (!possible.ok) return possible;
  return snapshot.openTransfers.length === 0 ? possible : refuse({ code: "remainder.release_under_way" });
}

/** How much a milestone still lacks: what can be rolled into it at most. */
export function roomIn(target: MilestoneSnapshot): bigint {
  const open = openToFund(target);
  return open > 0n ? open : 0n;
}

/** Whether one milestone's held money could go into another at all, whatever the amount. */
export function checkPair(snapshot: MilestoneSnapshot, target: MilestoneSnapshot): Result<void> {
  if (target.id === snapshot.id) return refuse({ code: "remainder.same_milestone", field: "targetId" });
  if (target.partnershipId !== snapshot.partnershipId || target.currency !== snapshot.currency) {
    return refuse({ code: "remainder.target_elsewhere", field: "targetId" });
  }
  if (!rollTargetStates.some((state) => state === target.state)) {
    return refuse({ code: "remainder.target_closed", field: "targetId", details: { state: target.state } });
  }
  const { feeBp, feeBearer } = snapshot.terms;
  if (target.terms.feeBp !== feeBp || target.terms.feeBearer !== feeBearer) {
    return refuse({ code: "remainder.terms_differ", field: "targetId" });
  }
  return target.holds.length === 0
    ? ok(undefined)
    : refuse({ code: "remainder.money_on_hold", field: "targetId" });
}

function checkAmount({ money, currency }: MilestoneSnapshot, wanted: WantedRemainder): Result<void> {
  const { amount, expectedHeld } = wanted;
  const { held } = money;
  if (wanted.currency !== currency) {
    const details = { expected: currency, actual: wanted.currency };
    return refuse({ code: "milestone.currency_mismatch", field: "currency", details });
  }
  if (amount <= 0n) {
    return refuse({ code: "input.invalid", field: "amount", details: { reason: "must be more than zero" } });
  }
  const inSteps = checkSteps(amount, currency);
  if (!inSteps.ok) return inSteps;
  if (expectedHeld !== held) {
    const details = { expected: String(expectedHeld), actual: String(held) };
    return refuse({ code: "milestone.amount_changed", field: "expectedHeld", details });
  }
  if (amount > held) {
    const details = { held: String(held), amount: String(amount) };
    return refuse({ code: "remainder.more_than_held", field: "amount", details });
  }
  // A milestone of which nothing stays has no amount any more: that is a cancellation.
  return wanted.kind === "roll" && amount === held && money.released + money.refunded === 0n
    ? refuse({ code: "remainder.nothing_would_stay", field: "amount", details: { held: String(held) } })
    : ok(undefined);
}

/** Money that may still come, that is going back, or that the brand's bank has taken stands in the way. */
function checkNothingOpen(snapshot: MilestoneSnapshot): Result<void> {
  const has = (wanted: "opened" | "processing") => snapshot.fundings.some(({ status }) => status === wanted);
  if (has("processing")) return refuse({ code: "funding.processing" });
  if (has("opened")) return refuse({ code: "funding.another_open" });
  if (snapshot.refunds.some(isUnderWay)) return refuse({ code: "remainder.refund_under_way" });
  const contested = snapshot.returns.some(({ status }) => status === "contested");
  return contested || snapshot.holds.length > 0 || owedByBrand(snapshot) > 0n
    ? refuse({ code: "remainder.money_on_hold" })
    : ok(undefined);
}

function checkTarget(snapshot: MilestoneSnapshot, target: MilestoneSnapshot, amount: bigint): Result<void> {
  const pair = checkPair(snapshot, target);
  if (!pair.ok) return pair;
  const open = roomIn(target);
  // What it lacks afterwards must be something that can still be paid.
  if (amount <= open) return checkRest(amount, open, target.currency);
  const details = { open: String(open), amount: String(amount), title: target.title };
  return refuse({ code: "remainder.more_than_target_lacks", field: "amount", details });
}
