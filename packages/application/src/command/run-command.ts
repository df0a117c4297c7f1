import type { CommandAnswer, TenantTransaction } from "@evenshare/database";
import { ok, type Permission, type Result, refuse } from "@evenshare/domain";
import { z } from "zod";
import type { Deps } from "../deps";
import type { Scope } from "../scope";
import { applyRecord, type ChangeRecord } from "./apply-record";
import { type CommandRule, claimOf, type KeyedInput, readCommand } from "./begin-command";

/** What a person's ordinary write consists of. */
export interface Command<I extends KeyedInput, A extends CommandAnswer> extends CommandRule<I> {
  readonly answer: z.ZodType<A>;
  /** What must be taken before anything else is, so that commands that wait for each other cannot lock each other out. */
  readonly lock?: (tx: TenantTransaction) => Promise<void>;
  /** Checks and writes. What it returns beside the answer is written with it; a refusal undoes everything. */
  readonly carryOut: (
    tx: TenantTransaction,
    input: I,
    now: Date,
  ) => Promise<Result<ChangeRecord & { readonly answer: A }>>;
}

const claimed = z.union([
  z.null(),
  z.object({ status: z.literal("key_reused") }),
  z.object({ status: z.literal("not_member") }),
  z.object({ status: z.literal("replay"), answer: z.unknown() }),
]);

/**
 * Carries out a person's ordinary write: parse, authorize, then claim the command, change and record in one transaction.
 * The same command key with the same input answers the same and does nothing twice; with another input it is refused
 * with `command.key_reused`.
 */
export async function runCommand<I extends KeyedInput, A extends CommandAnswer>(
  deps: Deps,
  scope: Scope,
  raw: unknown,
  command: Command<I, A>,
): Promise<Result<A>> {
  const input = readCommand(scope, raw, command);
  if (!input.ok) return input;
  const claim = claimOf(scope, command.name, input.value);
  const now = deps.clock.now();

  return deps.database.inTenantOrRollBack(scope.organizationId, async (tx): Promise<Result<A>> => {
    await command.lock?.(tx);
    const earlier = await claimCommand(tx, scope.organizationId, claim, now);
    if (earlier?.status === "key_reused") return refuse({ code: "command.key_reused", field: "commandKey" });
    if (earlier?.status === "not_member") return refuseFormerMember(scope, command.permission);
    if (earlier?.status === "replay") return ok(command.answer.parse(earlier.answer));
    const outcome = await command.carryOut(tx, input.value, now);
    if (!outcome.ok) return outcome;
    const { answer, ...record } = outcome.value;
    await applyRecord(tx, actorOf(scope), record, { key: claim.key, answer }, now);
    return ok(answer);
  });
}

/** Removed, or given another role, after the request had begun. */
function refuseFormerMember({ role }: Scope, permission: Permission) {
  return refuse({ code: "permission.denied", details: { permission, role } });
}

async function claimCommand(tx: TenantTransaction, organizationId: string, claim: object, now: Date) {
  const rows = await tx.$queryRaw`select app.claim_command(
    ${organizationId}::uuid, ${JSON.stringify(claim)}::jsonb, ${now.toISOString()}::timestamptz) as claim`;
  const [row] = z.tuple([z.object({ claim: claimed })]).parse(rows);
  return row.claim;
}

/** A person as the audit trail keeps them. */
export function actorOf({ userId, userName, organizationId, ip, requestId }: Scope) {
  return { kind: "person", userId, name: userName, organizationId, ip, requestId } as const;
}
