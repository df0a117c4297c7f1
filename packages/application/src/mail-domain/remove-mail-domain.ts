import { ok, refuse, views } from "@evenshare/domain";
import { z } from "zod";
import { runCommand } from "../command/run-command";
import type { SenderDeps } from "../deps";
import type { Verb } from "../verb";
import { readMailDomain } from "./stored-mail-domain";

const answer = z.object({ id: z.uuid() });

/**
 * An owner takes the mail domain away, and its keys with it; mails come from the platform again. Refused with
 * `mail_domain.not_found`.
 */
export const removeMailDomain: Verb<
  z.input<typeof views.changeMailDomainInput>,
  z.infer<typeof answer>,
  SenderDeps
> = (deps, scope, input) =>
  runCommand(deps, scope, input, {
    name: "mail_domain.remove",
    permission: "mail_domain.manage",
    input: views.changeMailDomainInput,
    answer,
    async carryOut(tx, { id }) {
      const { organizationId } = scope;
      const row = await readMailDomain(tx, organizationId);
      const removed = await tx.mailDomain.deleteMany({ where: { id, organizationId } });
      if (row === null || removed.count === 0) return refuse({ code: "mail_domain.not_found", field: "id" });
      return ok({
        answer: { id },
        audit: [
          {
            action: "mail_domain.remove",
            subjectType: "mail_domain",
            subjectId: id,
            partnershipId: null,
            before: { domain: row.domain, status: row.status },
            after: { domain: null },
            reason: null,
          },
        ],
        live: [{ organizations: [organizationId], topic: "organization", id: organizationId }],
      });
    },
  });
