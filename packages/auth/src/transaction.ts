import type { Result } from "@evenshare/domain";
import type { Pool, PoolClient } from "pg";

/** A transaction under the role of sign-in. */
export type AuthTransaction = Pick<PoolClient, "query">;

/** Runs `use` in one transaction; a refusal, like anything thrown, undoes everything. */
export async function inTransaction<T>(
  pool: Pool,
  use: (tx: AuthTransaction) => Promise<Result<T>>,
): Promise<Result<T>> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query("begin");
    const result = await use(client);
    await client.query(result.ok ? "commit" : "rollback");
    return result;
  } catch (error) {
    await client.query("rollback").catch(() => {
      broken = error instanceof Error ? error : new Error("the connection is broken");
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
