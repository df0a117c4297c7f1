import type { CommandAnswer } from "@evenshare/database";
import {
  type ApprovalChange,
  type ApprovalPerson,
  type DecisionContext,
  endMootOffer,
  type Failure,
  lapseAfter,
  type MilestoneChange,
  type MilestoneSnapshot,
  ok,
  type Result,
} from "@evenshare/domain";
import type { z } from "zod";
import { type CommandRule, type KeyedInput, originOf, readCommand } from "../command/begin-command";
import type { Deps } from "../deps";
import type { Scope } from "../scope";
import { faultHooks } from "./fault-hooks";

interface OnMilestone extends KeyedInput {
  readonly id: string;
}

/** What a person's command on one milestone consists of. */
export interface MilestoneCommand<I extends OnMilestone, A extends CommandAnswer> extends CommandRule<I> {
  readonly answer: z.ZodType<A>;
  readonly decide: (
    snapshot: MilestoneSnapshot,
    input: I,
    context: DecisionContext,
  ) => Result<MilestoneChange, Failure>;
  readonly answerFrom: (change: MilestoneChange, snapshot: MilestoneSnapshot) => A;
  /** For what may need a second person: the request it becomes instead of being carried out, or null. */
  readonly secondPerson?: {
    readonly ask: (
      snapshot: MilestoneSnapshot,
      input: I,
      maker: ApprovalPerson,
      context: DecisionContext,
    ) => Result<ApprovalChange | null, Failure>;
    readonly answer: (approvalId: string, snapshot: MilestoneSnapshot) => A;
  };
}

/**
 * Carries out a person's command on a milestone: parse, authorize, then lock, decide and write in one transaction.
 * The same command key with the same input answers the same and does nothing twice.
 */
export async function changeAsPerson<I extends OnMilestone, A extends CommandAnswer>(
  deps: Deps,
  scope: Scope,
  raw: unknown,
  command: MilestoneCommand<I, A>,
): Promise<Result<A>> {
  await deps.passFaultPoint("request_received");
  const input = readCommand(scope, raw, command);
  if (!input.ok) return input;
  const { origin, context, person } = originOf(deps, scope, command.name, input.value);
  return deps.database.changeMilestone<A, Failure>(
    {
      ...origin,
      milestoneId: input.value.id,
      decide(snapshot) {
        const change = command.decide(snapshot, input.value, context);
        if (!change.ok) return change;
        const asked = command.secondPerson?.ask(snapshot, input.value, person, context) ?? ok(null);
        if (!asked.ok) return asked;
        if (command.secondPerson !== undefined && asked.value !== null) {
          const answer = command.secondPerson.answer(asked.value.requestId, snapshot);
          return ok({ change: null, approval: asked.value, answer });
        }
        return ok({
          change: endMootOffer(snapshot, change.value, context),
          approval: lapseAfter(snapshot, change.value, context),
          answer: command.answerFrom(change.value, snapshot),
        });
      },
    },
    (stored) => command.answer.parse(stored),
    faultHooks(deps),
  );
}
