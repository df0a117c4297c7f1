import { ok, type Result } from "@evenshare/domain";
import { recordEvent, type Whereabouts, wasDone } from "./account-trail";
import type { AuthParts } from "./auth-parts";
import type { SessionFacts } from "./session-facts";
import { inTransaction } from "./transaction";

/** Changes the name the other side reads. What was signed under the old one stays under it. */
export async function changeName(
  { pool, now }: AuthParts,
  { user }: SessionFacts,
  { commandKey, name }: { readonly commandKey: string; readonly name: string },
  from: Whereabouts,
): Promise<Result<void>> {
  const at = now();
  return inTransaction(pool, async (tx) => {
    const done = await wasDone(tx, user.id, commandKey, "account.renamed");
    if (!done.ok) return done;
    if (done.value) return ok(undefined);
    await tx.query(`update "user" set name = $2, updated_at = $3 where id = $1`, [user.id, name, at]);
    const details = { before: user.name, after: name };
    await recordEvent(tx, { userId: user.id, action: "account.renamed", from, commandKey, details }, at);
    return ok(undefined);
  });
}
