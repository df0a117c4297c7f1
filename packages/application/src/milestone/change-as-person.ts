import { createHash } from "node:crypto";
import { type CommandAnswer, plain } from "@evenshare/database";
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
  type Permission,
  type Result,
} from "@evenshare/domain";
import type { z } from "zod";
import type { Deps } from "../deps";
import type { Scope } from "../scope";
import { authorize, parseInput } from "../verb";
import { faultHooks } from "./fault-hooks";

interface Command {
  readonly commandKey: string;
  readonly id: string;
}

/** What a person's command on one milestone consists of. */
export interface MilestoneCommand<I extends Command, A extends CommandAnswer> {
  /** Unique per verb; a command key belongs to one. */
  readonly name: string;
  readonly permission: Permission;
  readonly input: z.ZodType<I>;
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
export async function changeAsPerson<I extends Command, A extends CommandAnswer>(
  deps: Deps,
  scope: Scope,
  raw: unknown,
  command: MilestoneCommand<I, A>,
): Promise<Result<A>> {
  await deps.passFaultPoint("request_received");
  const allowed = authorize(scope, command.permission);
  if (!allowed.ok) return allowed;
  const input = parseInput(command.input, raw);
  if (!input.ok) return input;

  const now = deps.clock.now();
  const actor = {
    kind: "person",
    userId: scope.userId,
    organizationId: scope.organizationId,
    ip: scope.ip,
  } as const;
  return deps.database.changeMilestone<A, Failure>(
    {
      organizationId: scope.organizationId,
      milestoneId: input.value.id,
      actor: { ...actor, name: scope.userName, requestId: scope.requestId },
      command: {
        key: input.value.commandKey,
        name: command.name,
        inputHash: hashInput(input.value),
        userId: scope.userId,
        role: scope.role,
      },
      now,
      decide(snapshot) {
        const context = { now, actor, newId: deps.newId };
        const change = command.decide(snapshot, input.value, context);
        if (!change.ok) return change;
        const maker = { userId: scope.userId, name: scope.userName };
        const asked = command.secondPerson?.ask(snapshot, input.value, maker, context) ?? ok(null);
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

/** A digest of the input, by which a reused key is told from a repeated command. Key order does not matter. */
export function hashInput(input: object): string {
  const sorted = Object.entries(input).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256")
    .update(JSON.stringify(plain(sorted)))
    .digest("hex");
}
