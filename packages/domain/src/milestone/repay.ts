import { PostingsBuilder } from "../ledger/entry";
import { checkChargeMinimum } from "../money/minimum";
import { sum } from "../money/money";
import { type Failure, ok, type Result, refuse } from "../result";
import type { DecisionContext, MilestoneChange } from "./change";
import { confirmedFunding, type PaymentConfirmed } from "./confirmed-payment";
import { moneyMessages } from "./messages";
import { type OpenedPayment, openPayment } from "./open-payment";
import type { MilestoneSnapshot, SnapshotFunding } from "./snapshot";
import { follow } from "./transitions";

/** What the brand owes now: taken back by its bank after it had been released, less what it has repaid. */
export function owedByBrand({ returns, fundings }: Pick<MilestoneSnapshot, "returns" | "fundings">): bigint {
  const taken = returns.filter(({ status }) => status !== "restored").map(({ owed }) => owed);
  const repaid = fundings.filter(({ purpose, status }) => purpose === "repayment" && status === "succeeded");
  return sum(taken) - sum(repaid.map(({ amount }) => amount));
}

/** Held money that the bank took while the provider has not decided yet: it may come back, so it is not paid in twice. */
export function contestedHeld({ returns }: Pick<MilestoneSnapshot, "returns">): bigint {
  return sum(returns.filter(({ status }) => status === "contested").map(({ fromHeld }) => fromHeld));
}

/** What can be repaid: the debt that is final, less what an open payment may bring. */
export function openToRepay(snapshot: Pick<MilestoneSnapshot, "returns" | "fundings">): bigint {
  const contested = snapshot.returns.filter(({ status }) => status === "contested").map(({ owed }) => owed);
  const open = snapshot.fundings.filter(
    ({ purpose, status }) => purpose === "repayment" && (status === "opened" || status === "processing"),
  );
  return owedByBrand(snapshot) - sum(contested) - sum(open.map(({ amount }) => amount));
}

/**
 * Opens a payment of all that the brand owes for this milestone. The server says how much; no fee is added. A debt
 * below the smallest charge is refused by `amount.below_minimum` and waits.
 */
export function openRepayment(
  snapshot: MilestoneSnapshot,
  context: DecisionContext,
): Result<OpenedPayment, Failure> {
  const amount = openToRepay(snapshot);
  if (amount <= 0n) {
    return refuse({ code: whyNotRepay(snapshot) });
  }
  const enough = checkChargeMinimum(amount, snapshot.currency);
  if (!enough.ok) return enough;
  return ok(openPayment(snapshot, { amount, fee: 0n, purpose: "repayment" }, context));
}

function whyNotRepay(snapshot: MilestoneSnapshot): string {
  const open = snapshot.fundings.filter(({ purpose }) => purpose === "repayment");
  if (open.some(({ status }) => status === "processing")) return "funding.processing";
  return open.some(({ status }) => status === "opened") ? "funding.another_open" : "repayment.nothing_owed";
}

/** The brand made its debt good. With the last of it a milestone that was through is through again. */
export function confirmRepayment(
  snapshot: MilestoneSnapshot,
  funding: SnapshotFunding,
  payment: PaymentConfirmed,
  context: DecisionContext,
): MilestoneChange {
  const owed = owedByBrand(snapshot) - funding.amount;
  const recovered = owed === 0n ? follow(snapshot.state, "recover_clawback") : null;
  const to = recovered?.ok ? recovered.value : snapshot.state;
  return {
    transitions: recovered?.ok
      ? [{ event: "recover_clawback", from: snapshot.state, to, amount: funding.amount, reason: null }]
      : [],
    patch: { state: to },
    audit: {
      action: "milestone.repay",
      before: { state: snapshot.state, owed: String(owed + funding.amount) },
      after: { state: to, owed: String(owed), fundingId: funding.id },
      reason: null,
    },
    entries: [
      {
        id: context.newId(),
        kind: "funding.repaid",
        sourceKey: funding.id,
        partnershipId: snapshot.partnershipId,
        milestoneId: snapshot.id,
        postings: new PostingsBuilder(snapshot.currency)
          .debitPlatform("provider_platform", payment.charged - payment.processingFee)
          .debitPlatform("processing_fees", payment.processingFee)
          .credit("brand_receivable", snapshot.id, payment.charged)
          .build(),
      },
    ],
    funding: confirmedFunding(funding, payment),
    ...endHoldsWhenMadeGood(snapshot, { funded: snapshot.money.funded, owed }),
    messages: moneyMessages(
      "funding.repaid",
      snapshot,
      { amount: String(funding.amount), owed: String(owed) },
      context.newId,
    ),
  };
}

/** Holds for money that stays gone end once nothing is owed and as much is funded again as was agreed. */
export function endHoldsWhenMadeGood(
  snapshot: MilestoneSnapshot,
  after: { readonly funded: bigint; readonly owed: bigint },
): Pick<MilestoneChange, "holds" | "deadlines"> {
  const final = new Set(snapshot.returns.filter(({ status }) => status === "final").map(({ id }) => id));
  const ids = snapshot.holds.filter(({ subjectId }) => final.has(subjectId)).map(({ id }) => id);
  if (ids.length === 0 || after.owed > 0n || after.funded < snapshot.amount) return {};
  const all = ids.length === snapshot.holds.length;
  return {
    holds: { end: { ids, reason: "The money was paid again." } },
    ...(all ? { deadlines: { cancel: ["hold.review"], set: [] } } : {}),
  };
}
