import { mailDomainStatus, ok, refuse, views } from "@evenshare/domain";
import { z } from "zod";
import { runCommand } from "../command/run-command";
import type { SenderDeps } from "../deps";
import { authorize, parseInput, type Verb } from "../verb";
import { lookUpRecords } from "./look-up-records";
import { keysOf, readMailDomain } from "./stored-mail-domain";
import { writeCheck } from "./write-check";

const answer = z.object({ status: mailDomainStatus });

/**
 * An owner has the records looked up now. When they are all there the domain is verified, and mails come from it; a
 * verified one whose records are gone is lost. What exactly is missing or differs the next reading says.
 *
 * Refused with `mail_domain.not_found`, and with `mail_domain.taken` when another organization has proved it before.
 */
export const checkMailDomain: Verb<
  z.input<typeof views.changeMailDomainInput>,
  z.infer<typeof answer>,
  SenderDeps
> = async (deps, scope, raw) => {
  const allowed = authorize(scope, "mail_domain.manage");
  if (!allowed.ok) return allowed;
  const input = parseInput(views.changeMailDomainInput, raw);
  if (!input.ok) return input;
  const { organizationId } = scope;
  const row = await deps.database.inTenant(organizationId, (tx) => readMailDomain(tx, organizationId));
  if (row?.id !== input.value.id) return refuse({ code: "mail_domain.not_found", field: "id" });
  const findings = await lookUpRecords(deps.dns, keysOf(row, deps.senderSettings.spf));
  return runCommand(deps, scope, input.value, {
    name: "mail_domain.check",
    permission: "mail_domain.manage",
    input: views.changeMailDomainInput,
    answer,
    async carryOut(tx, { id }, now) {
      const written = await writeCheck(deps, tx, { id, organizationId }, findings, now);
      if (!written.ok) return written;
      return ok({ ...written.value.record, answer: { status: mailDomainStatus.parse(written.value.after) } });
    },
  });
};
