import { ok, type Result, refuse } from "@evenshare/domain";
import { recordEvent, type Whereabouts } from "./account-trail";
import type { AuthParts } from "./auth-parts";
import { type Limit, limits } from "./limits";
import { findByPassword, type KnownPerson } from "./passwords";
import { isSecondFactorOn, takeCode } from "./second-factor";
import type { SessionFacts } from "./session-facts";
import { inTransaction } from "./transaction";

/**
 * The person with this address and password. Wrong ones are counted by account and by address, and refused without being
 * looked at when there were too many; a right one is not counted.
 */
export async function provePassword(
  { pool, limiter }: AuthParts,
  email: string,
  password: string,
  ip: string | null,
): Promise<Result<KnownPerson>> {
  const counted: readonly (readonly [Limit, string | null])[] = [
    [limits.passwordFromAddress, ip],
    [limits.passwordOfAccount, email],
  ];
  for (const [limit, subject] of counted) {
    const allowed = await limiter.take(limit, subject);
    if (!allowed.ok) return allowed;
  }
  const person = await findByPassword(pool, email, password);
  if (person.ok) for (const [limit, subject] of counted) await limiter.giveBack(limit, subject);
  return person;
}

/** The password of whoever is signed in; refused with `password.wrong`. */
export async function proveOwnPassword(
  parts: AuthParts,
  { user }: SessionFacts,
  password: string,
  ip: string | null,
): Promise<Result<void>> {
  const proved = await provePassword(parts, user.email, password, ip);
  if (proved.ok) return ok(undefined);
  return proved.failure.code === "credentials.invalid"
    ? refuse({ code: "password.wrong", field: "password" })
    : proved;
}

/** Counts attempts with codes of one person, and gives a right one back. */
export async function countCodes<T>(
  { limiter }: AuthParts,
  userId: string,
  attempt: () => Promise<Result<T>>,
): Promise<Result<T>> {
  const allowed = await limiter.take(limits.secondFactor, userId);
  if (!allowed.ok) return allowed;
  const result = await attempt();
  if (result.ok) await limiter.giveBack(limits.secondFactor, userId);
  return result;
}

/** What somebody who is signed in shows to prove again who they are. */
export interface Proof {
  readonly password: string;
  /** Of the second factor; asked for where it is on. */
  readonly code?: string | undefined;
}

/**
 * Notes that whoever holds the session has proved again who they are. Where a second factor is on, its code is part of
 * the proof: refused with `second_factor.code_needed` without one.
 */
export async function reauthenticate(
  parts: AuthParts,
  session: SessionFacts,
  { password, code }: Proof,
  from: Whereabouts,
): Promise<Result<void>> {
  const { user, sessionId } = session;
  const known = await proveOwnPassword(parts, session, password, from.ip);
  if (!known.ok) return known;
  const at = parts.now();
  const note = () =>
    inTransaction(parts.pool, async (tx) => {
      if (await isSecondFactorOn(tx, user.id)) {
        if (code === undefined) return refuse({ code: "second_factor.code_needed", field: "code" });
        const proved = await takeCode(parts, tx, user.id, code, from);
        if (!proved.ok) return proved;
      }
      await tx.query("update session set authenticated_at = $2 where id = $1", [sessionId, at]);
      await recordEvent(tx, { userId: user.id, action: "session.reauthenticated", from }, at);
      return ok(undefined);
    });
  return code === undefined ? note() : countCodes(parts, user.id, note);
}
