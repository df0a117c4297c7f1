import { ok, type Result, refuse } from "../result";

/** Into an organization as a member, or into a partnership as the producer. */
export const invitationKinds = ["member", "partner"] as const;
export type InvitationKind = (typeof invitationKinds)[number];

export const invitationStates = ["pending", "accepted", "declined", "revoked", "expired"] as const;
export type InvitationState = (typeof invitationStates)[number];

const expiryDays = 30;
const dayMs = 86_400_000;

/** When an invitation that is sent now ends: 30 days later (F5). */
export function expiryOfInvitation(sentAt: Date): Date {
  return new Date(sentAt.getTime() + expiryDays * dayMs);
}

/** What decisions about an invitation look at. */
export interface InvitationFacts {
  readonly status: InvitationState;
  readonly expiresAt: Date;
  /** The address it was sent to. */
  readonly email: string;
  readonly acceptedByUserId: string | null;
}

/** Where an invitation stands at an instant: one whose time is over counts as expired, whether or not that is written down. */
export function invitationStateAt(
  { status, expiresAt }: Pick<InvitationFacts, "status" | "expiresAt">,
  now: Date,
): InvitationState {
  return status === "pending" && expiresAt <= now ? "expired" : status;
}

/**
 * Whether a link still opens its invitation.
 *
 * Refused with `invitation.used`, `invitation.declined`, `invitation.revoked`, `invitation.expired`, and with
 * `invitation.replaced` when a newer link was sent.
 */
export function checkLink(
  invitation: InvitationFacts & { readonly replaced: boolean },
  now: Date,
): Result<void> {
  const state = invitationStateAt(invitation, now);
  if (state === "accepted") return refuse({ code: "invitation.used" });
  if (state === "declined") return refuse({ code: "invitation.declined" });
  if (state === "revoked") return refuse({ code: "invitation.revoked" });
  if (invitation.replaced) return refuse({ code: "invitation.replaced" });
  if (state === "expired") return refuse({ code: "invitation.expired" });
  return ok(undefined);
}

/** What a person may say to an invitation. */
export type InvitationAnswer = Extract<InvitationState, "accepted" | "declined">;

/**
 * Whether this person may give this answer. `repeated` says that they did already, so that nothing is left to do.
 *
 * Refused like {@link checkLink}, and with `invitation.for_another` when it was sent to another address.
 */
export function checkAnswer(
  answer: InvitationAnswer,
  invitation: InvitationFacts & { readonly replaced: boolean },
  person: { readonly userId: string; readonly email: string },
  now: Date,
): Result<{ readonly repeated: boolean }> {
  if (!isSameAddress(invitation.email, person.email)) {
    return refuse({ code: "invitation.for_another", details: { email: invitation.email } });
  }
  // An address is one person's, so whoever declined there is this one; an account may have changed hands meanwhile.
  const theirs = answer === "declined" || invitation.acceptedByUserId === person.userId;
  if (invitation.status === answer && theirs) return ok({ repeated: true });
  const open = checkLink(invitation, now);
  return open.ok ? ok({ repeated: false }) : open;
}

/**
 * Whether an invitation may be sent again or taken back: it must not have been accepted, declined or taken back. One that has
 * expired may be sent again.
 */
export function checkOpen({ status }: Pick<InvitationFacts, "status">): Result<void> {
  if (status === "accepted") return refuse({ code: "invitation.used", field: "id" });
  if (status === "declined") return refuse({ code: "invitation.declined", field: "id" });
  if (status === "revoked") return refuse({ code: "invitation.revoked", field: "id" });
  return ok(undefined);
}

/** Addresses are the same whatever their case. */
export function isSameAddress(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
