import { randomInt, randomUUID } from "node:crypto";
import { hashToken } from "./token";
import type { AuthTransaction } from "./transaction";

const codesAtOnce = 10;
/** Without letters and digits that are read for one another. */
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
const codeLength = 12;

/** Whether what was entered is meant as a recovery code and not as one of an authenticator. */
export function isRecoveryCode(entered: string): boolean {
  return normalise(entered).length === codeLength;
}

/** Replaces a person's recovery codes; this is the only time they can be read. About 59 bits each. */
export async function renewCodes(tx: AuthTransaction, userId: string, now: Date): Promise<string[]> {
  const codes = Array.from({ length: codesAtOnce }, newCode);
  await tx.query("delete from recovery_code where user_id = $1", [userId]);
  await tx.query(
    `insert into recovery_code (id, user_id, code_hash, created_at)
    select id, $1, hash, $4 from unnest($2::uuid[], $3::text[]) as made (id, hash)`,
    [userId, codes.map(() => randomUUID()), codes.map((code) => hashOf(userId, code)), now],
  );
  return codes;
}

/** Uses a recovery code up; false when it is none of this person's, or was used before. */
export async function useRecoveryCode(
  tx: AuthTransaction,
  userId: string,
  entered: string,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    "update recovery_code set used_at = $3 where user_id = $1 and code_hash = $2 and used_at is null",
    [userId, hashOf(userId, entered), now],
  );
  return rowCount === 1;
}

function newCode(): string {
  const letters = Array.from({ length: codeLength }, () => alphabet.charAt(randomInt(alphabet.length)));
  return letters.join("").replace(/^(.{4})(.{4})(.{4})$/, "$1-$2-$3");
}

function normalise(entered: string): string {
  return entered.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}

function hashOf(userId: string, code: string): string {
  return hashToken(`${userId}:${normalise(code)}`);
}
