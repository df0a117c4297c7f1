import type { Connections } from "../connection/open";

/** Forgets uploads begun before `before` that never became part of anything. Returns how many. */
export async function clearUnusedUploads({ app }: Connections, before: Date): Promise<number> {
  const { rows } = await app.query<{ cleared: number }>("select app.clear_unused_uploads($1) as cleared", [
    before.toISOString(),
  ]);
  return rows[0]?.cleared ?? 0;
}
