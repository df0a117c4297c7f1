import { type Failure, ok, type Result, refuse } from "../result";
import type { DecisionContext, MilestoneChange, PaidWith } from "./change";
import { moneyMessages } from "./messages";
import type { MilestoneSnapshot } from "./snapshot";

/** A debit from a bank account is through after at most so many working days, and may be refused until then. */
const debitWorkingDays = 4;
const dayMs = 86_400_000;

/**
 * When a bank debit that was accepted now is expected to be through: working days, bank holidays left aside.
 *
 * @example expectDebit(new Date("2026-11-26T10:00:00Z")) // 2026-12-02T10:00:00Z: Thursday and four working days
 */
export function expectDebit(now: Date): Date {
  let at = now;
  for (let left = debitWorkingDays; left > 0; ) {
    at = new Date(at.getTime() + dayMs);
    if (at.getUTCDay() !== 0 && at.getUTCDay() !== 6) left -= 1;
  }
  return at;
}

/**
 * The brand's bank was asked for the money: nothing is held until it has paid, which takes days. Both sides are told
 * that, and when. Null when that was known before, or is over already.
 */
export function processFunding(
  snapshot: MilestoneSnapshot,
  payment: {
    readonly fundingId: string;
    readonly paymentId: string;
    readonly paidWith: PaidWith | null;
  },
  context: DecisionContext,
): Result<MilestoneChange | null, Failure> {
  const funding = snapshot.fundings.find(({ id }) => id === payment.fundingId);
  if (funding === undefined) return refuse({ code: "funding.not_found" });
  if (funding.status !== "opened") return ok(null);
  const expectedAt = expectDebit(context.now);
  const data = { amount: String(funding.amount), dueAt: expectedAt.toISOString() };
  return ok({
    transitions: [],
    patch: { state: snapshot.state },
    funding: {
      id: funding.id,
      status: "processing",
      providerPaymentId: payment.paymentId,
      expectedAt,
      paidWith: payment.paidWith,
    },
    audit: {
      action: "milestone.process_funding",
      before: { status: funding.status },
      after: { status: "processing", fundingId: funding.id, expectedAt: expectedAt.toISOString() },
      reason: null,
    },
    messages:
      funding.purpose === "milestone"
        ? moneyMessages("funding.processing", snapshot, data, context.newId)
        : [],
  });
}
