import { entryToWire, plain, type TenantTransaction } from "@evenshare/database";
import {
  explainPayoutFailure,
  type MessageTemplate,
  moneyRoles,
  type PayoutStatus,
  type PayoutStep,
  recordPayoutNews,
} from "@evenshare/domain";
import type { Deps } from "../deps";
import type { PayoutFacts } from "../ports";
import { type LoadedPayout, loadPayout } from "./load-payout";
import { provider } from "./provider-actor";

type Failure = ReturnType<typeof explainPayoutFailure>;

/**
 * Writes what the provider says of a payout: sent, paid or failed, with ledger entries, audit row and mail. What was
 * written before is not written again. Answers where the payout stands, or null when there is none.
 */
export async function recordPayout(
  deps: Deps,
  organizationId: string,
  payoutId: string,
  facts: PayoutFacts,
): Promise<PayoutStatus | null> {
  return deps.database.inTenant(organizationId, async (tx) => {
    const payout = await loadPayout(tx, payoutId);
    if (payout === null) return null;
    const news = { payout, providerPayoutId: facts.payoutId, providerStatus: facts.status };
    const step = recordPayoutNews(news, deps.newId);
    if (step === null) return payout.status;
    await write(deps, tx, payout, facts, step);
    return step.status;
  });
}

async function write(
  deps: Deps,
  tx: TenantTransaction,
  payout: LoadedPayout,
  facts: PayoutFacts,
  step: PayoutStep,
): Promise<void> {
  const failure =
    step.status === "failed" ? explainPayoutFailure(facts.failureCode, facts.failureReason) : null;
  const change = {
    entries: step.entries.map(entryToWire),
    payout: payoutUpdate(payout, facts, step, failure),
    audit: payout.milestones.slice(0, 1).map(({ partnershipId }) => ({
      partnershipId,
      action: `payout.${step.status}`,
      subjectType: "payout",
      subjectId: payout.id,
      reason: failure?.reason ?? null,
      before: { status: payout.status },
      after: {
        status: step.status,
        amount: String(payout.amount),
        currency: payout.currency,
        providerPayoutId: facts.payoutId,
      },
    })),
    messages: messages(deps, payout, facts, step, failure),
    live: [
      { organizations: [payout.organizationId], topic: "payout", id: payout.id },
      ...payout.milestones.map(({ id, parties }) => ({ organizations: parties, topic: "milestone", id })),
    ],
  };
  const now = deps.clock.now().toISOString();
  await tx.$executeRaw`select app.apply_change(${JSON.stringify(provider)}::jsonb, null,
    ${JSON.stringify(plain(change))}::jsonb, ${now}::timestamptz)`;
}

/** A failed attempt gives its provider id up: the next one runs under a new key. */
function payoutUpdate(payout: LoadedPayout, facts: PayoutFacts, step: PayoutStep, failure: Failure | null) {
  const failed = step.status === "failed";
  return {
    id: payout.id,
    status: step.status,
    providerPayoutId: failed ? null : facts.payoutId,
    ...(failed ? { attemptClass: payout.attemptClass + 1 } : {}),
    failureReason: failure?.reason ?? null,
    fix: failure?.fix ?? null,
    bank: payout.account?.bank,
    traceId: facts.traceId,
    expectedAt: facts.arrivalDate,
  };
}

function messages(
  deps: Deps,
  payout: LoadedPayout,
  facts: PayoutFacts,
  step: PayoutStep,
  failure: Failure | null,
) {
  const [milestone] = payout.milestones;
  if (milestone === undefined) return [];
  return templatesFor(step).map((template) => ({
    id: deps.newId(),
    template,
    toOrganizationId: payout.organizationId,
    toRoles: moneyRoles,
    data: {
      partnershipId: milestone.partnershipId,
      milestoneId: milestone.id,
      milestoneTitle: milestone.title,
      brandName: milestone.brandName,
      timeZone: milestone.timeZone,
      amount: String(payout.amount),
      currency: payout.currency,
      partnershipTitle: milestone.partnershipTitle,
      ...(payout.account?.bank == null ? {} : { bankName: payout.account.bank }),
      expectedOn: facts.arrivalDate.toISOString(),
      ...(facts.traceId === null ? {} : { traceId: facts.traceId }),
      ...failure,
    },
  }));
}

function templatesFor({ status, firstHeard }: PayoutStep): readonly MessageTemplate[] {
  if (status === "failed") return ["payout.failed"];
  if (status === "in_transit") return ["payout.sent"];
  return firstHeard ? ["payout.sent", "payout.paid"] : ["payout.paid"];
}
