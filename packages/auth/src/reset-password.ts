import { setTimeout as delay } from "node:timers/promises";
import { type OrganizationKind, ok, type Result } from "@evenshare/domain";
import { queueMail } from "./account-mail";
import { recordEvent, type Whereabouts } from "./account-trail";
import type { AuthParts } from "./auth-parts";
import { followLink } from "./follow-link";
import { limits } from "./limits";
import { dropLinks, issueLink, takeLink } from "./links";
import { endAllSessions } from "./own-sessions";
import { hashPassword, type KnownPerson, setPassword } from "./passwords";
import type { NewPassword } from "./requests";
import { type AuthTransaction, inTransaction } from "./transaction";

/** The answer takes at least this long, so that its time does not tell whether there was a mail to write. */
const leastMs = 200;

/** Sends the mail with the link that sets another password. */
export async function mailReset(
  tx: AuthTransaction,
  side: OrganizationKind,
  person: KnownPerson,
  now: Date,
): Promise<void> {
  const { id, email } = person;
  const token = await issueLink(tx, { kind: "reset_password", userId: id, email }, now);
  await queueMail(tx, { template: "account.reset_password", person, email, side, data: { token } }, now);
}

/** Sends the link to whoever has an account with this address. Answers the same whether somebody has or not. */
export async function requestReset(
  { pool, limiter, now }: AuthParts,
  portal: OrganizationKind,
  email: string,
  from: Whereabouts,
): Promise<Result<void>> {
  const atLeast = delay(leastMs);
  for (const [limit, subject] of [
    [limits.resetFromAddress, from.ip],
    [limits.resetOfAccount, email],
  ] as const) {
    const allowed = await limiter.take(limit, subject);
    if (!allowed.ok) return allowed;
  }
  const at = now();
  const sent = await inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<KnownPerson>(
      `select id, name, email from "user" where email = lower($1)`,
      [email],
    );
    const [person] = rows;
    if (person === undefined) return ok(undefined);
    await mailReset(tx, portal, person, at);
    await recordEvent(tx, { userId: person.id, action: "account.password_reset_sent", from }, at);
    return ok(undefined);
  });
  await atLeast;
  return sent;
}

/**
 * Sets another password with the link from the mail, ends every session of the person in both portals and tells them.
 * Whoever could read that mail has confirmed the address. Refused with `link.invalid`.
 */
export async function resetPassword(
  { pool, limiter, now }: AuthParts,
  portal: OrganizationKind,
  { token, password }: NewPassword,
  from: Whereabouts,
): Promise<Result<void>> {
  return followLink(limiter, from.ip, async () => {
    const hash = await hashPassword(password);
    const at = now();
    return inTransaction(pool, async (tx) => {
      const used = await takeLink(tx, "reset_password", token, at);
      if (!used.ok) return used;
      const { userId, name, email, linkEmail } = used.value;
      await setPassword(tx, userId, hash, at);
      await tx.query(
        `update "user" set email_verified = true, updated_at = $3 where id = $1 and email = $2`,
        [userId, linkEmail, at],
      );
      await endAllSessions(tx, userId);
      await dropLinks(tx, userId, ["verify_email", "confirm_email", "sign_in"]);
      const person = { id: userId, name };
      await queueMail(tx, { template: "account.password_changed", person, email, side: portal }, at);
      await recordEvent(tx, { userId, action: "account.password_reset", from }, at);
      return ok(undefined);
    });
  });
}
