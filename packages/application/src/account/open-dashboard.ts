import { ok, refuse, views } from "@evenshare/domain";
import { z } from "zod";
import { runCommand } from "../command/run-command";
import type { Verb } from "../verb";

const input = z.strictObject({ commandKey: views.commandKey });
const answer = z.object({ accountId: z.string() });

/**
 * Takes the producer to the provider's own dashboard of its account: balance, payouts, bank details. Answers a fresh
 * address each time.
 *
 * Refused with `account.not_found` before an account is there, with `account.no_dashboard` while it is not set up, and
 * with `payment.unavailable` when the provider does not answer.
 */
export const openDashboard: Verb<z.input<typeof input>, { url: string }> = async (deps, scope, raw) => {
  const begun = await begin(deps, scope, raw);
  if (!begun.ok) return begun;
  const link = await deps.payments.createDashboardLink(begun.value.accountId);
  if (link.kind === "done") return ok(link.value);
  return link.kind === "refused"
    ? refuse({ code: "account.no_dashboard", details: { reason: link.reason } })
    : refuse({ code: "payment.unavailable", details: { reason: link.reason } });
};

const begin: Verb<z.input<typeof input>, z.infer<typeof answer>> = (deps, scope, raw) =>
  runCommand(deps, scope, raw, {
    name: "account.open_dashboard",
    permission: "account.onboard",
    input,
    answer,
    async carryOut(tx) {
      const { organizationId } = scope;
      const account = await tx.payeeAccount.findUnique({ where: { organizationId } });
      if (!account?.providerAccountId) return refuse({ code: "account.not_found" });
      return ok({
        answer: { accountId: account.providerAccountId },
        audit: [
          {
            action: "account.open_dashboard",
            subjectType: "account",
            subjectId: organizationId,
            partnershipId: null,
            before: {},
            after: { providerAccountId: account.providerAccountId },
            reason: null,
          },
        ],
      });
    },
  });
