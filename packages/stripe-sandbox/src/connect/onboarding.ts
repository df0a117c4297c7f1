import type Stripe from "stripe";
import { hour, setTimer } from "../clock/timers";
import type { Context } from "../context";
import type { OnboardingRow } from "../state/tables";
import { assess, onboardingOf, provide, saveAccount } from "./assess";
import { addBankAccount, type BankAccountInput } from "./bank-accounts";

/** What the hosted onboarding page collects; empty fields were left out. */
export interface OnboardingForm {
  businessType: "company" | "individual" | null;
  firstName: string | null;
  lastName: string | null;
  companyName: string | null;
  dateOfBirth: string | null;
  line1: string | null;
  city: string | null;
  postalCode: string | null;
  bank: BankAccountInput | null;
  acceptsTerms: boolean;
  /** The sandbox's own choice of how the verification goes. */
  verification: "at_once" | "in_one_hour" | "needs_document";
}

/** Takes in what the hosted page collected; what is missing stays due. */
export function submitOnboarding(
  ctx: Context,
  accountId: string,
  form: OnboardingForm,
  ip: string,
): Stripe.Account {
  const before = accountOf(ctx, accountId);
  provide(ctx, accountId, providedBy(form));
  if (form.bank !== null) addBankAccount(ctx, accountId, form.bank);
  const name = form.companyName ?? joined(form.firstName, form.lastName);
  const account = saveAccount(ctx, {
    ...before,
    business_type: form.businessType ?? before.business_type ?? null,
    tos_acceptance: form.acceptsTerms
      ? { ...before.tos_acceptance, date: ctx.now, ip }
      : (before.tos_acceptance ?? {}),
    settings: withName(before, name),
  });
  meetDemands(ctx, accountId, form);
  if (form.acceptsTerms) startVerification(ctx, accountId, form.verification);
  return assess(ctx, account, before);
}

/** What Stripe had asked for on top is met with the form, unless the account was rejected for good. */
function meetDemands(ctx: Context, accountId: string, form: OnboardingForm): void {
  const { demands, ...rest } = onboardingOf(ctx, accountId);
  if (demands === undefined || form.verification === "needs_document") return;
  if (demands.disabled_reason?.startsWith("rejected.") === true) return;
  ctx.store.put("onboardings", accountId, rest);
}

/** The clock's part: the verification that was pending has gone well. */
export function verifyAccount(ctx: Context, accountId: string): void {
  const before = accountOf(ctx, accountId);
  setVerification(ctx, accountId, "verified");
  assess(ctx, before, before);
}

function startVerification(ctx: Context, accountId: string, wish: OnboardingForm["verification"]): void {
  if (wish === "in_one_hour") {
    setVerification(ctx, accountId, "pending");
    setTimer(ctx, "verification", accountId, ctx.now + hour);
    return;
  }
  setVerification(ctx, accountId, wish === "at_once" ? "verified" : "document_needed");
}

function setVerification(ctx: Context, accountId: string, verification: OnboardingRow["verification"]): void {
  ctx.store.put("onboardings", accountId, { ...onboardingOf(ctx, accountId), verification });
}

function providedBy(form: OnboardingForm): string[] {
  const who = form.businessType === "company" ? "company" : "individual";
  const person = form.businessType === "company" ? "representative" : "individual";
  const given: [string, unknown][] = [
    ["business_type", form.businessType],
    [`${person}.first_name`, form.firstName],
    [`${person}.last_name`, form.lastName],
    ["company.name", form.companyName],
    ["individual.dob.day", form.dateOfBirth],
    ["individual.dob.month", form.dateOfBirth],
    ["individual.dob.year", form.dateOfBirth],
    [`${who}.address.line1`, form.line1],
    [`${who}.address.city`, form.city],
    [`${who}.address.postal_code`, form.postalCode],
    ["tos_acceptance.date", form.acceptsTerms || null],
    ["tos_acceptance.ip", form.acceptsTerms || null],
  ];
  return given.filter(([, value]) => value !== null).map(([item]) => item);
}

function withName(account: Stripe.Account, name: string | null): Stripe.Account.Settings | null {
  const settings = account.settings ?? null;
  if (settings === null || name === null) return settings;
  return { ...settings, dashboard: { ...settings.dashboard, display_name: name } };
}

function joined(first: string | null, last: string | null): string | null {
  return first === null || last === null ? null : `${first} ${last}`;
}

function accountOf(ctx: Context, id: string): Stripe.Account {
  const row = ctx.store.get("accounts", id);
  if (row === undefined) throw new Error(`no account ${id}`);
  return row.object;
}
