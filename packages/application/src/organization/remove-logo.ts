import { ok, refuse, views } from "@evenshare/domain";
import { z } from "zod";
import { runCommand } from "../command/run-command";
import type { Verb } from "../verb";

const input = z.strictObject({ commandKey: views.commandKey });
const answer = z.object({ id: z.uuid() });

/** An owner takes the organization's logo away. Refused with `logo.not_found` when there is none. */
export const removeLogo: Verb<z.input<typeof input>, z.infer<typeof answer>> = (deps, scope, raw) =>
  runCommand(deps, scope, raw, {
    name: "organization.remove_logo",
    permission: "organization.manage",
    input,
    answer,
    async carryOut(tx) {
      const { organizationId } = scope;
      const before = await tx.organizationLogo.findUnique({
        where: { organizationId },
        select: { sha256: true },
      });
      if (before === null) return refuse({ code: "logo.not_found" });
      await tx.organizationLogo.deleteMany({ where: { organizationId } });
      return ok({
        answer: { id: organizationId },
        audit: [
          {
            action: "organization.remove_logo",
            subjectType: "organization",
            subjectId: organizationId,
            partnershipId: null,
            before: { logo: before.sha256 },
            after: { logo: null },
            reason: null,
          },
        ],
        live: [{ organizations: [organizationId], topic: "organization", id: organizationId }],
      });
    },
  });
