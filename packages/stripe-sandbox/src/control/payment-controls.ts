import { z } from "zod";
import { completeDebit, failDebit, returnDebit } from "../payments/bank-debits";
import { decideDispute } from "../payments/decide-dispute";
import { openDispute } from "../payments/open-dispute";
import { type DebitFailure, debitFailures } from "../payments/test-banks";
import { type Control, onObject } from "./control";

const failureCodes = Object.keys(debitFailures) as [DebitFailure, ...DebitFailure[]];
const answered = z.discriminatedUnion("outcome", [
  z.strictObject({ outcome: z.literal("succeeded") }),
  z.strictObject({
    outcome: z.literal("failed"),
    failure_code: z.enum(failureCodes).default("insufficient_funds"),
  }),
]);
const returned = z.strictObject({
  reason: z
    .enum(["bank_cannot_process", "debit_not_authorized", "incorrect_account_details", "insufficient_funds"])
    .default("insufficient_funds"),
});
const disputed = z.strictObject({
  inquiry: z.boolean().default(false),
  reason: z.string().default("fraudulent"),
});
const decided = z.strictObject({ outcome: z.enum(["won", "lost"]) });

/** Things a payer's bank does after a payment. */
export const paymentControls: Control[] = [
  {
    // The bank answers a debit that is processing, before its day or (for the account that never answers) at all.
    method: "POST",
    pattern: "/charges/:id/answer",
    run(call) {
      const wish = answered.parse(call.body);
      return onObject(call, "charges", "charge", (ctx, charge) =>
        wish.outcome === "succeeded" ? completeDebit(ctx, charge) : failDebit(ctx, charge, wish.failure_code),
      );
    },
  },
  {
    // The bank takes back a debit that had succeeded: final, and known as a dispute.
    method: "POST",
    pattern: "/charges/:id/return",
    run(call) {
      const { reason } = returned.parse(call.body);
      return onObject(call, "charges", "charge", (ctx, charge) => returnDebit(ctx, charge, reason));
    },
  },
  {
    method: "POST",
    pattern: "/charges/:id/dispute",
    run(call) {
      const { inquiry, reason } = disputed.parse(call.body);
      const kind = inquiry ? "inquiry" : "chargeback";
      return onObject(call, "charges", "charge", (ctx, charge) => openDispute(ctx, charge, { kind, reason }));
    },
  },
  {
    method: "POST",
    pattern: "/disputes/:id/decide",
    run(call) {
      const { outcome } = decided.parse(call.body);
      return onObject(call, "disputes", "dispute", (ctx, dispute) => decideDispute(ctx, dispute, outcome));
    },
  },
];
