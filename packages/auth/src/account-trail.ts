import { randomUUID } from "node:crypto";
import { ok, type Result, refuse } from "@evenshare/domain";
import type { AuthTransaction } from "./transaction";

/** What can happen to a person's account. */
export type AccountAction =
  | "account.signed_up"
  | "account.signed_in"
  | "account.verified"
  | "account.verification_sent"
  | "account.renamed"
  | "account.password_changed"
  | "account.password_reset_sent"
  | "account.password_reset"
  | "account.email_change_sent"
  | "account.email_changed"
  | "account.email_restored"
  | "second_factor.begun"
  | "second_factor.on"
  | "second_factor.off"
  | "second_factor.codes_renewed"
  | "recovery_code.used"
  | "session.ended"
  | "session.all_ended"
  | "session.reauthenticated";

/** From where a person acts. */
export interface Whereabouts {
  readonly ip: string | null;
  readonly userAgent: string | null;
}

export interface AccountEvent {
  readonly userId: string;
  readonly action: AccountAction;
  readonly from: Whereabouts;
  readonly details?: Readonly<Record<string, string>>;
  /** The click that caused it, where it was one. */
  readonly commandKey?: string;
}

/** Writes a line of the person's own trail, in the transaction of what it is about. */
export async function recordEvent(tx: AuthTransaction, event: AccountEvent, now: Date): Promise<void> {
  const { userId, action, from, details = {}, commandKey = null } = event;
  await tx.query(
    `insert into account_event (id, user_id, action, command_key, details, ip, user_agent, at)
    values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [randomUUID(), userId, action, commandKey, JSON.stringify(details), from.ip, from.userAgent, now],
  );
}

/**
 * Whether this click has done its work before; refused with `command.key_reused` when it did something else. Two of the
 * same at once wait for each other at the lock, so that the second finds what the first has done.
 */
export async function wasDone(
  tx: AuthTransaction,
  userId: string,
  commandKey: string,
  action: AccountAction,
): Promise<Result<boolean>> {
  await tx.query(`select 1 from "user" where id = $1 for update`, [userId]);
  const { rows } = await tx.query<{ action: string }>(
    "select action from account_event where user_id = $1 and command_key = $2",
    [userId, commandKey],
  );
  const [earlier] = rows;
  if (earlier === undefined) return ok(false);
  return earlier.action === action ? ok(true) : refuse({ code: "command.key_reused", field: "commandKey" });
}
