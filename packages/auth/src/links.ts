import { randomUUID } from "node:crypto";
import { ok, type Result, refuse } from "@evenshare/domain";
import { hashToken, newToken } from "./token";
import type { AuthTransaction } from "./transaction";

export type LinkKind = "verify_email" | "reset_password" | "confirm_email" | "restore_email" | "sign_in";

const minute = 60_000;
const hour = 60 * minute;
/** For how long each kind of link works. */
const linkLifeMs: Readonly<Record<LinkKind, number>> = {
  verify_email: 24 * hour,
  reset_password: hour,
  confirm_email: 24 * hour,
  restore_email: 7 * 24 * hour,
  sign_in: 5 * minute,
};

export interface UsedLink {
  readonly userId: string;
  readonly name: string;
  /** The address the link is about. */
  readonly linkEmail: string;
  /** The person's address now. */
  readonly email: string;
  readonly createdAt: Date;
}

/** Makes a link that works once. Earlier ones of its kind stop working; only the hash is kept. */
export async function issueLink(
  tx: AuthTransaction,
  link: { readonly kind: LinkKind; readonly userId: string; readonly email: string },
  now: Date,
): Promise<string> {
  const token = newToken();
  // Ways back to different old addresses stand beside each other, as do sign-ins in different browsers.
  const stays = link.kind === "restore_email" || link.kind === "sign_in";
  await tx.query(
    `delete from account_link
    where user_id = $1 and kind = $2 and used_at is null and (expires_at < $3 or not $4)`,
    [link.userId, link.kind, now, stays],
  );
  await tx.query(
    `insert into account_link (id, token_hash, kind, user_id, email, expires_at, created_at)
    values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      randomUUID(),
      hashToken(token),
      link.kind,
      link.userId,
      link.email,
      new Date(now.getTime() + linkLifeMs[link.kind]),
      now,
    ],
  );
  return token;
}

/**
 * Uses a link up. Of two at once the row lock lets one through. Refused with `link.invalid` when it is unknown, used,
 * replaced by a newer one or too old: whoever holds it cannot tell which.
 */
export async function takeLink(
  tx: AuthTransaction,
  kind: LinkKind,
  token: string,
  now: Date,
): Promise<Result<UsedLink>> {
  const { rows } = await tx.query<UsedLink>(
    `with used as (
      update account_link set used_at = $3
      where token_hash = $1 and kind = $2 and used_at is null and expires_at > $3
      returning user_id, email, created_at
    )
    select used.user_id as "userId", used.email as "linkEmail", used.created_at as "createdAt", person.name, person.email
    from used join "user" person on person.id = used.user_id`,
    [hashToken(token), kind, now],
  );
  const [used] = rows;
  return used === undefined ? refuse({ code: "link.invalid" }) : ok(used);
}

/** Stops every link of a person that could still be used. */
export async function dropLinks(
  tx: AuthTransaction,
  userId: string,
  kinds: readonly LinkKind[],
): Promise<void> {
  await tx.query("delete from account_link where user_id = $1 and kind = any($2) and used_at is null", [
    userId,
    kinds,
  ]);
}
