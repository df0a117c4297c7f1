import { type OrganizationKind, ok, type Result } from "@evenshare/domain";
import { recordEvent } from "./account-trail";
import type { Arrival } from "./arrival";
import type { AuthParts } from "./auth-parts";
import { beginSession } from "./begin-session";
import { issueLink, takeLink } from "./links";
import { countCodes, provePassword } from "./prove";
import type { SecondStep, SignIn } from "./requests";
import { isSecondFactorOn, takeCode } from "./second-factor";
import { hashToken } from "./token";
import { inTransaction } from "./transaction";

/** A session, or what the second step begins with where a code is asked for. */
export type FirstStep = { readonly sessionToken: string } | { readonly challenge: string };

/**
 * Begins a session for a person who knows the password. Where their second factor is on it begins none yet, and answers
 * a challenge that is worth a session together with a code, once, within five minutes.
 */
export async function signInWithPassword(
  parts: AuthParts,
  portal: OrganizationKind,
  { email, password }: SignIn,
  arrival: Arrival,
): Promise<Result<FirstStep>> {
  const proved = await provePassword(parts, email, password, arrival.ip);
  if (!proved.ok) return proved;
  const person = proved.value;
  const at = parts.now();
  return inTransaction<FirstStep>(parts.pool, async (tx) => {
    if (await isSecondFactorOn(tx, person.id)) {
      const link = { kind: "sign_in", userId: person.id, email: person.email } as const;
      return ok({ challenge: await issueLink(tx, link, at) });
    }
    await recordEvent(tx, { userId: person.id, action: "account.signed_in", from: arrival }, at);
    return ok({ sessionToken: await beginSession(tx, portal, person.id, arrival, at) });
  });
}

/**
 * The second step of a sign-in. A wrong code leaves the challenge as it was, so that the next one can be tried; too many
 * are refused. Refused with `link.invalid` when the challenge is unknown, used or too old.
 */
export async function signInWithCode(
  parts: AuthParts,
  portal: OrganizationKind,
  { challenge, code }: SecondStep,
  arrival: Arrival,
): Promise<Result<{ sessionToken: string }>> {
  const { rows } = await parts.pool.query<{ userId: string }>(
    `select user_id as "userId" from account_link where token_hash = $1 and kind = 'sign_in'`,
    [hashToken(challenge)],
  );
  // An unknown challenge is counted like a wrong code, and refused below.
  const counted = rows[0]?.userId ?? "nobody";
  const at = parts.now();
  return countCodes(parts, counted, () =>
    inTransaction(parts.pool, async (tx) => {
      const taken = await takeLink(tx, "sign_in", challenge, at);
      if (!taken.ok) return taken;
      const { userId } = taken.value;
      const proved = await takeCode(parts, tx, userId, code, arrival);
      if (!proved.ok) return proved;
      await recordEvent(tx, { userId, action: "account.signed_in", from: arrival }, at);
      return ok({ sessionToken: await beginSession(tx, portal, userId, arrival, at) });
    }),
  );
}
