import { type OrganizationKind, ok, type Result } from "@evenshare/domain";
import { queueMail } from "./account-mail";
import { recordEvent, type Whereabouts, wasDone } from "./account-trail";
import type { AuthParts } from "./auth-parts";
import { followLink } from "./follow-link";
import { limits } from "./limits";
import { issueLink, takeLink } from "./links";
import type { KnownPerson } from "./passwords";
import type { SessionFacts } from "./session-facts";
import { type AuthTransaction, inTransaction } from "./transaction";

/** Sends the mail with the link that confirms a person's address. */
export async function mailVerification(
  tx: AuthTransaction,
  side: OrganizationKind,
  person: KnownPerson,
  now: Date,
): Promise<void> {
  const { id, email } = person;
  const token = await issueLink(tx, { kind: "verify_email", userId: id, email }, now);
  await queueMail(tx, { template: "account.verify_email", person, email, side, data: { token } }, now);
}

/** Sends it again. To somebody who has confirmed their address it sends nothing. */
export async function resendVerification(
  { pool, limiter, now }: AuthParts,
  session: SessionFacts,
  commandKey: string,
  from: Whereabouts,
): Promise<Result<void>> {
  const { user, portal } = session;
  if (user.emailVerified) return ok(undefined);
  const allowed = await limiter.take(limits.mailOfPerson, user.id);
  if (!allowed.ok) return allowed;
  const at = now();
  return inTransaction(pool, async (tx) => {
    const done = await wasDone(tx, user.id, commandKey, "account.verification_sent");
    if (!done.ok) return done;
    if (done.value) return ok(undefined);
    await mailVerification(tx, portal, user, at);
    await recordEvent(tx, { userId: user.id, action: "account.verification_sent", from, commandKey }, at);
    return ok(undefined);
  });
}

/**
 * Confirms the address that a link was sent to. Refused with `link.invalid`; a link to an address that is no longer the
 * person's confirms nothing.
 */
export async function verifyEmail(
  { pool, limiter, now }: AuthParts,
  token: string,
  from: Whereabouts,
): Promise<Result<{ email: string }>> {
  const at = now();
  return followLink(limiter, from.ip, () =>
    inTransaction(pool, async (tx) => {
      const used = await takeLink(tx, "verify_email", token, at);
      if (!used.ok) return used;
      const { userId, linkEmail: email } = used.value;
      await tx.query(
        `update "user" set email_verified = true, updated_at = $3 where id = $1 and email = $2`,
        [userId, email, at],
      );
      await recordEvent(tx, { userId, action: "account.verified", from, details: { email } }, at);
      return ok({ email });
    }),
  );
}
