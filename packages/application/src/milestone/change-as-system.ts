import {
  type Actor,
  type DecisionContext,
  type Failure,
  lapseAfter,
  type MilestoneChange,
  type MilestoneSnapshot,
  ok,
  type Result,
} from "@evenshare/domain";
import type { Deps } from "../deps";
import { faultHooks } from "./fault-hooks";

/** A change that nobody clicked: the clock's or the payment provider's. */
export interface SystemChange {
  /** The brand, in whose scope it runs. */
  readonly organizationId: string;
  readonly milestoneId: string;
  readonly actor: Extract<Actor, { kind: "clock" | "provider" }>;
  readonly settledDeadline?: string;
  /** A null change writes nothing (but settles the deadline, if one is named). */
  readonly decide: (
    snapshot: MilestoneSnapshot,
    context: DecisionContext,
  ) => Result<MilestoneChange | null, Failure>;
}

const names = { clock: "Evenshare, by the clock", provider: "Stripe" } as const;

/** Carries out a change by the clock or the payment provider, in the same two round trips as a person's. */
export async function changeAsSystem(
  deps: Deps,
  request: SystemChange,
): Promise<Result<{ changed: number }>> {
  const now = deps.clock.now();
  const { decide, ...rest } = request;
  return deps.database.changeMilestone<{ changed: number }, Failure>(
    {
      ...rest,
      actor: { ...request.actor, name: names[request.actor.kind], requestId: null },
      command: null,
      now,
      decide(snapshot) {
        const context = { now, actor: request.actor, newId: deps.newId };
        const decided = decide(snapshot, context);
        if (!decided.ok) return decided;
        const change = decided.value;
        if (change === null) return ok({ change, answer: { changed: 0 } });
        return ok({ change, approval: lapseAfter(snapshot, change, context), answer: { changed: 1 } });
      },
    },
    () => ({ changed: 0 }),
    faultHooks(deps),
  );
}
