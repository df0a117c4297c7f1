import { views } from "@evenshare/domain";
import type { z } from "zod";
import { authorize, parseInput, type Verb } from "../verb";
import { beginInvited } from "./begin-invited";
import { findPartnerInvitationOf } from "./find-invitation";

/**
 * A producer accepts, without its link, an invitation that was sent to the address they have confirmed.
 *
 * Refused with `invitation.not_found`, also when it was sent to another address, and with `invitation.used`,
 * `invitation.declined`, `invitation.revoked` and `invitation.expired`.
 */
export const acceptWaitingInvitation: Verb<
  z.input<typeof views.waitingInvitationInput>,
  { partnershipId: string }
> = async (deps, scope, raw) => {
  const allowed = authorize(scope, "partnership.join");
  if (!allowed.ok) return allowed;
  const input = parseInput(views.waitingInvitationInput, raw);
  if (!input.ok) return input;
  return beginInvited(deps, scope, () => findPartnerInvitationOf(deps, scope.userId, input.value.id));
};
