import {
  changeRole,
  inviteMember,
  leaveOrganization,
  listTeam,
  removeMember,
  resendMemberInvitation,
  revokeMemberInvitation,
} from "@evenshare/application";
import { role, views } from "@evenshare/domain";
import { z } from "zod";
import { t } from "../init";
import { memberProcedure, run } from "../procedure";

const invitation = z.strictObject({ id: views.id });
const member = z.strictObject({ userId: views.id });

/** Members of the organization, and colleagues asked in. */
export const teamRouter = t.router({
  list: memberProcedure("team.read")
    .output(views.teamView)
    .query(({ ctx }) => run(ctx, listTeam, {})),

  invite: memberProcedure("team.manage")
    .input(views.inviteMemberInput)
    .output(invitation)
    .mutation(({ ctx, input }) => run(ctx, inviteMember, input)),

  resendInvitation: memberProcedure("team.manage")
    .input(views.invitationCommandInput)
    .output(invitation)
    .mutation(({ ctx, input }) => run(ctx, resendMemberInvitation, input)),

  revokeInvitation: memberProcedure("team.manage")
    .input(views.invitationCommandInput)
    .output(invitation)
    .mutation(({ ctx, input }) => run(ctx, revokeMemberInvitation, input)),

  changeRole: memberProcedure("team.manage")
    .input(views.changeRoleInput)
    .output(member.extend({ role }))
    .mutation(async ({ ctx, input }) => {
      const changed = await run(ctx, changeRole, input);
      return { userId: changed.userId, role: role.parse(changed.role) };
    }),

  remove: memberProcedure("team.manage")
    .input(views.removeMemberInput)
    .output(member)
    .mutation(({ ctx, input }) => run(ctx, removeMember, input)),

  leave: memberProcedure("team.read")
    .input(views.leaveOrganizationInput)
    .output(member)
    .mutation(({ ctx, input }) => run(ctx, leaveOrganization, input)),
});
