import type Stripe from "stripe";
import type { OnboardingForm } from "../connect/onboarding";
import { currencyRule } from "../ledger/currencies";

/**
 * Reads the onboarding form. With `complete`, everything the account still owes must be there; without it only
 * what was filled in must be right.
 */
export function readOnboardingForm(
  entered: URLSearchParams,
  account: Stripe.Account,
  complete: boolean,
): { form: OnboardingForm; problems: Record<string, string> } {
  const text = (name: string) => entered.get(name)?.trim() || null;
  const businessType = entered.get("business_type") === "company" ? "company" : "individual";
  const form: OnboardingForm = {
    businessType,
    firstName: text("first_name"),
    lastName: text("last_name"),
    companyName: businessType === "company" ? text("company_name") : null,
    dateOfBirth: text("dob"),
    line1: text("line1"),
    city: text("city"),
    postalCode: text("postal_code"),
    bank: bankOf(entered, account),
    acceptsTerms: entered.get("tos") === "yes",
    verification: verificationOf(entered.get("verification")),
  };
  return { form, problems: { ...(complete ? missing(form, account) : {}), ...wrong(form, entered) } };
}

function bankOf(entered: URLSearchParams, account: Stripe.Account): OnboardingForm["bank"] {
  const number = (entered.get("account_number") ?? "").replace(/[\s-]/g, "").toUpperCase();
  if (number === "") return null;
  const country = /^[A-Z]{2}\d{2}/.test(number) ? number.slice(0, 2) : (account.country ?? "GB");
  const routing = entered.get("routing_number")?.trim();
  const currency = (entered.get("currency")?.trim() || account.default_currency || "gbp").toLowerCase();
  return {
    object: "bank_account",
    account_number: number,
    country,
    currency,
    ...(routing ? { routing_number: routing } : {}),
  };
}

function verificationOf(value: string | null): OnboardingForm["verification"] {
  return value === "in_one_hour" || value === "needs_document" ? value : "at_once";
}

/** Which field asks for which requirement. */
const asks: Record<string, [field: string, sentence: string]> = {
  external_account: ["account_number", "Enter the account money is paid to."],
  "tos_acceptance.date": ["tos", "Accept the agreement to be paid."],
  "individual.first_name": ["first_name", "Enter your first name."],
  "individual.last_name": ["last_name", "Enter your last name."],
  "representative.first_name": ["first_name", "Enter your first name."],
  "representative.last_name": ["last_name", "Enter your last name."],
  "company.name": ["company_name", "Enter the company's name."],
  "individual.dob.day": ["dob", "Enter your date of birth."],
  "individual.address.line1": ["line1", "Enter your address."],
  "individual.address.city": ["city", "Enter your city."],
  "individual.address.postal_code": ["postal_code", "Enter your postal code."],
  "company.address.line1": ["line1", "Enter the company's address."],
  "company.address.city": ["city", "Enter the company's city."],
  "company.address.postal_code": ["postal_code", "Enter the company's postal code."],
};

function missing(form: OnboardingForm, account: Stripe.Account): Record<string, string> {
  const given: Record<string, boolean> = {
    account_number: form.bank !== null,
    tos: form.acceptsTerms,
    first_name: form.firstName !== null,
    last_name: form.lastName !== null,
    company_name: form.companyName !== null,
    dob: form.dateOfBirth !== null,
    line1: form.line1 !== null,
    city: form.city !== null,
    postal_code: form.postalCode !== null,
  };
  const company = form.businessType === "company";
  const due = (account.requirements?.currently_due ?? []).map((item) => forKind(item, company));
  const needed = due.flatMap((item) => (asks[item] === undefined ? [] : [asks[item]]));
  return Object.fromEntries(
    needed.filter(([field]) => given[field] === false && !(company && field === "dob")),
  );
}

/** What a person owes is asked of the company or its representative once the form says it is one. */
function forKind(item: string, company: boolean): string {
  if (!company)
    return item.replace("representative.", "individual.").replace("company.address", "individual.address");
  return item
    .replace("individual.address", "company.address")
    .replace(/^individual\.(first|last)/, "representative.$1");
}

function wrong(form: OnboardingForm, entered: URLSearchParams): Record<string, string> {
  const problems: Record<string, string> = {};
  const bank = form.bank;
  if (bank !== null && !/^[A-Z0-9]{5,34}$/.test(bank.account_number)) {
    problems["account_number"] = "Enter an IBAN or the account number.";
  }
  if (bank?.currency !== undefined && currencyRule(bank.currency) === undefined) {
    problems["currency"] = "Enter a currency such as GBP or EUR.";
  }
  const dob = entered.get("dob") ?? "";
  if (dob !== "" && Number.isNaN(Date.parse(dob))) problems["dob"] = "Enter the date as year-month-day.";
  return problems;
}
