import type { Connections } from "../connection/open";

/** A verified event of the payment provider, as stored. */
export interface StoredProviderEvent {
  readonly eventId: string;
  readonly type: string;
  readonly accountId: string | null;
  readonly objectId: string;
  readonly createdAt: Date;
  readonly processedAt: Date | null;
}

/** Stores an event by its id and queues its processing. False: it was delivered before, and nothing more happens. */
export async function storeProviderEvent(
  { app }: Connections,
  event: { eventId: string; type: string; accountId: string | null; objectId: string; createdAt: Date },
  operationId: string,
  now: Date,
): Promise<boolean> {
  const { rows } = await app.query<{ fresh: boolean }>(
    "select app.store_provider_event($1, $2, $3) as fresh",
    [JSON.stringify(event), operationId, now.toISOString()],
  );
  return rows[0]?.fresh === true;
}

export async function readProviderEvent(
  { app }: Connections,
  eventId: string,
): Promise<StoredProviderEvent | null> {
  const { rows } = await app.query<{
    event_id: string;
    type: string;
    account_id: string | null;
    object_id: string;
    created_at: Date;
    processed_at: Date | null;
  }>("select * from app.read_provider_event($1)", [eventId]);
  const row = rows[0];
  return row === undefined
    ? null
    : {
        eventId: row.event_id,
        type: row.type,
        accountId: row.account_id,
        objectId: row.object_id,
        createdAt: row.created_at,
        processedAt: row.processed_at,
      };
}

export type EventOutcome = "applied" | "nothing_to_do" | "unknown_object";

export async function finishProviderEvent(
  { app }: Connections,
  eventId: string,
  outcome: EventOutcome,
  now: Date,
): Promise<void> {
  await app.query("select app.finish_provider_event($1, $2, $3)", [eventId, outcome, now.toISOString()]);
}

/** Which of our rows an object of the provider belongs to, and in whose scope it is worked on. */
export interface ProviderSubject {
  readonly id: string;
  readonly milestoneId: string | null;
  readonly organizationId: string;
}

export type ProviderObjectKind =
  | "checkout"
  | "payment"
  | "funding"
  | "setup"
  | "setup_operation"
  | "transfer"
  | "transfer_operation"
  | "refund"
  | "refund_operation"
  | "payout"
  | "payout_operation"
  | "account";

export async function findByProviderId(
  { app }: Connections,
  kind: ProviderObjectKind,
  providerId: string,
): Promise<ProviderSubject | null> {
  const { rows } = await app.query<{ id: string; milestone_id: string | null; organization_id: string }>(
    "select * from app.find_by_provider_id($1, $2) limit 1",
    [kind, providerId],
  );
  const row = rows[0];
  return row === undefined
    ? null
    : { id: row.id, milestoneId: row.milestone_id, organizationId: row.organization_id };
}

/** Milestones of a producer that wait because its account could not be paid, with the brand they run under. */
export async function findBlockedMilestones(
  { app }: Connections,
  producerId: string,
): Promise<{ milestoneId: string; organizationId: string }[]> {
  const { rows } = await app.query<{ milestone_id: string; organization_id: string }>(
    "select * from app.blocked_milestones($1)",
    [producerId],
  );
  return rows.map((row) => ({ milestoneId: row.milestone_id, organizationId: row.organization_id }));
}
