import type { TenantTransaction } from "@evenshare/database";
import type { Permission, Result } from "@evenshare/domain";
import type { z } from "zod";
import type { Deps } from "../deps";
import type { Scope } from "../scope";
import { authorizeReading, parseInput } from "../verb";

/** What a read consists of. It runs in the scope of the reader's organization: what others own does not exist there. */
export interface Query<I, V> {
  readonly permission: Permission;
  readonly input: z.ZodType<I>;
  readonly read: (tx: TenantTransaction, input: I) => Promise<Result<V>>;
}

/** Authorizes, parses and reads, all of it in one transaction. */
export async function runQuery<I, V>(
  deps: Deps,
  scope: Scope,
  raw: unknown,
  { permission, input, read }: Query<I, V>,
): Promise<Result<V>> {
  const allowed = authorizeReading(scope, permission);
  if (!allowed.ok) return allowed;
  const parsed = parseInput(input, raw);
  if (!parsed.ok) return parsed;
  return deps.database.inTenant(scope.organizationId, (tx) => read(tx, parsed.value));
}
