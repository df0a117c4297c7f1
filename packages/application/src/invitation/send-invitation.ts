import type { TenantTransaction } from "@evenshare/database";
import { ok, type Result } from "@evenshare/domain";
import type { ChangeRecord } from "../command/apply-record";
import type { Deps } from "../deps";
import type { Scope } from "../scope";
import { invitationMail } from "./invitation-mail";
import { renewLink } from "./link";

interface Invitation {
  readonly id: string;
  readonly kind: string;
  readonly email: string;
  readonly role: string | null;
  readonly title: string | null;
  readonly startsOn: Date | null;
  readonly expiresAt: Date;
}

/** Makes a new link for an invitation and queues its mail; `before` is what a resend replaces. */
export async function sendInvitation(
  { newId }: Pick<Deps, "newId">,
  scope: Scope,
  tx: TenantTransaction,
  invitation: Invitation,
  action: string,
  before: Record<string, string>,
  now: Date,
): Promise<Result<ChangeRecord & { readonly answer: { readonly id: string } }>> {
  const { id, kind, email, role, title, expiresAt } = invitation;
  const { organizationId } = scope;
  const startsOn = invitation.startsOn === null ? null : invitation.startsOn.toISOString().slice(0, 10);
  const { name, timeZone } = await tx.organization.findUniqueOrThrow({ where: { id: organizationId } });
  const organization = { id: organizationId, name, kind: scope.kind, timeZone };
  const token = await renewLink(tx, { id, organizationId }, now);
  const letter = {
    id,
    kind,
    email,
    role,
    title,
    startsOn,
    expiresAt,
    inviterName: scope.userName,
    organization,
  };
  return ok({
    answer: { id },
    audit: [
      {
        action,
        subjectType: "invitation",
        subjectId: id,
        partnershipId: null,
        before,
        after: {
          email,
          ...(role === null ? {} : { role }),
          ...(title === null ? {} : { title }),
          ...(startsOn === null ? {} : { startsOn }),
          expiresAt: expiresAt.toISOString(),
        },
        reason: null,
      },
    ],
    messages: [invitationMail(letter, token, newId())],
    live: [{ organizations: [organizationId], topic: "organization", id: organizationId }],
  });
}
