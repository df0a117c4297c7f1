import {
  invitationKinds,
  milestoneTermsSchema,
  type OrganizationKind,
  ok,
  organizationKind,
  type Result,
  refuse,
  role,
} from "@evenshare/domain";
import { z } from "zod";
import type { Deps } from "../deps";
import { invitationStatus } from "./invitation-rows";
import { hashLink } from "./link";

const row = z.object({
  id: z.uuid(),
  organization_id: z.uuid(),
  organization_name: z.string(),
  organization_kind: organizationKind,
  kind: z.enum(invitationKinds),
  email: z.string(),
  role: role.nullable(),
  status: invitationStatus,
  inviter_name: z.string(),
  expires_at: z.date(),
  title: z.string().nullable(),
  terms: milestoneTermsSchema.nullable(),
  starts_on: z.iso.date().nullable(),
  accepted_by_user_id: z.uuid().nullable(),
  partnership_id: z.uuid().nullable(),
  replaced: z.boolean(),
});

/** An invitation behind a link, whoever holds it. */
export interface FoundInvitation {
  readonly id: string;
  readonly organization: { readonly id: string; readonly name: string; readonly kind: OrganizationKind };
  readonly kind: z.output<typeof row>["kind"];
  readonly email: string;
  readonly role: z.output<typeof row>["role"];
  readonly status: z.output<typeof row>["status"];
  readonly inviterName: string;
  readonly expiresAt: Date;
  readonly title: string | null;
  readonly terms: z.output<typeof row>["terms"];
  readonly startsOn: string | null;
  readonly acceptedByUserId: string | null;
  readonly partnershipId: string | null;
  readonly replaced: boolean;
}

/** The invitation that a link's token opens, in whatever state it is. Refused with `invitation.not_found`. */
export async function findInvitation(
  { database }: Pick<Deps, "database">,
  token: string,
): Promise<Result<FoundInvitation>> {
  const found = await database.findInvitation(hashLink(token));
  return found === null ? refuse({ code: "invitation.not_found", field: "token" }) : ok(toFound(found));
}

/** The partnerships that a person was asked into at the address they have confirmed, in whatever state, newest first. */
export async function findPartnerInvitationsOf(
  { database }: Pick<Deps, "database">,
  userId: string,
): Promise<FoundInvitation[]> {
  return (await database.listPartnerInvitationsOf(userId)).map(toFound);
}

/** One of those. Refused with `invitation.not_found`, also when it was sent to another address. */
export async function findPartnerInvitationOf(
  deps: Pick<Deps, "database">,
  userId: string,
  id: string,
): Promise<Result<FoundInvitation>> {
  const own = await findPartnerInvitationsOf(deps, userId);
  const found = own.find((invitation) => invitation.id === id);
  return found === undefined ? refuse({ code: "invitation.not_found", field: "id" }) : ok(found);
}

function toFound(found: unknown): FoundInvitation {
  const { organization_id, organization_name, organization_kind, ...rest } = row.parse(found);
  return {
    id: rest.id,
    organization: { id: organization_id, name: organization_name, kind: organization_kind },
    kind: rest.kind,
    email: rest.email,
    role: rest.role,
    status: rest.status,
    inviterName: rest.inviter_name,
    expiresAt: rest.expires_at,
    title: rest.title,
    terms: rest.terms,
    startsOn: rest.starts_on,
    acceptedByUserId: rest.accepted_by_user_id,
    partnershipId: rest.partnership_id,
    replaced: rest.replaced,
  };
}

/** The portal that an invitation leads into: its organization's own, or the producers' for a partner. */
export function portalOf({
  kind,
  organization,
}: Pick<FoundInvitation, "kind" | "organization">): OrganizationKind {
  return kind === "member" ? organization.kind : "producer";
}
