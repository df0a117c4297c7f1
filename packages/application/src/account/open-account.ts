import { currencyCode, ok, type Result, refuse } from "@evenshare/domain";
import type { Deps } from "../deps";
import type { AccountFacts, ProviderOutcome } from "../ports";
import { recordAccountFacts } from "./record-account-facts";

/** The provider's word for "this key came with other parameters before": never a reason for another key. */
const keyReused = "idempotency_error";

/**
 * The producer's account at the payment provider, opened if it has none, and its id there. The operation is the
 * organization itself, so that any number of attempts open one account.
 */
export async function openAccount(
  deps: Deps,
  organizationId: string,
): Promise<Result<{ accountId: string }>> {
  const known = await readAccount(deps, organizationId);
  if (known.providerAccountId !== null) return ok({ accountId: known.providerAccountId });
  const askedAt = deps.clock.now();
  const outcome = await deps.payments.createAccount({
    operation: { id: organizationId, attemptClass: known.attemptClass },
    organizationId,
    email: known.contactEmail,
    businessName: known.businessName,
    country: known.country,
    currency: currencyCode.parse(known.currency),
  });
  if (outcome.kind !== "done") return fail(deps, organizationId, known.attemptClass, outcome);
  await recordAccountFacts(deps, organizationId, outcome.value, askedAt);
  // What was kept, not what was answered: another click may have been first.
  const { providerAccountId } = await readAccount(deps, organizationId);
  if (providerAccountId === null) throw new Error(`the account of ${organizationId} was not kept`);
  return ok({ accountId: providerAccountId });
}

async function readAccount(deps: Deps, organizationId: string) {
  return deps.database.inTenant(organizationId, async (tx) => {
    const account = await tx.payeeAccount.findUniqueOrThrow({ where: { organizationId } });
    const { name } = await tx.organization.findUniqueOrThrow({ where: { id: organizationId } });
    return { ...account, businessName: name };
  });
}

async function fail(
  deps: Deps,
  organizationId: string,
  attemptClass: number,
  outcome: Exclude<ProviderOutcome<AccountFacts>, { kind: "done" }>,
): Promise<Result<never>> {
  if (isKeySpent(outcome)) {
    // An account that was made without our knowledge stays empty: money only ever goes to the one that is kept.
    await deps.database.inTenant(organizationId, (tx) =>
      tx.payeeAccount.updateMany({
        where: { organizationId, attemptClass },
        data: { attemptClass: attemptClass + 1 },
      }),
    );
  }
  const details = { reason: outcome.reason };
  return outcome.kind === "refused"
    ? refuse({ code: "account.refused", details: { ...details, provider: outcome.code } })
    : refuse({ code: "payment.unavailable", details });
}

function isKeySpent(outcome: Exclude<ProviderOutcome<AccountFacts>, { kind: "done" }>): boolean {
  return outcome.kind === "refused" ? outcome.code !== keyReused : outcome.keySpent === true;
}
