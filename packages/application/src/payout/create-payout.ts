import type { OperationOutcome } from "@evenshare/database";
import { currencyCode, payoutMinimum } from "@evenshare/domain";
import type { Deps } from "../deps";
import type { PayoutFacts, PayoutRequest, ProviderOutcome } from "../ports";
import { failWithoutAccess } from "./fail-without-access";
import { type LoadedPayout, loadPayout, requestOf } from "./load-payout";
import { recordPayout } from "./record-payout";

const lookAgainMs = 2_000;
const busyMs = 5_000;
/** The provider tells by event when money becomes available or arrives; these waits only cover a lost event. */
const waitForFundsMs = 15_000;
const waitForBankMs = 60_000;
/** The next payout takes a small one along; this wait only covers a minimum that becomes lower. */
const waitForMoreMs = 6 * 3_600_000;
/** The provider's code for an account that is closed or not ours to use any more. */
const noAccess = "account_invalid";

/**
 * Sends one payout to the producer's bank, once, and follows it until the bank has it or sends it back.
 * What is below the smallest payout waits for the next one and goes along with it.
 * It waits until the producer's balance at the provider covers it; an attempt whose end is not known is looked up first.
 */
export async function createPayout(
  deps: Deps,
  organizationId: string,
  payoutId: string,
): Promise<OperationOutcome> {
  const payout = await loadWithSmallOnes(deps, organizationId, payoutId);
  if (payout === null || payout.status === "paid" || payout.status === "failed") return { kind: "done" };
  if (payout.account === null)
    return { kind: "again", afterMs: waitForBankMs, reason: "the producer has no account" };
  const request = requestOf(payout, payout.account.id);
  if (payout.status === "in_transit") return follow(deps, payout, request);
  if (payout.attemptedBefore) {
    const found = await deps.payments.findPayout(request);
    if (found.kind !== "done") return { kind: "again", afterMs: busyMs, reason: found.reason };
    if (found.value !== null) return record(deps, payout, found.value);
  }
  if (payout.amount < payoutMinimum(payout.currency))
    return {
      kind: "again",
      afterMs: waitForMoreMs,
      reason: "too little to be sent: it goes with the next payout",
    };
  const cover = await findCover(deps, request);
  switch (cover) {
    case "covered":
      return attempt(deps, payout, request);
    case "no_access":
      return giveUp(deps, payout);
    case "not_yet":
      return {
        kind: "again",
        afterMs: waitForFundsMs,
        reason: "the money is not available at the provider yet",
      };
  }
}

/** The payout, with those that were too little to be sent alone. */
async function loadWithSmallOnes(
  deps: Deps,
  organizationId: string,
  payoutId: string,
): Promise<LoadedPayout | null> {
  return deps.database.inTenant(organizationId, async (tx) => {
    const row = await tx.payout.findUnique({ where: { id: payoutId } });
    if (row?.status === "waiting") {
      const least = payoutMinimum(currencyCode.parse(row.currency));
      await tx.$executeRaw`select app.gather_payouts(
        ${payoutId}::uuid, ${least}::bigint, ${deps.clock.now().toISOString()}::timestamptz)`;
    }
    return loadPayout(tx, payoutId);
  });
}

async function attempt(deps: Deps, payout: LoadedPayout, request: PayoutRequest): Promise<OperationOutcome> {
  await deps.database.inTenant(payout.organizationId, (tx) =>
    tx.payout.update({
      where: { id: payout.id },
      data: { attemptedAt: deps.clock.now(), providerAccountId: request.accountId },
    }),
  );
  const outcome = await deps.payments.createPayout(request);
  return settle(deps, payout, request, outcome);
}

async function settle(
  deps: Deps,
  payout: LoadedPayout,
  request: PayoutRequest,
  outcome: ProviderOutcome<PayoutFacts>,
): Promise<OperationOutcome> {
  const { attemptClass } = request.operation;
  switch (outcome.kind) {
    case "done":
      return record(deps, payout, outcome.value);
    case "later":
      if (outcome.keySpent === true) await putOff(deps, payout, { attemptClass: attemptClass + 1 });
      return { kind: "again", afterMs: outcome.retryAfterMs, reason: outcome.reason };
    case "unknown":
      await putOff(deps, payout, {
        status: "unknown",
        attemptClass: outcome.keySpent === true ? attemptClass + 1 : attemptClass,
      });
      return { kind: "again", afterMs: lookAgainMs, reason: outcome.reason };
    case "refused":
      // Something of another shape may exist under this key: another attempt could pay twice, so a person must look.
      if (outcome.code === "idempotency_error") return { kind: "failed", reason: outcome.reason };
      if (outcome.code === noAccess) return giveUp(deps, payout);
      // Nothing left the account. The next attempt runs under a new key.
      await putOff(deps, payout, {
        status: "waiting",
        attemptClass: attemptClass + 1,
        attemptedAt: null,
        failureReason: outcome.reason,
      });
      return { kind: "again", afterMs: waitForBankMs, reason: outcome.reason };
  }
}

/** Remembers how an attempt ended that is not over. What the provider's news settled meanwhile stays as it is. */
async function putOff(
  deps: Deps,
  payout: LoadedPayout,
  data: {
    readonly status?: "unknown" | "waiting";
    readonly attemptClass: number;
    readonly attemptedAt?: null;
    readonly failureReason?: string;
  },
): Promise<void> {
  await deps.database.inTenant(payout.organizationId, (tx) =>
    tx.payout.updateMany({ where: { id: payout.id, status: { in: ["waiting", "unknown"] } }, data }),
  );
}

async function follow(deps: Deps, payout: LoadedPayout, request: PayoutRequest): Promise<OperationOutcome> {
  if (payout.providerPayoutId === null) return { kind: "done" };
  const read = await deps.payments.readPayout(request.accountId, payout.providerPayoutId);
  if (read.kind !== "done") return { kind: "again", afterMs: busyMs, reason: read.reason };
  return record(deps, payout, read.value);
}

async function record(deps: Deps, payout: LoadedPayout, facts: PayoutFacts): Promise<OperationOutcome> {
  const status = await recordPayout(deps, payout.organizationId, payout.id, facts);
  return status === "in_transit"
    ? { kind: "again", afterMs: waitForBankMs, reason: "on its way to the bank" }
    : { kind: "done" };
}

/** The producer has taken our access to its account away: what lies there is its own to move now. */
async function giveUp(deps: Deps, payout: LoadedPayout): Promise<OperationOutcome> {
  await failWithoutAccess(deps, payout.organizationId, payout.id);
  return { kind: "done" };
}

async function findCover(deps: Deps, request: PayoutRequest): Promise<"covered" | "not_yet" | "no_access"> {
  const balance = await deps.payments.readBalance(request.accountId);
  if (balance.kind === "refused" && balance.code === noAccess) return "no_access";
  if (balance.kind !== "done") return "not_yet";
  const line = balance.value.find(({ currency }) => currency === request.currency);
  return line !== undefined && line.available >= request.amount ? "covered" : "not_yet";
}
