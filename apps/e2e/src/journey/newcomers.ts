import { randomUUID } from "node:crypto";
import { readLink, waitFor } from "@evenshare/dev";
import type { Page } from "playwright-core";
import { inject } from "vitest";

/** Somebody new, with an organization of their own. */
export interface Newcomer {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly organization: string;
}

/** Makes up somebody nobody else is. */
export function newcomer(name: string, organization: string): Newcomer {
  const email = `${name.toLowerCase()}-${randomUUID().slice(0, 8)}@example.test`;
  return { name, email, password: "a sentence of four words", organization };
}

/** Signs up on the portal's own pages, founds the organization and follows the link in the mail. */
export async function signUp(page: Page, person: Newcomer): Promise<void> {
  await page.goto("/sign-up");
  await page.getByLabel("Your name").fill(person.name);
  await page.getByLabel("E-mail address").fill(person.email);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.getByLabel("Name of the organization").fill(person.organization);
  await page.getByLabel("Country").selectOption("GB");
  await page.getByRole("button", { name: "Create organization" }).click();
  await page.getByRole("button", { name: `Organization: ${person.organization}. Change` }).waitFor();
  await confirm(page, person);
}

/** Opens the link by which the address is confirmed; the portal says that it is, and stops asking. */
async function confirm(page: Page, { email }: Newcomer): Promise<void> {
  const { inbox } = inject("world");
  const token = await waitFor(`the link to ${email}`, () => readLink(inbox, email, "verify-email"));
  await page.goto(`/verify-email?token=${token}`);
  await page.getByRole("heading", { name: "Your address is confirmed" }).waitFor();
  await page.getByRole("link", { name: "Go on" }).click();
  await page.getByRole("button", { name: /^Organization: / }).waitFor();
}

/** Goes to the payment provider's page and enters who is paid, as a person. */
export async function setUpPayouts(page: Page, person: Newcomer): Promise<void> {
  await page.goto("/onboarding");
  await page.getByRole("button", { name: "Set up payouts" }).click();
  await enterPayee(page, person);
}

/** Enters who is paid on the payment provider's page, and comes back. */
export async function enterPayee(page: Page, person: Newcomer): Promise<void> {
  await page.getByLabel("First name").fill(person.name);
  await page.getByLabel("Last name").fill("Fenn");
  await page.getByLabel("Date of birth").fill("1988-04-02");
  await page.getByLabel("Address").fill("1 Mill Lane");
  await page.getByLabel("City").fill("Ely");
  await page.getByLabel("Postal code").fill("CB7 4EJ");
  await page.getByLabel("IBAN or account number").fill("GB82 WEST 1234 5698 7654 32");
  await page.getByLabel("I accept the Connected Account Agreement.").check();
  await page.getByRole("button", { name: "Submit" }).click();
  await page.getByText("You can be paid").waitFor();
}
