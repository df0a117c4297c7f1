import type { Connections } from "../connection/open";

/** A fee as the operator set it: from `fromDay` (YYYY-MM-DD, UTC) on, until a later one takes its place. */
export interface PlatformFee {
  readonly basisPoints: number;
  readonly fromDay: string;
  readonly setAt: Date;
  readonly setBy: string;
}

/** Every fee that was ever set, oldest first. */
export async function listPlatformFees({ app }: Connections): Promise<PlatformFee[]> {
  const { rows } = await app.query<{ basis_points: number; from_day: string; set_at: Date; set_by: string }>(
    "select basis_points, from_day, set_at, set_by from app.list_platform_fees()",
  );
  return rows.map((row) => ({
    basisPoints: row.basis_points,
    fromDay: row.from_day,
    setAt: row.set_at,
    setBy: row.set_by,
  }));
}

/** Writes a fee and its audit row in one statement. */
export async function setPlatformFee(
  { app }: Connections,
  fee: { readonly basisPoints: number; readonly fromDay: string },
  by: { readonly who: string; readonly fallback: number },
  now: Date,
): Promise<void> {
  await app.query("select app.set_platform_fee($1, $2, $3, $4, $5)", [
    fee.basisPoints,
    fee.fromDay,
    by.who,
    by.fallback,
    now.toISOString(),
  ]);
}
