import { ok, type Result, refuse } from "@evenshare/domain";
import type { Deps } from "../deps";
import { reopenFailedPayouts } from "../payout/reopen-failed-payouts";
import { continueReleases } from "./continue-releases";
import { recordAccountFacts } from "./record-account-facts";
import { readStoredAccount } from "./stored-account";

/** The provider's words for an account that is closed, or to which the platform has no access any more. */
const noAccess: ReadonlySet<string> = new Set(["account_invalid", "resource_missing"]);

/**
 * Asks the payment provider what a producer's account is allowed to do now and keeps the answer. When it can be paid,
 * the releases and payouts that waited for it are taken up again. An account that the provider does not show us any
 * more is kept as disconnected: what it said last about banks stays known.
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
  if (read.kind === "refused" && noAccess.has(read.code)) {
    const { banks } = readStoredAccount(account);
    const disconnected = {
      accountId: account.providerAccountId,
      payable: false,
      block: "disconnected",
      requirements: [],
      dueAt: null,
      banks,
      detailsSubmitted: false,
      country: account.country,
    } as const;
    await recordAccountFacts(deps, organizationId, disconnected, askedAt);
    return ok({ payable: false });
  }
  if (read.kind !== "done") return refuse({ code: "payment.unavailable", details: { reason: read.reason } });
  await recordAccountFacts(deps, organizationId, read.value, askedAt);
  if (read.value.payable) {
    // Every time, not only when the account becomes payable: a process may have died between the two.
    await continueReleases(deps, organizationId);
    await reopenFailedPayouts(deps, organizationId);
  }
  return ok({ payable: read.value.payable });
}
