import { ok, type Result, refuse } from "@evenshare/domain";
import { queueMail } from "./account-mail";
import { type AccountAction, recordEvent, type Whereabouts } from "./account-trail";
import type { AuthParts } from "./auth-parts";
import { countCodes, proveOwnPassword } from "./prove";
import { renewCodes } from "./recovery-codes";
import type { SecondFactorProof } from "./requests";
import { authenticatorUri, isSecondFactorOn, newSecret, takeCode } from "./second-factor";
import type { SessionFacts } from "./session-facts";
import { type AuthTransaction, inTransaction } from "./transaction";

/** What an authenticator app is given, as a square or typed in. */
export interface Enrolment {
  readonly secret: string;
  readonly uri: string;
}

export interface SecondFactorState {
  /** Null while it is off. */
  readonly since: Date | null;
  readonly recoveryCodesLeft: number;
}

export async function readSecondFactor(
  { pool }: AuthParts,
  { user }: SessionFacts,
): Promise<SecondFactorState> {
  const { rows } = await pool.query<SecondFactorState>(
    `select
      (select confirmed_at from second_factor where user_id = $1) as since,
      (select count(*)::int from recovery_code where user_id = $1 and used_at is null) as "recoveryCodesLeft"`,
    [user.id],
  );
  return rows[0] ?? { since: null, recoveryCodesLeft: 0 };
}

/**
 * Makes a secret for an authenticator app. It asks nobody for a code before {@link confirmSecondFactor}; begun again, the
 * secret before is forgotten. Refused with `password.wrong` and `second_factor.on`.
 */
export async function beginSecondFactor(
  parts: AuthParts,
  session: SessionFacts,
  password: string,
  from: Whereabouts,
): Promise<Result<Enrolment>> {
  const { user } = session;
  const known = await proveOwnPassword(parts, session, password, from.ip);
  if (!known.ok) return known;
  const secret = newSecret();
  const at = parts.now();
  return inTransaction(parts.pool, async (tx) => {
    const { rowCount } = await tx.query(
      `insert into second_factor (user_id, secret, last_step, created_at) values ($1, $2, 0, $3)
      on conflict (user_id) do update set secret = excluded.secret, last_step = 0, created_at = excluded.created_at
        where second_factor.confirmed_at is null`,
      [user.id, parts.seal.close(secret, user.id), at],
    );
    if (rowCount === 0) return refuse({ code: "second_factor.on" });
    await recordEvent(tx, { userId: user.id, action: "second_factor.begun", from }, at);
    return ok({ secret, uri: authenticatorUri(secret, user.email) });
  });
}

/**
 * Turns the second factor on with a first code of the app, and answers the recovery codes: they are shown this once.
 * Refused with `second_factor.code_invalid`, and with `second_factor.on` when it is on already.
 */
export async function confirmSecondFactor(
  parts: AuthParts,
  session: SessionFacts,
  code: string,
  from: Whereabouts,
): Promise<Result<{ recoveryCodes: string[] }>> {
  const { user } = session;
  return countCodes(parts, user.id, () =>
    inTransaction(parts.pool, async (tx) => {
      if (await isSecondFactorOn(tx, user.id)) return refuse({ code: "second_factor.on" });
      const proved = await takeCode(parts, tx, user.id, code, from);
      if (!proved.ok) return proved;
      const at = parts.now();
      await tx.query("update second_factor set confirmed_at = $2 where user_id = $1", [user.id, at]);
      const recoveryCodes = await renewCodes(tx, user.id, at);
      await tell(tx, session, "second_factor.on", from, at);
      return ok({ recoveryCodes });
    }),
  );
}

/** Replaces the recovery codes; those before are worth nothing from then on. Wants password and code. */
export async function renewRecoveryCodes(
  parts: AuthParts,
  session: SessionFacts,
  proof: SecondFactorProof,
  from: Whereabouts,
): Promise<Result<{ recoveryCodes: string[] }>> {
  return withProof(parts, session, proof, from, async (tx, at) => {
    const recoveryCodes = await renewCodes(tx, session.user.id, at);
    await recordEvent(tx, { userId: session.user.id, action: "second_factor.codes_renewed", from }, at);
    return { recoveryCodes };
  });
}

/** Turns the second factor off. Wants password and code, so that neither a left browser nor a found phone is enough. */
export async function endSecondFactor(
  parts: AuthParts,
  session: SessionFacts,
  proof: SecondFactorProof,
  from: Whereabouts,
): Promise<Result<void>> {
  return withProof(parts, session, proof, from, async (tx, at) => {
    await tx.query("delete from second_factor where user_id = $1", [session.user.id]);
    await tx.query("delete from recovery_code where user_id = $1", [session.user.id]);
    await tell(tx, session, "second_factor.off", from, at);
  });
}

async function withProof<T>(
  parts: AuthParts,
  session: SessionFacts,
  { password, code }: SecondFactorProof,
  from: Whereabouts,
  use: (tx: AuthTransaction, at: Date) => Promise<T>,
): Promise<Result<T>> {
  const { user } = session;
  const known = await proveOwnPassword(parts, session, password, from.ip);
  if (!known.ok) return known;
  return countCodes(parts, user.id, () =>
    inTransaction(parts.pool, async (tx) => {
      if (!(await isSecondFactorOn(tx, user.id))) return refuse({ code: "second_factor.off" });
      const proved = await takeCode(parts, tx, user.id, code, from);
      return proved.ok ? ok(await use(tx, parts.now())) : proved;
    }),
  );
}

/** Writes it down, and tells the person by mail: whoever turned it on or off may not have been them. */
async function tell(
  tx: AuthTransaction,
  { user, portal }: SessionFacts,
  action: Extract<AccountAction, "second_factor.on" | "second_factor.off">,
  from: Whereabouts,
  at: Date,
): Promise<void> {
  const template = action === "second_factor.on" ? "account.second_factor_on" : "account.second_factor_off";
  await queueMail(tx, { template, person: user, email: user.email, side: portal }, at);
  await recordEvent(tx, { userId: user.id, action, from }, at);
}
