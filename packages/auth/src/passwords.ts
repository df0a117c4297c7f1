import { type Failure, ok, type Result, refuse } from "@evenshare/domain";
import { hashPassword, verifyPassword } from "better-auth/crypto";
import type { Pool } from "pg";
import type { AuthTransaction } from "./transaction";

export { hashPassword };

/** A person as sign-in sees them before they have proved anything. */
export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

const wrong: Failure = { code: "credentials.invalid" };

/**
 * The person with this address, if this is their password. An unknown address costs the same time as a wrong password
 * and is refused with the same words.
 */
export async function findByPassword(
  pool: Pool,
  email: string,
  password: string,
): Promise<Result<KnownPerson>> {
  const { rows } = await pool.query<KnownPerson & { password: string | null }>({
    name: "person-by-email",
    text: `select person.id, person.name, person.email, account.password
      from "user" person join account on account.user_id = person.id and account.provider_id = 'credential'
      where person.email = lower($1)`,
    values: [email],
  });
  const [found] = rows;
  if (found === undefined || found.password === null) {
    await hashPassword(password);
    return refuse(wrong);
  }
  const { password: hash, ...person } = found;
  return (await verifyPassword({ hash, password })) ? ok(person) : refuse(wrong);
}

/** Gives a person another password. */
export async function setPassword(
  tx: AuthTransaction,
  userId: string,
  hash: string | null,
  now: Date,
): Promise<void> {
  await tx.query(
    "update account set password = $2, updated_at = $3 where user_id = $1 and provider_id = 'credential'",
    [userId, hash, now],
  );
}
