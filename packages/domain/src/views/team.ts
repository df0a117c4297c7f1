import { z } from "zod";
import { startDay } from "../agreement/start-day";
import { milestoneTermsSchema } from "../agreement/terms";
import { invitationKinds, invitationStates } from "../invitation/invitation";
import { organizationKind, role } from "../organization/role";
import { commandKey } from "./milestone";
import { id } from "./shapes";

const email = z.string().trim().pipe(z.email("is not an e-mail address").max(254));
/** What a link of an invitation is worth: 32 random bytes in base64url. */
export const invitationToken = z.string().min(20).max(200);

export const memberView = z.strictObject({
  userId: id,
  name: z.string(),
  email: z.string(),
  role,
  since: z.date(),
  isYou: z.boolean(),
  /** Nobody else owns the organization: it cannot be left, and the role cannot be taken. */
  isLastOwner: z.boolean(),
});
export type MemberView = z.infer<typeof memberView>;

/** An invitation as the inviting organization sees it. */
export const invitationRow = z.strictObject({
  id,
  kind: z.enum(invitationKinds),
  email: z.string(),
  /** Of a member. */
  role: role.nullable(),
  /** Of a partner. */
  title: z.string().nullable(),
  startsOn: z.iso.date().nullable(),
  state: z.enum(invitationStates),
  invitedBy: z.string(),
  sentAt: z.date(),
  expiresAt: z.date(),
  settledAt: z.date().nullable(),
  partnershipId: id.nullable(),
});
export type InvitationRow = z.infer<typeof invitationRow>;

export const teamView = z.strictObject({
  members: z.array(memberView),
  invitations: z.array(invitationRow),
  /** Whether the reader may invite, change and remove. */
  canManage: z.boolean(),
});
export type TeamView = z.infer<typeof teamView>;

/** An invitation as whoever holds its link sees it. */
export const invitationView = z.strictObject({
  kind: z.enum(invitationKinds),
  email: z.string(),
  /** The portal it leads into. */
  portal: organizationKind,
  organizationName: z.string(),
  invitedBy: z.string(),
  role: role.nullable(),
  title: z.string().nullable(),
  terms: milestoneTermsSchema.strict().nullable(),
  startsOn: z.iso.date().nullable(),
  expiresAt: z.date(),
});
export type InvitationView = z.infer<typeof invitationView>;

/** An invitation into a partnership as the person sees it whose confirmed address it was sent to. */
export const waitingInvitation = invitationView
  .pick({
    organizationName: true,
    invitedBy: true,
    title: true,
    terms: true,
    startsOn: true,
    expiresAt: true,
  })
  .extend({ id });
export type WaitingInvitation = z.infer<typeof waitingInvitation>;

export const inviteMemberInput = z.strictObject({ commandKey, email, role });
export const changeRoleInput = z.strictObject({ commandKey, userId: id, role });
export const removeMemberInput = z.strictObject({ commandKey, userId: id });
export const leaveOrganizationInput = z.strictObject({ commandKey });
export const invitationCommandInput = z.strictObject({ commandKey, id });

export const invitePartnerInput = z.strictObject({
  commandKey,
  email,
  title: z.string().trim().min(1, "is missing").max(120, "has more than 120 characters"),
  /** The platform's fee is not the brand's to choose; the server adds it. */
  terms: milestoneTermsSchema.omit({ feeBp: true }).strict(),
  /** From when the producer earns; left out, from today. */
  startsOn: startDay.optional(),
});

export const invitationLinkInput = z.strictObject({ token: invitationToken });
export const waitingInvitationInput = z.strictObject({ id });
export const invitedSignUpInput = z.strictObject({
  token: invitationToken,
  name: z.string().trim().min(1, "is missing").max(120, "has more than 120 characters"),
  password: z.string().min(10, "has fewer than 10 characters").max(128, "has more than 128 characters"),
});
