import { ok, type Result, refuse } from "@evenshare/domain";
import type { Deps } from "../deps";
import { continueReleases } from "./continue-releases";
import { recordAccountFacts } from "./record-account-facts";

/**
 * Asks the payment provider what a producer's account is allowed to do now and keeps the answer. When it can be paid,
 * the releases that waited for it are taken up again.
 *
 * May run at any time and any number of times. Refused with `account.not_found` before onboarding was begun, and with
 * `payment.unavailable` when the provider does not answer: then what was known before stays.
 */
export async function refreshPayeeAccount(
  deps: Deps,
  organizationId: string,
): Promise<Result<{ payable: boolean }>> {
  const account = await deps.database.inTenant(organizationId, (tx) =>
    tx.payeeAccount.findUnique({ where: { organizationId } }),
  );
  if (!account?.providerAccountId) return refuse({ code: "account.not_found" });
  const askedAt = deps.clock.now();
  const read = await deps.payments.readAccount(account.providerAccountId);
  if (read.kind !== "done") return refuse({ code: "payment.unavailable", details: { reason: read.reason } });
  await recordAccountFacts(deps, organizationId, read.value, askedAt);
  // Every time, not only when the account becomes payable: a process may have died between the two.
  if (read.value.payable) await continueReleases(deps, organizationId);
  return ok({ payable: read.value.payable });
}
