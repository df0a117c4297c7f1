/** The card whose money is available at once. */
const cardAtOnce = "4000000000000077";

/** Pays a hosted payment page, as the brand's person does in the browser. */
export function payPage(url: string): Promise<void> {
  return submitForm(url, {
    email: "payer@example.test",
    number: cardAtOnce,
    exp: "12/40",
    cvc: "123",
    name: "A Payer",
  });
}

/** Bank accounts whose debits end each in its own way after two days. */
const bankAccounts = { pays: "000123456789", refuses: "000222222227" } as const;

/** Pays a hosted page in US dollars by debit from a bank account. */
export function payPageFromBank(url: string, ends: keyof typeof bankAccounts): Promise<void> {
  return submitForm(url, {
    method: "us_bank_account",
    email: "payer@example.test",
    name: "A Payer",
    routing_number: "110000000",
    account_number: bankAccounts[ends],
    account_holder_type: "company",
  });
}

/** Fills in the provider's onboarding pages with everything they ask for. */
export function completeOnboarding(url: string): Promise<void> {
  return submitForm(url, {
    action: "submit",
    business_type: "individual",
    first_name: "Ada",
    last_name: "North",
    dob: "1980-01-31",
    line1: "1 High Street",
    city: "Leeds",
    postal_code: "LS1 1AA",
    account_number: "GB82WEST12345698765432",
    tos: "yes",
    verification: "at_once",
  });
}

async function submitForm(url: string, fields: Record<string, string>): Promise<void> {
  const answer = await fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
  if (answer.status !== 303) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
}
