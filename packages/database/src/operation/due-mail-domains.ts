import type { Connections } from "../connection/open";

/** A verified mail domain whose records are to be looked up again, and whose it is. */
export interface DueMailDomain {
  readonly id: string;
  readonly organizationId: string;
}

/** Verified mail domains that are due at `now` (the product's clock), longest due first. */
export async function findDueMailDomains(
  { app }: Connections,
  now: Date,
  most: number,
): Promise<DueMailDomain[]> {
  const { rows } = await app.query<{ id: string; organization_id: string }>(
    "select * from app.due_mail_domains($1, $2)",
    [now.toISOString(), most],
  );
  return rows.map(({ id, organization_id: organizationId }) => ({ id, organizationId }));
}
