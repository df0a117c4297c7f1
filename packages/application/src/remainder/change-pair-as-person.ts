import type { CommandAnswer } from "@evenshare/database";
import {
  type DecisionContext,
  type Failure,
  type MilestoneChange,
  type MilestoneSnapshot,
  type OfferPerson,
  ok,
  type Result,
  refuse,
} from "@evenshare/domain";
import type { z } from "zod";
import { type CommandRule, type KeyedInput, originOf, readCommand } from "../command/begin-command";
import type { Deps } from "../deps";
import { withConsequences } from "../milestone/change-shares-as-system";
import { faultHooks } from "../milestone/fault-hooks";
import type { Scope } from "../scope";

interface OnMilestone extends KeyedInput {
  readonly id: string;
}

/** What a person's command on a milestone and, for a roll, the one it rolls into consists of. */
export interface PairCommand<I extends OnMilestone, A extends CommandAnswer> extends CommandRule<I> {
  readonly answer: z.ZodType<A>;
  /** The other milestone; null when there is none. Asked before anything is locked. */
  readonly findTarget: (input: I) => Promise<string | null>;
  readonly decide: (
    pair: { readonly snapshot: MilestoneSnapshot; readonly target: MilestoneSnapshot | null },
    input: I,
    person: OfferPerson,
    context: DecisionContext,
  ) => Result<{
    readonly change: MilestoneChange;
    readonly targetChange: MilestoneChange | null;
    readonly answer: A;
  }>;
}

/**
 * Carries out a person's command on two milestones at once: parse, authorize, then lock both in the order of their ids,
 * decide and write in one transaction. The same command key with the same input answers the same and does nothing twice.
 */
export async function changePairAsPerson<I extends OnMilestone, A extends CommandAnswer>(
  deps: Deps,
  scope: Scope,
  raw: unknown,
  command: PairCommand<I, A>,
): Promise<Result<A>> {
  await deps.passFaultPoint("request_received");
  const input = readCommand(scope, raw, command);
  if (!input.ok) return input;
  const targetId = await command.findTarget(input.value);
  const named = targetId === null || targetId === input.value.id ? [] : [targetId];
  const { origin, context, person } = originOf(deps, scope, command.name, input.value);
  return deps.database.changeMilestones<A, Failure>(
    {
      ...origin,
      milestones: [input.value.id, ...named],
      decide(snapshots) {
        const snapshot = snapshots.find(({ id }) => id === input.value.id);
        if (snapshot === undefined) return refuse({ code: "milestone.not_found" });
        const target = snapshots.find(({ id }) => id === targetId) ?? null;
        const decided = command.decide({ snapshot, target }, input.value, person, context);
        if (!decided.ok) return decided;
        const { change, targetChange, answer } = decided.value;
        const other =
          target === null || targetChange === null ? [] : [{ snapshot: target, change: targetChange }];
        return ok({ changes: withConsequences([{ snapshot, change }, ...other], context), answer });
      },
    },
    (stored) => command.answer.parse(stored),
    faultHooks(deps),
  );
}
