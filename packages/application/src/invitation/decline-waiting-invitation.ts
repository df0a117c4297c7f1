import { ok, views } from "@evenshare/domain";
import type { z } from "zod";
import { authorize, parseInput, type Verb } from "../verb";
import { answerInPlace } from "./answer-in-place";
import { findPartnerInvitationOf } from "./find-invitation";

/**
 * A producer says no to an invitation that was sent to the address they have confirmed. The brand reads it beside the
 * invitation and in its audit log, by the person's name alone: whom the person works for, and from where the answer
 * came, is not the brand's to know. Saying no again changes nothing.
 *
 * Refused with `invitation.not_found`, also when it was sent to another address, and with `invitation.used`,
 * `invitation.revoked` and `invitation.expired`.
 */
export const declineWaitingInvitation: Verb<
  z.input<typeof views.waitingInvitationInput>,
  { id: string }
> = async (deps, scope, raw) => {
  const allowed = authorize(scope, "partnership.join");
  if (!allowed.ok) return allowed;
  const input = parseInput(views.waitingInvitationInput, raw);
  if (!input.ok) return input;
  const { id } = input.value;
  return answerInPlace(
    deps,
    { ...scope, ip: null },
    {
      find: () => findPartnerInvitationOf(deps, scope.userId, id),
      kind: "partner",
      portal: scope.kind,
      actingFor: null,
      answer: "declined",
    },
    async (_, { organization: { id: brandId }, email }) =>
      ok({
        answer: { id },
        partnershipId: null,
        record: {
          audit: [
            {
              action: "invitation.decline",
              subjectType: "invitation",
              subjectId: id,
              partnershipId: null,
              before: { email, status: "pending" },
              after: { email, status: "declined" },
              reason: null,
            },
          ],
          live: [{ organizations: [brandId], topic: "organization", id: brandId }],
        },
      }),
    () => ok({ id }),
  );
};
