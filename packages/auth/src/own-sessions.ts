import { type OrganizationKind, ok, organizationKind, type Result, refuse } from "@evenshare/domain";
import { z } from "zod";
import { recordEvent, type Whereabouts, wasDone } from "./account-trail";
import type { AuthParts } from "./auth-parts";
import type { SessionFacts } from "./session-facts";
import { idleMs } from "./settings";
import { type AuthTransaction, inTransaction } from "./transaction";

/** One place where a person is signed in. */
export interface OwnSession {
  readonly id: string;
  readonly portal: OrganizationKind;
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly beganAt: Date;
  /** Noted at most once a minute. */
  readonly lastUsedAt: Date;
  readonly isCurrent: boolean;
}

const row = z.object({
  id: z.string(),
  portal: organizationKind,
  ip: z.string().nullable(),
  userAgent: z.string().nullable(),
  beganAt: z.date(),
  lastUsedAt: z.date(),
});

/** The sessions of a person that are alive in either portal, the last used first. */
export async function listSessions(
  { pool, now }: AuthParts,
  { user, sessionId }: SessionFacts,
): Promise<OwnSession[]> {
  const at = now();
  const { rows } = await pool.query(
    `select id, portal, ip_address as ip, user_agent as "userAgent", created_at as "beganAt", updated_at as "lastUsedAt"
    from session where user_id = $1 and expires_at > $2 and updated_at > $3
    order by updated_at desc, id limit 100`,
    [user.id, at, new Date(at.getTime() - idleMs)],
  );
  return z
    .array(row)
    .parse(rows)
    .map((found) => ({ ...found, isCurrent: found.id === sessionId }));
}

/** Ends one session of the person. Another's, and one that is over, is `session.not_found`. */
export async function endOwnSession(
  { pool, now }: AuthParts,
  { user }: SessionFacts,
  { commandKey, sessionId }: { readonly commandKey: string; readonly sessionId: string },
  from: Whereabouts,
): Promise<Result<void>> {
  return inTransaction(pool, async (tx) => {
    const done = await wasDone(tx, user.id, commandKey, "session.ended");
    if (!done.ok) return done;
    if (done.value) return ok(undefined);
    const { rowCount } = await tx.query("delete from session where id = $1 and user_id = $2", [
      sessionId,
      user.id,
    ]);
    if (rowCount === 0) return refuse({ code: "session.not_found" });
    const event = { userId: user.id, action: "session.ended", from, commandKey } as const;
    await recordEvent(tx, { ...event, details: { sessionId } }, now());
    return ok(undefined);
  });
}

/** Signs the person out everywhere, here too: whatever they hold is worth nothing from the commit on. */
export async function signOutEverywhere(
  { pool, now }: AuthParts,
  { user }: SessionFacts,
  from: Whereabouts,
): Promise<Result<void>> {
  return inTransaction(pool, async (tx) => {
    await endAllSessions(tx, user.id);
    await recordEvent(tx, { userId: user.id, action: "session.all_ended", from }, now());
    return ok(undefined);
  });
}

/** Ends every session of a person in both portals, and the way from one to the other that is under way. */
export async function endAllSessions(tx: AuthTransaction, userId: string): Promise<void> {
  await tx.query("delete from session where user_id = $1", [userId]);
  await tx.query("delete from handover_token where user_id = $1 and used_at is null", [userId]);
}
