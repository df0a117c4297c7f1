/** What a person types on the sandbox's payment page. */
const card = { exp: "12/34", cvc: "123" };

/** Pays a hosted payment page as a person would, by its form. Nothing happens to one that is paid already. */
export async function payOnHostedPage(url: string, payer: { email: string; name: string }): Promise<void> {
  const form = { ...card, number: "4242 4242 4242 4242", ...payer };
  const answer = await submitForm(url, form);
  const paid = answer.status === 303 || answer.status === 200;
  if (!paid) throw new Error(`The payment page answered ${answer.status}: ${url}`);
}

/** Test bank accounts: one that pays and is returned a week later, and one that never answers. */
const bankAccounts = { isReturned: "000555555559", neverAnswers: "000000000009" } as const;
export type SeedBankAccount = keyof typeof bankAccounts;

/** As {@link payOnHostedPage}, in US dollars by debit from a bank account. */
export async function debitOnHostedPage(
  url: string,
  account: SeedBankAccount,
  payer: { email: string; name: string },
): Promise<void> {
  const answer = await submitForm(url, {
    method: "us_bank_account",
    routing_number: "110000000",
    account_number: bankAccounts[account],
    account_holder_type: "company",
    ...payer,
  });
  const paid = answer.status === 303 || answer.status === 200;
  if (!paid) throw new Error(`The payment page answered ${answer.status}: ${url}`);
}

/** What the onboarding page asks of a company. */
export interface CompanyDetails {
  readonly companyName: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly line1: string;
  readonly city: string;
  readonly postalCode: string;
  readonly accountNumber: string;
}

/** Fills in the hosted onboarding of a company. */
export async function onboardOnHostedPage(url: string, company: CompanyDetails): Promise<void> {
  const answer = await submitForm(url, {
    business_type: "company",
    company_name: company.companyName,
    first_name: company.firstName,
    last_name: company.lastName,
    line1: company.line1,
    city: company.city,
    postal_code: company.postalCode,
    account_number: company.accountNumber,
    tos: "yes",
  });
  if (answer.status !== 303) throw new Error(`The onboarding page answered ${answer.status}: ${url}`);
}

function submitForm(url: string, form: Record<string, string>): Promise<Response> {
  return fetch(url, { method: "POST", body: new URLSearchParams(form), redirect: "manual" });
}
