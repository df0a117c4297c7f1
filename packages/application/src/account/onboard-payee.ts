import type { TenantTransaction } from "@evenshare/database";
import { currencyOfCountry, ok, refuse, views } from "@evenshare/domain";
import { z } from "zod";
import { runCommand } from "../command/run-command";
import type { Scope } from "../scope";
import type { Verb } from "../verb";
import { leaveLostAccount } from "./leave-lost-account";
import { openAccount } from "./open-account";

const input = z.strictObject({ commandKey: views.commandKey });
const answer = z.object({ organizationId: z.uuid() });

/**
 * Takes the producer to the payment provider's own pages, where it says who it is and which bank it is paid to. Opens
 * its account with the provider the first time, and another one when the earlier was closed or disconnected. Answers a
 * fresh address each time: one can be used once and for minutes.
 *
 * Refused with `account.refused` when the provider opens no account (a country it does not serve), and with
 * `payment.unavailable` when it does not answer: the same command again goes on where it stopped.
 */
export const onboardPayee: Verb<z.input<typeof input>, { url: string }> = async (deps, scope, raw) => {
  const begun = await begin(deps, scope, raw);
  if (!begun.ok) return begun;
  const opened = await openAccount(deps, scope.organizationId);
  if (!opened.ok) return opened;
  const page = `${deps.settings.producerOrigin}/onboarding`;
  const link = await deps.payments.createOnboardingLink(
    opened.value.accountId,
    `${page}?return=1`,
    `${page}?refresh=1`,
  );
  return link.kind === "done"
    ? ok(link.value)
    : refuse({ code: "payment.unavailable", details: { reason: link.reason } });
};

const begin: Verb<z.input<typeof input>, z.infer<typeof answer>> = (deps, scope, raw) =>
  runCommand(deps, scope, raw, {
    name: "account.onboard",
    permission: "account.onboard",
    input,
    answer,
    async carryOut(tx, _, now) {
      const { organizationId } = scope;
      const created = await tx.payeeAccount.createMany({
        data: [{ ...(await describeAccount(tx, scope)), createdAt: now, updatedAt: now }],
        skipDuplicates: true,
      });
      const left = await leaveLostAccount(tx, organizationId, now);
      return ok({
        answer: { organizationId },
        audit: [
          {
            action: "account.onboard",
            subjectType: "account",
            subjectId: organizationId,
            partnershipId: null,
            before: left,
            after: { first: String(created.count === 1) },
            reason: null,
          },
        ],
        live: [{ organizations: [organizationId], topic: "account", id: null }],
      });
    },
  });

/** What the account is asked for with; its currency is that of the first agreement, else that of the country. */
async function describeAccount(tx: TenantTransaction, { organizationId, userEmail }: Scope) {
  const { country } = await tx.organization.findUniqueOrThrow({ where: { id: organizationId } });
  const agreement = await tx.agreementVersion.findFirst({
    orderBy: [{ proposedAt: "asc" }, { partnershipId: "asc" }],
  });
  const currency = agreement?.currency ?? currencyOfCountry(country);
  return { organizationId, country, contactEmail: userEmail, currency, block: "onboarding_incomplete" };
}
