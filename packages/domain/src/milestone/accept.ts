import { type Failure, ok, type Result, refuse } from "../result";
import { beginRelease } from "./begin-release";
import type { DecisionContext, MilestoneChange, ReleaseTrigger } from "./change";
import type { MilestoneSnapshot } from "./snapshot";
import { follow } from "./transitions";

/**
 * Accepts the submitted work and lets go of all that is held: by the brand's click, or by the clock when the review
 * window ends (milestone rules, sections 1 and 5).
 *
 * When the producer's account cannot be paid, the work is accepted all the same and the money waits, with the reason.
 * `expectedHeld` is the amount that the person saw; a different one now is refused with `milestone.amount_changed`.
 */
export function acceptMilestone(
  snapshot: MilestoneSnapshot,
  input: { trigger: Extract<ReleaseTrigger, "accepted" | "review_expired">; expectedHeld: bigint | null },
  context: DecisionContext,
): Result<MilestoneChange, Failure> {
  const accepted = follow(snapshot.state, "accept");
  if (!accepted.ok) return accepted;
  const { held } = snapshot.money;
  if (input.expectedHeld !== null && input.expectedHeld !== held) {
    return refuse({
      code: "milestone.amount_changed",
      field: "expectedHeld",
      details: { expected: String(input.expectedHeld), actual: String(held) },
    });
  }
  const release = beginRelease({ ...snapshot, state: accepted.value }, input.trigger, context);
  return ok({
    ...release,
    transitions: [
      {
        event: "accept",
        from: snapshot.state,
        to: accepted.value,
        amount: null,
        reason: reasonOf(input.trigger),
      },
      ...release.transitions,
    ],
    patch: { ...release.patch, reviewEndsAt: null },
    audit: { ...release.audit, before: { ...release.audit.before, state: snapshot.state } },
    deadlines: {
      cancel: ["review.reminder", "review.release", ...(release.deadlines?.cancel ?? [])],
      set: release.deadlines?.set ?? [],
    },
  });
}

function reasonOf(trigger: ReleaseTrigger): string | null {
  return trigger === "review_expired" ? "The review window ended without a request for changes." : null;
}
