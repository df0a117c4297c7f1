import { views } from "@evenshare/domain";
import type { z } from "zod";
import { authorize, parseInput, type Verb } from "../verb";
import { beginInvited } from "./begin-invited";
import { findInvitation } from "./find-invitation";

/**
 * A producer accepts a brand's invitation for the organization it acts for: the partnership begins, with the terms that
 * were proposed. They are accepted on their own, as always.
 *
 * Refused with `invitation.not_found`, `invitation.for_another`, `invitation.used`, `invitation.revoked`,
 * `invitation.replaced` and `invitation.expired`.
 */
export const acceptPartnerInvitation: Verb<
  z.input<typeof views.invitationLinkInput>,
  { partnershipId: string }
> = async (deps, scope, raw) => {
  const allowed = authorize(scope, "partnership.join");
  if (!allowed.ok) return allowed;
  const input = parseInput(views.invitationLinkInput, raw);
  if (!input.ok) return input;
  return beginInvited(deps, scope, () => findInvitation(deps, input.value.token));
};
