import type Stripe from "stripe";
import type { AccountDemands, OnboardingRow } from "../state/tables";

const forEveryone = ["business_type", "external_account", "tos_acceptance.date", "tos_acceptance.ip"];
const forPeople = [
  "individual.address.city",
  "individual.address.line1",
  "individual.address.postal_code",
  "individual.dob.day",
  "individual.dob.month",
  "individual.dob.year",
  "individual.first_name",
  "individual.last_name",
];
const forCompanies = [
  "company.address.city",
  "company.address.line1",
  "company.address.postal_code",
  "company.name",
  "representative.first_name",
  "representative.last_name",
];

const noDemands: AccountDemands = {
  currently_due: [],
  past_due: [],
  eventually_due: [],
  pending_verification: [],
  disabled_reason: null,
  current_deadline: null,
  errors: [],
};

/**
 * What an account owes: what the sandbox asks of everybody, and what the control plane demands on top. What is past
 * due is due now, and what is due now is due eventually, as at Stripe.
 */
export function requirementsOf(
  account: Stripe.Account,
  onboarding: OnboardingRow,
): Stripe.Account.Requirements {
  const demands = onboarding.demands ?? noDemands;
  const missing = stillDue(account, onboarding);
  const pastDue = union(missing, demands.past_due);
  const currentlyDue = union(pastDue, demands.currently_due);
  const pending = union(
    onboarding.verification === "pending" ? ["individual.verification.document"] : [],
    demands.pending_verification,
  );
  return {
    alternatives: [],
    current_deadline: demands.current_deadline,
    currently_due: currentlyDue,
    disabled_reason: demands.disabled_reason ?? disabledReason(pastDue, pending),
    errors: [...documentErrors(onboarding), ...demands.errors],
    eventually_due: union(currentlyDue, demands.eventually_due),
    past_due: pastDue,
    pending_verification: pending,
  };
}

function union(left: string[], right: string[]): string[] {
  return [...new Set([...left, ...right])].sort();
}

function stillDue(account: Stripe.Account, onboarding: OnboardingRow): string[] {
  const personal = account.business_type === "company" ? forCompanies : forPeople;
  const due = [...forEveryone, ...personal].filter((item) => !onboarding.provided.includes(item));
  if (onboarding.verification === "document_needed") due.push("individual.verification.document");
  return due.sort();
}

function disabledReason(
  pastDue: string[],
  pending: string[],
): Stripe.Account.Requirements.DisabledReason | null {
  if (pastDue.length > 0) return "requirements.past_due";
  return pending.length > 0 ? "requirements.pending_verification" : null;
}

function documentErrors(onboarding: OnboardingRow): Stripe.Account.Requirements.Error[] {
  if (onboarding.verification !== "document_needed") return [];
  return [
    {
      code: "verification_document_not_readable",
      reason: "The image supplied is not readable. Please upload a clear image of an identity document.",
      requirement: "individual.verification.document",
    },
  ];
}
