import { type OrganizationKind, ok, type Result, refuse } from "@evenshare/domain";
import { queueMail } from "./account-mail";
import { recordEvent, type Whereabouts, wasDone } from "./account-trail";
import type { AuthParts } from "./auth-parts";
import { followLink } from "./follow-link";
import { limits } from "./limits";
import { dropLinks, issueLink, takeLink, type UsedLink } from "./links";
import { endAllSessions } from "./own-sessions";
import { setPassword } from "./passwords";
import { proveOwnPassword } from "./prove";
import { mailReset } from "./reset-password";
import type { SessionFacts } from "./session-facts";
import { type AuthTransaction, inTransaction } from "./transaction";

export interface EmailChange {
  readonly commandKey: string;
  readonly email: string;
  readonly password: string;
}

const taken = { code: "account.exists", field: "email" } as const;

/**
 * Sends a link to the address a person wants to be reached at from now on. Nothing changes until it is followed.
 * Refused with `password.wrong`, and with `account.exists` when somebody has that address.
 */
export async function requestEmailChange(
  parts: AuthParts,
  session: SessionFacts,
  input: EmailChange,
  from: Whereabouts,
): Promise<Result<void>> {
  const { user, portal } = session;
  const known = await proveOwnPassword(parts, session, input.password, from.ip);
  if (!known.ok) return known;
  const allowed = await parts.limiter.take(limits.mailOfPerson, user.id);
  if (!allowed.ok) return allowed;
  const email = input.email.toLowerCase();
  const { commandKey } = input;
  const at = parts.now();
  return inTransaction(parts.pool, async (tx) => {
    const done = await wasDone(tx, user.id, commandKey, "account.email_change_sent");
    if (!done.ok) return done;
    if (done.value) return ok(undefined);
    if (await isTaken(tx, email)) return refuse(taken);
    const token = await issueLink(tx, { kind: "confirm_email", userId: user.id, email }, at);
    const data = { token, email };
    await queueMail(tx, { template: "account.confirm_email", person: user, email, side: portal, data }, at);
    const event = { userId: user.id, action: "account.email_change_sent", from, commandKey } as const;
    await recordEvent(tx, { ...event, details: { email } }, at);
    return ok(undefined);
  });
}

/**
 * Makes the address that the link was sent to the person's own, and tells the old one, with a way back. Refused with
 * `link.invalid`, and with `account.exists` when somebody has taken the address meanwhile.
 */
export function confirmEmail(
  parts: AuthParts,
  portal: OrganizationKind,
  token: string,
  from: Whereabouts,
): Promise<Result<{ email: string }>> {
  return moveByLink(parts, "confirm_email", token, from, async (tx, link, at) => {
    const { userId, name, email: before, linkEmail: email } = link;
    await dropLinks(tx, userId, ["verify_email", "reset_password"]);
    const back = await issueLink(tx, { kind: "restore_email", userId, email: before }, at);
    const person = { id: userId, name };
    const data = { token: back, email };
    await queueMail(tx, { template: "account.email_changed", person, email: before, side: portal, data }, at);
    return "account.email_changed";
  });
}

/**
 * Takes a change of address back, for an owner who did not make it. Whoever did knows the password and may have set a
 * second factor: sessions, password and a factor set since then end, and the old address gets a link for a new password.
 */
export function restoreEmail(
  parts: AuthParts,
  portal: OrganizationKind,
  token: string,
  from: Whereabouts,
): Promise<Result<{ email: string }>> {
  return moveByLink(parts, "restore_email", token, from, async (tx, link, at) => {
    const { userId, name, linkEmail: email } = link;
    await shutOut(tx, link, at);
    await mailReset(tx, portal, { id: userId, name, email }, at);
    return "account.email_restored";
  });
}

/** Gives the account the address of a link, and does what follows from it; `follow` answers what it is called in the trail. */
async function moveByLink(
  { pool, limiter, now }: AuthParts,
  kind: "confirm_email" | "restore_email",
  token: string,
  from: Whereabouts,
  follow: (
    tx: AuthTransaction,
    link: UsedLink,
    at: Date,
  ) => Promise<"account.email_changed" | "account.email_restored">,
): Promise<Result<{ email: string }>> {
  const at = now();
  return followLink(limiter, from.ip, () =>
    inTransaction(pool, async (tx) => {
      const used = await takeLink(tx, kind, token, at);
      if (!used.ok) return used;
      const { userId, email: before, linkEmail: email } = used.value;
      if (!(await moveTo(tx, userId, email, at))) return refuse(taken);
      const action = await follow(tx, used.value, at);
      await recordEvent(tx, { userId, action, from, details: { before, after: email } }, at);
      return ok({ email });
    }),
  );
}

/** Leaves whoever changed the address nothing to come in with. */
async function shutOut(tx: AuthTransaction, { userId, createdAt }: UsedLink, now: Date): Promise<void> {
  await endAllSessions(tx, userId);
  await setPassword(tx, userId, null, now);
  await dropLinks(tx, userId, [
    "verify_email",
    "reset_password",
    "confirm_email",
    "restore_email",
    "sign_in",
  ]);
  await tx.query("delete from second_factor where user_id = $1 and created_at >= $2", [userId, createdAt]);
}

async function isTaken(tx: AuthTransaction, email: string): Promise<boolean> {
  return (await tx.query(`select 1 from "user" where email = $1`, [email])).rowCount === 1;
}

/** False when somebody else has the address; of two who want it at once the unique key lets one through. */
async function moveTo(tx: AuthTransaction, userId: string, email: string, now: Date): Promise<boolean> {
  await tx.query("savepoint move");
  try {
    await tx.query(`update "user" set email = $2, email_verified = true, updated_at = $3 where id = $1`, [
      userId,
      email,
      now,
    ]);
    return true;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "23505")) throw error;
    await tx.query("rollback to savepoint move");
    return false;
  }
}
