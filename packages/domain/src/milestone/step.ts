import { ok, type Result } from "../result";
import type { MilestoneChange } from "./change";
import type { MilestoneSnapshot } from "./snapshot";
import type { MilestoneEvent } from "./state";
import { type ForbiddenTransition, follow } from "./transitions";

/** One step of the machine as the start of a change: transition, new state and audit row. */
export function step(
  snapshot: MilestoneSnapshot,
  event: MilestoneEvent,
  details: {
    action: string;
    amount?: bigint;
    reason?: string;
    after?: Readonly<Record<string, string | null>>;
  },
): Result<MilestoneChange, ForbiddenTransition> {
  const next = follow(snapshot.state, event);
  if (!next.ok) return next;
  const reason = details.reason ?? null;
  return ok({
    transitions: [{ event, from: snapshot.state, to: next.value, amount: details.amount ?? null, reason }],
    patch: { state: next.value },
    audit: {
      action: details.action,
      before: { state: snapshot.state },
      after: { state: next.value, ...details.after },
      reason,
    },
  });
}
