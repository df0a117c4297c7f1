import {
  type Actor,
  type DecisionContext,
  endMootOffer,
  type Failure,
  lapseAfter,
  type MilestoneChange,
  type MilestoneSnapshot,
  ok,
  type Result,
} from "@evenshare/domain";
import type { Deps } from "../deps";
import { faultHooks } from "./fault-hooks";

/** What such a change needs of the parts of the server. */
export type SystemDeps = Pick<Deps, "database" | "clock" | "newId" | "passFaultPoint">;

type SystemActor =
  | Extract<Actor, { kind: "clock" | "provider" }>
  | (Extract<Actor, { kind: "operator" }> & { readonly name: string });

/** A change that nobody clicked: the clock's, the payment provider's or the operator's. */
export interface SystemChange {
  /** The brand, in whose scope it runs. */
  readonly organizationId: string;
  readonly milestoneId: string;
  readonly actor: SystemActor;
  readonly settledDeadline?: string;
  /** A null change writes nothing (but settles the deadline, if one is named). */
  readonly decide: (
    snapshot: MilestoneSnapshot,
    context: DecisionContext,
  ) => Result<MilestoneChange | null, Failure>;
}

export const systemNames = { clock: "Evenshare, by the clock", provider: "Stripe" } as const;

function nameOf(actor: SystemActor): string {
  return actor.kind === "operator" ? actor.name : systemNames[actor.kind];
}

/** Carries out a change by the clock, the payment provider or the operator, in the same two round trips as a person's. */
export async function changeAsSystem(
  deps: SystemDeps,
  request: SystemChange,
): Promise<Result<{ changed: number }>> {
  const now = deps.clock.now();
  const { decide, ...rest } = request;
  return deps.database.changeMilestone<{ changed: number }, Failure>(
    {
      ...rest,
      actor: { ...request.actor, name: nameOf(request.actor), requestId: null },
      command: null,
      now,
      decide(snapshot) {
        const context = { now, actor: request.actor, newId: deps.newId };
        const decided = decide(snapshot, context);
        if (!decided.ok) return decided;
        const change = decided.value;
        if (change === null) return ok({ change, answer: { changed: 0 } });
        return ok({
          change: endMootOffer(snapshot, change, context),
          approval: lapseAfter(snapshot, change, context),
          answer: { changed: 1 },
        });
      },
    },
    () => ({ changed: 0 }),
    faultHooks(deps),
  );
}
