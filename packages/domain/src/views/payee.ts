import { z } from "zod";
import { requirementUrgencies } from "../payee/account";

/**
 * A producer's account at the payment provider, as the producer sees it. `checking`: all was given, the provider looks
 * at it. `disconnected`: the producer took the platform's access away. `closed`: the provider has.
 */
export const payeeAccountView = z.strictObject({
  status: z.enum(["none", "onboarding", "checking", "active", "restricted", "closed", "disconnected"]),
  payable: z.boolean(),
  /** What the provider asks for, most pressing first. */
  requirements: z.array(
    z.strictObject({
      field: z.string(),
      urgency: z.enum(requirementUrgencies),
      reason: z.string().nullable(),
    }),
  ),
  dueAt: z.date().nullable(),
  /** One line per currency that the producer is paid in or has a bank account for; `label` null: none takes it yet. */
  banks: z.array(z.strictObject({ currency: z.string(), label: z.string().nullable() })),
  country: z.string().nullable(),
  /** Whether the provider shows its own dashboard of this account. */
  hasDashboard: z.boolean(),
});
export type PayeeAccountView = z.infer<typeof payeeAccountView>;
