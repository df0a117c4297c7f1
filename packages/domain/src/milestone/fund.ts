import { type EntryDraft, PostingsBuilder } from "../ledger/entry";
import { checkSteps } from "../money/charge-step";
import { checkChargeMinimum, checkRest } from "../money/minimum";
import { maximumAmount, sum } from "../money/money";
import { moneyRoles } from "../notice/message";
import { type Failure, ok, type Result, refuse } from "../result";
import type { DecisionContext, MilestoneChange } from "./change";
import { confirmedFunding, type PaymentConfirmed } from "./confirmed-payment";
import { messageTo, moneyMessages } from "./messages";
import { type OpenedPayment, openPayment } from "./open-payment";
import { feeOfNext } from "./release";
import { confirmRepayment, contestedHeld, endHoldsWhenMadeGood, owedByBrand } from "./repay";
import type { MilestoneSnapshot, SnapshotFunding } from "./snapshot";
import { step } from "./step";
import { follow } from "./transitions";

/** How much may still be put into the milestone: the amount less what is funded and what an open payment page may bring. */
export function openToFund(snapshot: MilestoneSnapshot): bigint {
  return openIfPagesClosed(snapshot) - promised(snapshot, "opened");
}

/** As {@link openToFund} once the pages that were left open are closed: a bank debit under way cannot be called back. */
function openIfPagesClosed(snapshot: MilestoneSnapshot): bigint {
  return snapshot.amount - snapshot.money.funded - promised(snapshot, "processing") - contestedHeld(snapshot);
}

function promised({ fundings }: MilestoneSnapshot, wanted: "opened" | "processing"): bigint {
  const open = fundings.filter(({ status, purpose }) => status === wanted && purpose === "milestone");
  return sum(open.map(({ amount }) => amount));
}

/**
 * What funding `amount` costs the brand: with the fee on the brand's side it is charged beside the amount.
 *
 * @example quoteFunding(snapshot, 30_000n) // { fee: 750n, charged: 30_750n } at 250 basis points
 */
export function quoteFunding(snapshot: MilestoneSnapshot, amount: bigint): { fee: bigint; charged: bigint } {
  const fee =
    snapshot.terms.feeBearer === "brand"
      ? feeOfNext(
          snapshot.money.funded - snapshot.money.refunded,
          amount,
          snapshot.terms.feeBp,
          snapshot.currency,
        )
      : 0n;
  return { fee, charged: amount + fee };
}

/**
 * Opens a funding over a hosted page. No money moves yet. Amounts beyond what is open are refused by name, and so are
 * those that the provider would not charge, now or for the rest (`amount.below_minimum`, `amount.rest_below_minimum`).
 */
export function openFunding(
  snapshot: MilestoneSnapshot,
  input: { readonly amount: bigint; readonly currency: string },
  context: DecisionContext,
): Result<OpenedPayment, Failure> {
  const possible = follow(snapshot.state, "fund_part");
  if (!possible.ok) return possible;
  if (input.currency !== snapshot.currency) {
    return refuse({
      code: "milestone.currency_mismatch",
      field: "currency",
      details: { expected: snapshot.currency, actual: input.currency },
    });
  }
  if (input.amount <= 0n || input.amount > maximumAmount) {
    return refuse({ code: "input.invalid", field: "amount", details: { reason: "must be more than zero" } });
  }
  const inSteps = checkSteps(input.amount, snapshot.currency);
  if (!inSteps.ok) return inSteps;
  const enough = checkChargeMinimum(input.amount, snapshot.currency);
  if (!enough.ok) return enough;
  const open = openToFund(snapshot);
  if (input.amount > open) {
    return refuse({
      code: whyNotOpen(snapshot, input.amount),
      field: "amount",
      details: { open: String(open < 0n ? 0n : open), amount: String(input.amount) },
    });
  }
  const fundable = checkRest(input.amount, open, snapshot.currency);
  if (!fundable.ok) return fundable;
  const { amount } = input;
  const { fee } = quoteFunding(snapshot, amount);
  return ok(openPayment(snapshot, { amount, fee, purpose: "milestone" }, context));
}

/** Says what stands in the way of an amount. Only where closing an open page would make room is that said. */
function whyNotOpen(snapshot: MilestoneSnapshot, amount: bigint): string {
  const room = snapshot.amount - snapshot.money.funded;
  if (amount <= openIfPagesClosed(snapshot)) return "funding.another_open";
  if (amount <= room - contestedHeld(snapshot)) return "funding.processing";
  return amount <= room ? "funding.contested" : "funding.more_than_agreed";
}

