import { ok, views } from "@evenshare/domain";
import { z } from "zod";
import { runCommand } from "../command/run-command";
import type { Verb } from "../verb";

const answer = z.object({ id: z.uuid() });

/** An owner changes the organization's name, time zone or colour. Agreements keep the zone they were made in. */
export const updateOrganization: Verb<
  z.input<typeof views.updateOrganizationInput>,
  z.infer<typeof answer>
> = (deps, scope, input) =>
  runCommand(deps, scope, input, {
    name: "organization.update",
    permission: "organization.manage",
    input: views.updateOrganizationInput,
    answer,
    async carryOut(tx, { name, timeZone, accent }) {
      const { organizationId: id } = scope;
      const before = await tx.organization.findUniqueOrThrow({ where: { id } });
      await tx.organization.updateMany({ where: { id }, data: { name, timeZone, accent } });
      return ok({
        answer: { id },
        audit: [
          {
            action: "organization.update",
            subjectType: "organization",
            subjectId: id,
            partnershipId: null,
            before: { name: before.name, timeZone: before.timeZone, accent: before.accent },
            after: { name, timeZone, accent },
            reason: null,
          },
        ],
        live: [{ organizations: [id], topic: "organization", id }],
      });
    },
  });
