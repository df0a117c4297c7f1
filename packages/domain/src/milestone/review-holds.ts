import { nextHoldReview } from "../hold/hold";
import { sum } from "../money/money";
import { moneyRoles } from "../notice/message";
import { type Failure, ok, type Result, refuse } from "../result";
import type { DecisionContext, MilestoneChange } from "./change";
import { messageTo, moneyMessages } from "./messages";
import { owedByBrand } from "./repay";
import type { MilestoneSnapshot } from "./snapshot";

/** The date of a hold has come and it still stands: both sides are told what it waits for, and a new date is set. */
export function reviewHolds(
  snapshot: MilestoneSnapshot,
  context: DecisionContext,
): Result<MilestoneChange | null, Failure> {
  if (snapshot.holds.length === 0) return ok(null);
  const nextAt = nextHoldReview(context.now);
  const amount = sum(snapshot.holds.map((hold) => hold.amount));
  const data = {
    amount: String(amount),
    owed: String(owedByBrand(snapshot)),
    dueAt: nextAt.toISOString(),
  };
  return ok({
    transitions: [],
    patch: { state: snapshot.state },
    audit: {
      action: "hold.remind",
      before: {},
      after: { holds: String(snapshot.holds.length), nextAt: nextAt.toISOString() },
      reason: null,
    },
    holds: { goOn: { ids: snapshot.holds.map(({ id }) => id), nextAt } },
    deadlines: {
      cancel: ["hold.review"],
      set: [{ id: context.newId(), kind: "hold.review", dueAt: nextAt, daysBefore: null }],
    },
    messages: moneyMessages("hold.reminder", snapshot, data, context.newId),
  });
}

/** The producer says why a hold is wrong, once; the brand reads it beside the reason. The hold itself stands. */
export function appealHold(
  snapshot: MilestoneSnapshot,
  input: { readonly holdId: string; readonly note: string },
  context: DecisionContext,
): Result<MilestoneChange, Failure> {
  const hold = snapshot.holds.find(({ id }) => id === input.holdId);
  if (hold === undefined) return refuse({ code: "hold.not_found" });
  if (hold.appealed) return refuse({ code: "hold.appealed_before" });
  const data = { amount: String(hold.amount), note: input.note };
  return ok({
    transitions: [],
    patch: { state: snapshot.state },
    audit: {
      action: "hold.appeal",
      before: {},
      after: { holdId: hold.id, note: input.note },
      reason: null,
    },
    holds: { appeal: { id: hold.id, note: input.note } },
    messages: [messageTo("brand", moneyRoles, "hold.appealed", snapshot, data, context.newId)],
  });
}
