import type { OrganizationKind, PersonalMessageDraft } from "@evenshare/domain";

/** What the mail of an invitation says. */
interface InvitationLetter {
  readonly id: string;
  readonly kind: string;
  readonly email: string;
  readonly role: string | null;
  readonly title: string | null;
  readonly startsOn: string | null;
  readonly expiresAt: Date;
  readonly inviterName: string;
  readonly organization: {
    readonly id: string;
    readonly name: string;
    readonly kind: OrganizationKind;
    readonly timeZone: string;
  };
}

/**
 * The mail that carries an invitation's link. It says nothing of whether the address has an account, and nobody looks:
 * a known and an unknown address get the same mail.
 */
export function invitationMail(
  letter: InvitationLetter,
  token: string,
  messageId: string,
): PersonalMessageDraft {
  const { organization, kind, email, role, title, startsOn, expiresAt, inviterName } = letter;
  const common = {
    organizationId: organization.id,
    organizationName: organization.name,
    personName: inviterName,
    dueAt: expiresAt.toISOString(),
    timeZone: organization.timeZone,
    token,
  };
  return kind === "member"
    ? {
        id: messageId,
        template: "organization.invited",
        toPerson: { userId: null, name: email, email, side: organization.kind },
        fromOrganizationId: organization.id,
        data: { ...common, role: role ?? "" },
      }
    : {
        id: messageId,
        template: "partnership.invited",
        toPerson: { userId: null, name: email, email, side: "producer" },
        fromOrganizationId: organization.id,
        data: {
          ...common,
          brandName: organization.name,
          partnershipTitle: title ?? "",
          startsOn: startsOn ?? "",
        },
      };
}
