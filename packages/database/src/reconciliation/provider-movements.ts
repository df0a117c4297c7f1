import type { Connections } from "../connection/open";

/** The platform's own account; every other is named by the provider's id. */
export const platformAccount = "platform";

export interface AccountToRead {
  readonly accountId: string;
  /** Everything the provider made before is stored. */
  readonly readThrough: Date;
  /** When it was last read to its end. */
  readonly completeAt: Date | null;
}

/** A movement on an account at the payment provider. Amounts in minor units. */
export interface ProviderMovement {
  readonly id: string;
  readonly type: string;
  readonly amount: bigint;
  readonly fee: bigint;
  readonly net: bigint;
  readonly currency: string;
  readonly sourceId: string | null;
  readonly operationId: string | null;
  readonly originId: string | null;
  readonly createdAt: Date;
  readonly availableOn: Date;
}

export async function listAccountsToRead({ app }: Connections): Promise<AccountToRead[]> {
  const { rows } = await app.query<{ account_id: string; read_through: Date; complete_at: Date | null }>(
    "select account_id, read_through, complete_at from app.provider_accounts()",
  );
  return rows.map((row) => ({
    accountId: row.account_id,
    readThrough: row.read_through,
    completeAt: row.complete_at,
  }));
}

/** Keeps movements; those that are there stay as they are. Answers how many were new. */
export async function storeMovements(
  { app }: Connections,
  accountId: string,
  movements: readonly ProviderMovement[],
  now: Date,
): Promise<number> {
  const wire = movements.map((movement) => ({
    ...movement,
    amount: String(movement.amount),
    fee: String(movement.fee),
    net: String(movement.net),
  }));
  const { rows } = await app.query<{ stored: number }>(
    "select app.store_provider_transactions($1, $2, $3) as stored",
    [accountId, JSON.stringify(wire), now.toISOString()],
  );
  return rows[0]?.stored ?? 0;
}

/** Remembers how far an account was read; with balances, to its end. */
export async function recordReading(
  { app }: Connections,
  accountId: string,
  readThrough: Date,
  balances: readonly { readonly currency: string; readonly amount: bigint }[] | null,
  now: Date,
): Promise<void> {
  const wire = balances?.map(({ currency, amount }) => ({ currency, amount: String(amount) })) ?? null;
  await app.query("select app.record_provider_reading($1, $2, $3, $4)", [
    accountId,
    readThrough.toISOString(),
    wire && JSON.stringify(wire),
    now.toISOString(),
  ]);
}
