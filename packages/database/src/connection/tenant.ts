import type { Failure, Result } from "@evenshare/domain";
import type pg from "pg";
import type { Prisma } from "../generated/client";
import type { Connections } from "./open";

/** A transaction in which row-level security shows one organization's rows. */
export type TenantTransaction = Prisma.TransactionClient;

/** Thrown inside a transaction to roll it back and carry a refusal out of it. */
class Rollback extends Error {
  readonly refusal: unknown;
  constructor(refusal: unknown) {
    super("rolled back");
    this.refusal = refusal;
  }
}

/** Runs `use` in a transaction that sees the rows of one organization. */
export async function inTenant<T>(
  { appPrisma }: Connections,
  organizationId: string,
  use: (tx: TenantTransaction) => Promise<T>,
): Promise<T> {
  return appPrisma.$transaction(async (tx) => {
    await tx.$executeRaw`select set_config('app.organization_id', ${organizationId}, true)`;
    return use(tx);
  });
}

/** Like {@link inTenant}; a refusal rolls everything back and is returned. */
export async function inTenantOrRollBack<T, F extends Failure>(
  connections: Connections,
  organizationId: string,
  use: (tx: TenantTransaction) => Promise<Result<T, F>>,
): Promise<Result<T, F>> {
  try {
    return await inTenant(connections, organizationId, async (tx) => {
      const result = await use(tx);
      if (!result.ok) throw new Rollback(result);
      return result;
    });
  } catch (error) {
    if (error instanceof Rollback) return error.refusal as Result<T, F>;
    throw error;
  }
}

/** A `pg` transaction for the money path. `use` says whether to commit; anything thrown rolls back. */
export async function inTransaction<T>(
  pool: pg.Pool,
  use: (client: pg.PoolClient) => Promise<{ commit: boolean; value: T }>,
  beforeCommit: () => Promise<void> = async () => undefined,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query("begin");
    const { commit, value } = await use(client);
    if (commit) await beforeCommit();
    await client.query(commit ? "commit" : "rollback");
    return value;
  } catch (error) {
    broken = await rollBack(client, error);
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Rolls back; when even that fails the connection is unusable and must not return to the pool. */
async function rollBack(client: pg.PoolClient, cause: unknown): Promise<Error | undefined> {
  try {
    await client.query("rollback");
    return undefined;
  } catch {
    return cause instanceof Error ? cause : new Error("the connection is broken");
  }
}
