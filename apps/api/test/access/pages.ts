import { type Deps, refreshPayeeAccount } from "@evenshare/application";

/** The payer fills in the sandbox's payment page and presses "Pay". */
export async function payOnPage(checkoutUrl: string): Promise<void> {
  const card = {
    email: "payer@example.com",
    number: "4242424242424242",
    exp: "12/34",
    cvc: "123",
    name: "Payer",
  };
  await submitForm(checkoutUrl, card);
}

/** The producer fills in the sandbox's onboarding page; afterwards it can be paid. */
export async function onboardOnPage(deps: Deps, organizationId: string, url: string): Promise<void> {
  await submitForm(url, {
    business_type: "individual",
    first_name: "Ada",
    last_name: "Lovelace",
    dob: "1985-12-10",
    line1: "1 High Street",
    city: "London",
    postal_code: "N1 1AA",
    account_number: "GB82WEST12345698765432",
    currency: "gbp",
    tos: "yes",
    verification: "at_once",
    action: "submit",
  });
  const refreshed = await refreshPayeeAccount(deps, organizationId);
  if (!refreshed.ok || !refreshed.value.payable) throw new Error("the producer cannot be paid");
}

async function submitForm(url: string, fields: Record<string, string>): Promise<void> {
  const answer = await fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
  if (answer.status !== 302 && answer.status !== 303) throw new Error(`the page answered ${answer.status}`);
}
