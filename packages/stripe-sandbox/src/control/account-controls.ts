import { z } from "zod";
import { assess, onboardingOf } from "../connect/assess";
import { adjustBalance, deauthorize, demand } from "../connect/demand";
import { failPayout } from "../connect/payout-steps";
import { completeTopup, failTopup } from "../connect/topup-steps";
import { settledCurrencies } from "../ledger/currencies";
import { failRefund } from "../payments/pay-refund";
import { type Control, onObject } from "./control";

const status = z.enum(["active", "inactive", "pending"]);
const capabilities = z.record(
  z.enum(["transfers", "card_payments", "payouts"]),
  status.nullable().optional(),
);
const items = z.array(z.string()).default([]);
const disabledReason = z.enum([
  "action_required.requested_capabilities",
  "listed",
  "other",
  "platform_paused",
  "rejected.fraud",
  "rejected.incomplete_verification",
  "rejected.listed",
  "rejected.other",
  "rejected.terms_of_service",
  "requirements.past_due",
  "requirements.pending_verification",
  "under_review",
]);
const errorCode = z.enum([
  "information_missing",
  "invalid_street_address",
  "invalid_value_other",
  "verification_document_expired",
  "verification_document_name_mismatch",
  "verification_document_not_readable",
  "verification_failed_keyed_identity",
  "verification_failed_keyed_match",
]);
const demands = z.union([
  z.null(),
  z.strictObject({
    currently_due: items,
    past_due: items,
    eventually_due: items,
    pending_verification: items,
    disabled_reason: disabledReason.nullable().default(null),
    current_deadline: z.int().nullable().default(null),
    errors: z
      .array(z.strictObject({ code: errorCode, reason: z.string(), requirement: z.string() }))
      .default([]),
  }),
]);
const adjustment = z.strictObject({
  amount: z.int(),
  currency: z.enum(settledCurrencies as [string, ...string[]]),
  description: z.string().default("Adjustment"),
});
const failure = z.strictObject({ failure_code: z.string().default("could_not_process") });
const refusedRefund = z.strictObject({ failure_reason: z.string().default("lost_or_stolen_card") });

/** Things Stripe or a bank would do to an account and its money. */
export const accountControls: Control[] = [
  {
    // A status is kept against what the requirements say until it is set to null.
    method: "POST",
    pattern: "/accounts/:id/capabilities",
    run(call) {
      const wish = capabilities.parse(call.body);
      return onObject(call, "accounts", "account", (ctx, account) => {
        const onboarding = onboardingOf(ctx, account.id);
        const overrides = { ...onboarding.capabilityOverrides };
        for (const [name, value] of Object.entries(wish)) {
          if (value === null || value === undefined) delete overrides[name];
          else overrides[name] = value;
        }
        ctx.store.put("onboardings", account.id, { ...onboarding, capabilityOverrides: overrides });
        return assess(ctx, account, account);
      });
    },
  },
  {
    // Asks for more, or shuts the account out; the body null takes it back.
    method: "POST",
    pattern: "/accounts/:id/requirements",
    run(call) {
      const wish = demands.parse(call.body);
      return onObject(call, "accounts", "account", (ctx, account) => demand(ctx, account, wish));
    },
  },
  {
    method: "POST",
    pattern: "/accounts/:id/deauthorize",
    run: (call) =>
      onObject(call, "accounts", "account", (ctx, account) => {
        deauthorize(ctx, account);
        return { id: account.id, deauthorized: true };
      }),
  },
  {
    method: "POST",
    pattern: "/accounts/:id/adjust",
    run(call) {
      const wish = adjustment.parse(call.body);
      return onObject(call, "accounts", "account", (ctx, account) => adjustBalance(ctx, account.id, wish));
    },
  },
  {
    method: "POST",
    pattern: "/payouts/:id/fail",
    run(call) {
      const wish = failure.parse(call.body);
      return onObject(call, "payouts", "payout", (ctx, payout) => failPayout(ctx, payout, wish.failure_code));
    },
  },
  {
    method: "POST",
    pattern: "/refunds/:id/fail",
    run(call) {
      const wish = refusedRefund.parse(call.body);
      return onObject(call, "refunds", "refund", (ctx, refund) =>
        failRefund(ctx, refund, wish.failure_reason),
      );
    },
  },
  {
    method: "POST",
    pattern: "/topups/:id/succeed",
    run: (call) => onObject(call, "topups", "topup", completeTopup),
  },
  {
    method: "POST",
    pattern: "/topups/:id/fail",
    run(call) {
      const wish = failure.parse(call.body);
      return onObject(call, "topups", "topup", (ctx, topup) => failTopup(ctx, topup, wish.failure_code));
    },
  },
];
