import type { HoldAnswer } from "../hold/hold";
import { type Failure, ok, type Result, refuse } from "../result";
import type { DecisionContext, MilestoneChange } from "./change";
import { moneyMessages } from "./messages";
import type { MilestoneSnapshot } from "./snapshot";

/**
 * The platform's operator answers a hold, with a reason that both sides read. `upheld`: it stands until it ends by
 * itself; only an objection is answered so, and once. `released`: it ends now. Neither moves money: what a bank took is
 * gone, and what is owed stays owed.
 */
export function answerHold(
  snapshot: MilestoneSnapshot,
  input: { readonly holdId: string; readonly answer: HoldAnswer; readonly reason: string },
  context: DecisionContext,
): Result<MilestoneChange, Failure> {
  const { holdId, answer, reason } = input;
  const hold = snapshot.holds.find(({ id }) => id === holdId);
  if (hold === undefined) return refuse({ code: "hold.not_found" });
  if (answer === "upheld" && !hold.appealed) return refuse({ code: "hold.not_appealed" });
  if (answer === "upheld" && hold.answered) return refuse({ code: "hold.answered_before" });
  const releases = answer === "released";
  const isLast = snapshot.holds.length === 1;
  return ok({
    transitions: [],
    patch: { state: snapshot.state },
    audit: {
      action: "hold.answer",
      before: {},
      after: { holdId, answer, amount: String(hold.amount) },
      reason,
    },
    holds: {
      answer: { id: holdId, answer, reason },
      ...(releases ? { end: { ids: [holdId], reason: `The platform's operator ended it: ${reason}` } } : {}),
    },
    ...(releases && isLast ? { deadlines: { cancel: ["hold.review"], set: [] } } : {}),
    messages: moneyMessages(
      "hold.answered",
      snapshot,
      { amount: String(hold.amount), answer, reason },
      context.newId,
    ),
  });
}
