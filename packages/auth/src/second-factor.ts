import type { Seal } from "@evenshare/application";
import { ok, type Result, refuse } from "@evenshare/domain";
import { Secret, TOTP } from "otpauth";
import { recordEvent, type Whereabouts } from "./account-trail";
import type { AuthParts } from "./auth-parts";
import { isRecoveryCode, useRecoveryCode } from "./recovery-codes";
import type { AuthTransaction } from "./transaction";

const periodMs = 30_000;
const issuer = "Evenshare";

/** A secret nobody has yet, in base 32. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The address an authenticator app reads from the square: `otpauth://totp/…`. */
export function authenticatorUri(secret: string, email: string): string {
  return totpOf(secret, email).toString();
}

/**
 * The time step of a code, if it is one of this secret, now or half a minute to either side: clocks differ.
 * Null when it is none.
 */
function stepOf(secret: string, code: string, now: Date): bigint | null {
  const timestamp = now.getTime();
  const delta = totpOf(secret, "").validate({ token: code, timestamp, window: 1 });
  return delta === null ? null : BigInt(Math.floor(timestamp / periodMs) + delta);
}

function totpOf(secret: string, label: string): TOTP {
  return new TOTP({
    issuer,
    label: label === "" ? issuer : label,
    secret: Secret.fromBase32(secret),
    algorithm: "SHA1",
    digits: 6,
    period: periodMs / 1_000,
  });
}

/** Whether a person is asked for a code when they sign in. */
export async function isSecondFactorOn(tx: AuthTransaction, userId: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    "select 1 from second_factor where user_id = $1 and confirmed_at is not null",
    [userId],
  );
  return rowCount === 1;
}

/**
 * Uses a code up: one of the authenticator, or a recovery code. A code is accepted once; the row is locked first, so that
 * of the same code twice at once one is refused. Refused with `second_factor.code_invalid`.
 */
export async function takeCode(
  { seal, now }: Pick<AuthParts, "seal" | "now">,
  tx: AuthTransaction,
  userId: string,
  code: string,
  from: Whereabouts,
): Promise<Result<void>> {
  const invalid = refuse({ code: "second_factor.code_invalid", field: "code" });
  const { rows } = await tx.query<{ secret: string; lastStep: bigint }>(
    `select secret, last_step as "lastStep" from second_factor where user_id = $1 for update`,
    [userId],
  );
  const [factor] = rows;
  if (factor === undefined) return invalid;
  const at = now();
  if (isRecoveryCode(code)) {
    if (!(await useRecoveryCode(tx, userId, code, at))) return invalid;
    await recordEvent(tx, { userId, action: "recovery_code.used", from }, at);
    return ok(undefined);
  }
  const secret = openSealed(seal, factor.secret, userId);
  const step = secret === null ? null : stepOf(secret, code.replaceAll(/\s/g, ""), at);
  if (step === null || step <= factor.lastStep) return invalid;
  await tx.query("update second_factor set last_step = $2 where user_id = $1", [userId, step]);
  return ok(undefined);
}

/** Null when the server's secret is another one than when it was sealed: then only a recovery code lets the person in. */
function openSealed(seal: Seal, sealed: string, userId: string): string | null {
  try {
    return seal.open(sealed, userId);
  } catch {
    return null;
  }
}
