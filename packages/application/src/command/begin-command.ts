import { createHash } from "node:crypto";
import { type CommandClaim, plain } from "@evenshare/database";
import type { Permission, Result } from "@evenshare/domain";
import type { z } from "zod";
import type { Deps } from "../deps";
import type { Scope } from "../scope";
import { authorize, parseInput } from "../verb";

/** What every command of a person brings: the key by which a repeated one is known. */
export interface KeyedInput {
  readonly commandKey: string;
}

/** What a person needs to give a command, and what its input must look like. */
export interface CommandRule<I extends KeyedInput> {
  /** Unique per verb; a command key belongs to one. */
  readonly name: string;
  readonly permission: Permission;
  readonly input: z.ZodType<I>;
}

/** Whether the person may give the command, and its input, parsed. */
export function readCommand<I extends KeyedInput>(
  scope: Scope,
  raw: unknown,
  { permission, input }: CommandRule<I>,
): Result<I> {
  const allowed = authorize(scope, permission);
  return allowed.ok ? parseInput(input, raw) : allowed;
}

/** The key of a command, told apart from others by its verb and a digest of its input. */
export function claimOf({ userId, role }: Scope, name: string, input: KeyedInput): CommandClaim {
  return { key: input.commandKey, name, inputHash: hashInput(input), userId, role };
}

/** Whose change a command makes and when: as the decision is told, and as the database records it. */
export function originOf(deps: Deps, scope: Scope, name: string, input: KeyedInput) {
  const { userId, userName, organizationId, ip, requestId } = scope;
  const now = deps.clock.now();
  const actor = { kind: "person", userId, organizationId, ip } as const;
  return {
    context: { now, actor, newId: deps.newId },
    person: { userId, name: userName },
    origin: {
      organizationId,
      actor: { ...actor, name: userName, requestId },
      command: claimOf(scope, name, input),
      now,
    },
  };
}

/** A digest of the input, by which a reused key is told from a repeated command. Key order does not matter. */
function hashInput(input: object): string {
  const sorted = Object.entries(input).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256")
    .update(JSON.stringify(plain(sorted)))
    .digest("hex");
}
