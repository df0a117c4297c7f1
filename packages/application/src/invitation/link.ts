import { createHash, randomBytes } from "node:crypto";
import type { TenantTransaction } from "@evenshare/database";

/** Of what a link is worth only this is kept. */
export function hashLink(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Makes the link that opens an invitation from now on; those before it are dead. Answers what goes into the mail. */
export async function renewLink(
  tx: TenantTransaction,
  { id, organizationId }: { readonly id: string; readonly organizationId: string },
  now: Date,
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await tx.invitationLink.updateMany({
    where: { invitationId: id, organizationId, replacedAt: null },
    data: { replacedAt: now },
  });
  await tx.invitationLink.create({
    data: { tokenHash: hashLink(token), invitationId: id, organizationId, createdAt: now },
  });
  return token;
}
