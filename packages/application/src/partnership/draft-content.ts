import type { TenantTransaction } from "@evenshare/database";
import {
  type CurrencyCode,
  checkChargeMinimum,
  checkSteps,
  ok,
  positiveAmount,
  type Result,
  refuse,
} from "@evenshare/domain";
import { z } from "zod";
import { type LoadedAgreement, type LoadedPartnership, latestAgreement } from "../query/load-partnerships";

/** A date before the product existed is a slip of the pen. */
const earliestDue = "2000-01-01";

/** What the shared schema leaves to the server: an amount that can be promised, and a day that can be meant. */
export const serverChecks = {
  amount: positiveAmount,
  dueOn: z.iso
    .date()
    .refine((day) => day >= earliestDue, `is before ${earliestDue}`)
    .nullable(),
};

/**
 * The agreement that a draft is written under; its currency is the milestone's, and the amount one that can be charged.
 * Refused with `milestone.currency_mismatch`, `amount.not_in_steps` and `amount.below_minimum`.
 */
export function agreementFor(
  partnership: LoadedPartnership,
  { amount, currency }: { readonly amount: bigint; readonly currency: CurrencyCode },
): Result<LoadedAgreement> {
  const agreement = latestAgreement(partnership);
  if (agreement.terms.currency === currency) {
    const inSteps = checkSteps(amount, currency);
    const chargeable = inSteps.ok ? checkChargeMinimum(amount, currency) : inSteps;
    return chargeable.ok ? ok(agreement) : chargeable;
  }
  const details = { expected: agreement.terms.currency, actual: currency };
  return refuse({ code: "milestone.currency_mismatch", field: "currency", details });
}

/** Writes the criteria of a draft in the place of those it had, numbered from 1. */
export async function replaceCriteria(
  tx: TenantTransaction,
  milestone: { readonly id: string; readonly partnershipId: string },
  texts: readonly string[],
  newId: () => string,
): Promise<void> {
  const { id: milestoneId, partnershipId } = milestone;
  await tx.milestoneCriterion.deleteMany({ where: { milestoneId } });
  await tx.milestoneCriterion.createMany({
    data: texts.map((text, index) => ({
      id: newId(),
      partnershipId,
      milestoneId,
      position: index + 1,
      text,
    })),
  });
}

/** Midnight UTC of a calendar day, which is how a date column is written. */
export function dateOf(day: string | null): Date | null {
  return day === null ? null : new Date(`${day}T00:00:00Z`);
}

interface Content {
  readonly title: string;
  readonly description: string;
  readonly amount: bigint;
  readonly currency: string;
  readonly dueOn: string | null;
  readonly criteria: readonly string[];
}

/** A draft as the audit trail keeps it. */
export function describeDraft({ title, description, amount, currency, dueOn, criteria }: Content) {
  return { title, description, amount: String(amount), currency, dueOn, criteria: criteria.join("\n") };
}
