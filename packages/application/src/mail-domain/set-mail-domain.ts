import { isWithinDomain, ok, refuse, views } from "@evenshare/domain";
import { z } from "zod";
import { runCommand } from "../command/run-command";
import type { SenderDeps } from "../deps";
import { authorize, type Verb } from "../verb";
import { makeKeyPair } from "./make-key-pair";
import { readMailDomain } from "./stored-mail-domain";

const answer = z.object({ id: z.uuid() });

/**
 * An owner names the domain that the organization's mails shall come from. A pair of keys is made for it; until its
 * records are found in the DNS nothing is sent from it, and whoever else named the same domain is not in the way.
 *
 * Refused with `mail_domain.platform` for a domain of the platform's own, and `mail_domain.exists` while there is one.
 */
export const setMailDomain: Verb<
  z.input<typeof views.setMailDomainInput>,
  z.infer<typeof answer>,
  SenderDeps
> = async (deps, scope, input) => {
  const allowed = authorize(scope, "mail_domain.manage");
  if (!allowed.ok) return allowed;
  // Takes up to a second, for which no row has to wait.
  const { selector, publicKey, privateKey } = await makeKeyPair();
  return runCommand(deps, scope, input, {
    name: "mail_domain.set",
    permission: "mail_domain.manage",
    input: views.setMailDomainInput,
    answer,
    async carryOut(tx, { domain }, now) {
      const { organizationId } = scope;
      if (deps.senderSettings.platformDomains.some((own) => isWithinDomain(domain, own))) {
        return refuse({ code: "mail_domain.platform", field: "domain" });
      }
      if ((await readMailDomain(tx, organizationId)) !== null) {
        return refuse({ code: "mail_domain.exists", field: "domain" });
      }
      const id = deps.newId();
      const sealedKey = deps.keySeal.close(privateKey, id);
      await tx.mailDomain.createMany({
        data: {
          id,
          organizationId,
          domain,
          selector,
          publicKey,
          sealedKey,
          status: "pending",
          createdAt: now,
        },
      });
      return ok({
        answer: { id },
        audit: [
          {
            action: "mail_domain.set",
            subjectType: "mail_domain",
            subjectId: id,
            partnershipId: null,
            before: { domain: null },
            after: { domain, selector, status: "pending" },
            reason: null,
          },
        ],
        live: [{ organizations: [organizationId], topic: "organization", id: organizationId }],
      });
    },
  });
};
