import type { SubjectChange } from "@evenshare/database";
import {
  type ChangesOfShares,
  type DecisionContext,
  endMootOffer,
  lapseAfter,
  type MilestoneChange,
  type MilestoneSnapshot,
  ok,
  type Result,
} from "@evenshare/domain";
import type { Deps } from "../deps";
import { systemNames } from "./change-as-system";
import { faultHooks } from "./fault-hooks";

/** What the payment provider told of a charge, decided for all milestones that share it. */
export interface SharesChange {
  readonly organizationId: string;
  readonly fundingId: string;
  readonly decide: (snapshots: readonly MilestoneSnapshot[], context: DecisionContext) => ChangesOfShares;
}

/** Carries out what happened to a charge, on every milestone that has a share in it, in one transaction. */
export async function changeSharesAsSystem(
  deps: Deps,
  { organizationId, fundingId, decide }: SharesChange,
): Promise<Result<{ changed: number }>> {
  const now = deps.clock.now();
  const actor = { kind: "provider" } as const;
  return deps.database.changeMilestones<{ changed: number }, { code: string }>(
    {
      organizationId,
      milestones: { sharing: fundingId },
      actor: { ...actor, name: systemNames.provider, requestId: null },
      command: null,
      now,
      decide(snapshots) {
        const context = { now, actor, newId: deps.newId };
        const decided = decide(snapshots, context);
        if (!decided.ok) return decided;
        const changes = withConsequences(
          snapshots.flatMap((snapshot, index) => {
            const change = decided.value[index] ?? null;
            return change === null ? [] : [{ snapshot, change }];
          }),
          context,
        );
        return ok({ changes, answer: { changed: changes.length } });
      },
    },
    () => ({ changed: 0 }),
    faultHooks(deps),
  );
}

/** Changes with what each of them makes moot: offers, and requests for a second person. */
export function withConsequences(
  changes: readonly { readonly snapshot: MilestoneSnapshot; readonly change: MilestoneChange }[],
  context: DecisionContext,
): SubjectChange[] {
  const entries = changes.flatMap(({ change }) => change.entries ?? []);
  return changes.map(({ snapshot, change }) => ({
    snapshot,
    change: endMootOffer(snapshot, change, context, entries),
    approval: lapseAfter(snapshot, change, context, entries),
  }));
}
