import type { Page } from "playwright-core";

/** Test bank accounts of the sandbox, by how a debit of them ends. */
export const bankAccounts = {
  pays: "000123456789",
  hasTooLittle: "000222222227",
  isReturned: "000555555559",
} as const;

/** The brand funds all that is missing by debit from a bank account, and is back on the milestone. */
export async function fundFromBank(
  page: Page,
  milestoneId: string,
  account: keyof typeof bankAccounts,
): Promise<void> {
  await page.goto(`/milestones/${milestoneId}`);
  await page.getByRole("button", { name: /^Fund / }).click();
  await page.getByRole("dialog").getByRole("button", { name: /^Pay / }).click();
  await page.getByLabel("US bank account").check();
  await page.getByLabel("Email").fill("finance@example.test");
  await page.getByLabel("Name of the card or account holder").fill("Bo");
  await page.getByLabel("Routing number").fill("110000000");
  await page.getByLabel("Account number").fill(bankAccounts[account]);
  await page.getByRole("button", { name: /^Pay / }).click();
  await page.getByText(/on its way by bank debit, and not held yet/).waitFor();
}
