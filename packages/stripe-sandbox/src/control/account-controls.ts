import { z } from "zod";
import { assess, onboardingOf } from "../connect/assess";
import { failPayout } from "../connect/payout-steps";
import { actingFor } from "../context";
import { resourceMissing } from "../http/stripe-error";
import type { Control } from "./control";

const status = z.enum(["active", "inactive", "pending"]);
const capabilities = z.record(
  z.enum(["transfers", "card_payments", "payouts"]),
  status.nullable().optional(),
);
const failure = z.strictObject({ failure_code: z.string().default("could_not_process") });

/** Things Stripe or a bank would do to an account. */
export const accountControls: Control[] = [
  {
    // A status is kept against what the requirements say until it is set to null.
    method: "POST",
    pattern: "/accounts/:id/capabilities",
    run({ sandbox, platform, body, part }) {
      const wish = capabilities.parse(body);
      return sandbox.change(platform, (ctx) => {
        const account = ctx.store.get("accounts", part("id"))?.object;
        if (account === undefined) throw resourceMissing("account", part("id"), "id", true);
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
    method: "POST",
    pattern: "/payouts/:id/fail",
    run({ sandbox, platform, body, part }) {
      const wish = failure.parse(body);
      return sandbox.change(platform, (ctx) => {
        const row = ctx.store.get("payouts", part("id"));
        if (row === undefined) throw resourceMissing("payout", part("id"), "id", true);
        return failPayout(actingFor(ctx, row.account), row.object, wish.failure_code);
      });
    },
  },
];
