import {
  dayIn,
  expiryOfInvitation,
  isSameAddress,
  type MilestoneTerms,
  refuse,
  views,
} from "@evenshare/domain";
import { z } from "zod";
import { runCommand } from "../command/run-command";
import { platformFeeOn } from "../partnership/platform-fee";
import type { Verb } from "../verb";
import { sendInvitation } from "./send-invitation";

const answer = z.object({ id: z.uuid() });

/**
 * A brand asks a producer into a partnership by e-mail: with a title, the terms it proposes and the day from which the
 * producer earns (F5). The partnership begins when a producer accepts. The answer is the same whether or not the address
 * has an account.
 *
 * Refused with `partnership.own_email`.
 */
export const invitePartner: Verb<z.input<typeof views.invitePartnerInput>, z.infer<typeof answer>> = (
  deps,
  scope,
  input,
) =>
  runCommand(deps, scope, input, {
    name: "invitation.invite_partner",
    permission: "partnership.create",
    input: views.invitePartnerInput,
    answer,
    async carryOut(tx, { email, title, terms: chosen, startsOn }, now) {
      if (isSameAddress(email, scope.userEmail)) {
        return refuse({ code: "partnership.own_email", field: "email" });
      }
      const terms: MilestoneTerms = { ...chosen, feeBp: await platformFeeOn(tx, now, deps.settings) };
      const invitation = await tx.invitation.create({
        data: {
          id: deps.newId(),
          organizationId: scope.organizationId,
          kind: "partner",
          email: email.toLowerCase(),
          status: "pending",
          inviterId: scope.userId,
          inviterName: scope.userName,
          expiresAt: expiryOfInvitation(now),
          createdAt: now,
          title,
          terms,
          startsOn: new Date(startsOn ?? dayIn(terms.timeZone, now)),
        },
      });
      return sendInvitation(deps, scope, tx, invitation, "invitation.invite_partner", {}, now);
    },
  });
