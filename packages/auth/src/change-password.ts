import { ok, type Result } from "@evenshare/domain";
import { queueMail } from "./account-mail";
import { recordEvent, wasDone } from "./account-trail";
import type { Arrival } from "./arrival";
import type { AuthParts } from "./auth-parts";
import { beginSession } from "./begin-session";
import { dropLinks } from "./links";
import { endAllSessions } from "./own-sessions";
import { hashPassword, setPassword } from "./passwords";
import { proveOwnPassword } from "./prove";
import type { SessionFacts } from "./session-facts";
import { inTransaction } from "./transaction";

export interface PasswordChange {
  readonly commandKey: string;
  readonly currentPassword: string;
  readonly newPassword: string;
}

/**
 * Changes the password of whoever is signed in. Every session of theirs ends, in both portals; the browser it is done in
 * gets a new one, which keeps the organization. Refused with `password.wrong`.
 */
export async function changePassword(
  parts: AuthParts,
  session: SessionFacts,
  { commandKey, currentPassword, newPassword }: PasswordChange,
  arrival: Arrival,
): Promise<Result<{ sessionToken: string }>> {
  const known = await proveOwnPassword(parts, session, currentPassword, arrival.ip);
  if (!known.ok) return known;
  const hash = await hashPassword(newPassword);
  const { user, portal } = session;
  const at = parts.now();
  return inTransaction(parts.pool, async (tx) => {
    const done = await wasDone(tx, user.id, commandKey, "account.password_changed");
    if (!done.ok) return done;
    await endAllSessions(tx, user.id);
    if (!done.value) {
      await setPassword(tx, user.id, hash, at);
      await dropLinks(tx, user.id, ["reset_password", "confirm_email", "sign_in"]);
      const mail = {
        template: "account.password_changed",
        person: user,
        email: user.email,
        side: portal,
      } as const;
      await queueMail(tx, mail, at);
      await recordEvent(
        tx,
        { userId: user.id, action: "account.password_changed", from: arrival, commandKey },
        at,
      );
    }
    const sessionToken = await beginSession(tx, portal, user.id, { ...arrival, replaces: null }, at);
    await tx.query("update session set active_organization_id = $2 where token = $1", [
      sessionToken,
      session.active?.organization.id ?? null,
    ]);
    return ok({ sessionToken });
  });
}