/**
 * The provider says the charge succeeded: the money is held. Null when that was known before.
 * A charge of another amount or currency than was asked for is refused loudly: somebody must look.
 */
export function confirmFunding(
  snapshot: MilestoneSnapshot,
  payment: PaymentConfirmed,
  context: DecisionContext,
): Result<MilestoneChange | null, Failure> {
  const funding = snapshot.fundings.find(({ id }) => id === payment.fundingId);
  if (funding === undefined) return refuse({ code: "funding.not_found" });
  if (funding.status === "succeeded") return ok(null);
  if (payment.charged !== funding.amount + funding.fee || payment.currency !== snapshot.currency) {
    return refuse({
      code: "funding.amount_mismatch",
      details: {
        expected: String(funding.amount + funding.fee),
        charged: String(payment.charged),
        currency: payment.currency,
      },
    });
  }
  if (funding.purpose === "repayment") return ok(confirmRepayment(snapshot, funding, payment, context));
  const funded = snapshot.money.funded + funding.amount;
  const event = funded >= snapshot.amount ? "fund_full" : "fund_part";
  const next = step(snapshot, event, {
    action: "milestone.fund",
    amount: funding.amount,
    after: { funded: String(funded), charged: String(payment.charged), fundingId: funding.id },
  });
  if (!next.ok) return next;
  const data = {
    amount: String(funding.amount),
    fee: String(funding.fee),
    held: String(snapshot.money.held + funding.amount),
    toFund: String(snapshot.amount > funded ? snapshot.amount - funded : 0n),
  };
  const releasesLate =
    snapshot.state === "accepted" || (snapshot.state === "releasing_blocked" && snapshot.payee.payable);
  return ok({
    ...next.value,
    entries: [fundingEntry(snapshot, funding, payment, context)],
    funding: confirmedFunding(funding, payment),
    ...endHoldsWhenMadeGood(snapshot, { funded, owed: owedByBrand(snapshot) }),
    messages: moneyMessages("milestone.funded", snapshot, data, context.newId),
    operations: releasesLate
      ? [{ id: context.newId(), kind: "release.continue", subjectId: snapshot.id }]
      : [],
  });
}

/** The page was left until it closed, or the payment was refused: nothing was charged. Null when that was known before. */
export function endFunding(
  snapshot: MilestoneSnapshot,
  ended: { readonly fundingId: string; readonly status: "failed" | "expired"; readonly reason: string },
  context: DecisionContext,
): Result<MilestoneChange | null, Failure> {
  const funding = snapshot.fundings.find(({ id }) => id === ended.fundingId);
  if (funding === undefined) return refuse({ code: "funding.not_found" });
  if (!isOpen(funding)) return ok(null);
  const data = { amount: String(funding.amount), reason: ended.reason };
  // A payment that took days was announced to both sides, so both hear that it failed.
  const announced = funding.status === "processing" && funding.purpose === "milestone";
  return ok({
    transitions: [],
    patch: { state: snapshot.state },
    funding: { id: funding.id, status: ended.status, failureReason: ended.reason },
    audit: {
      action: "milestone.end_funding",
      before: { status: funding.status },
      after: { status: ended.status, fundingId: funding.id },
      reason: ended.reason,
    },
    messages:
      ended.status !== "failed"
        ? []
        : announced
          ? moneyMessages("funding.failed", snapshot, data, context.newId)
          : [messageTo("brand", moneyRoles, "funding.failed", snapshot, data, context.newId)],
  });
}

function fundingEntry(
  snapshot: MilestoneSnapshot,
  funding: SnapshotFunding,
  payment: PaymentConfirmed,
  context: DecisionContext,
): EntryDraft {
  return {
    id: context.newId(),
    kind: "milestone.funded",
    sourceKey: funding.id,
    partnershipId: snapshot.partnershipId,
    milestoneId: snapshot.id,
    postings: new PostingsBuilder(snapshot.currency)
      .debitPlatform("provider_platform", payment.charged - payment.processingFee)
      .debitPlatform("processing_fees", payment.processingFee)
      .credit("milestone_held", snapshot.id, funding.amount)
      .credit("milestone_fee_held", snapshot.id, funding.fee)
      .build(),
  };
}

function isOpen({ status }: SnapshotFunding): boolean {
  return status === "opened" || status === "processing";
}
