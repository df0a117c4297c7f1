import type { Page } from "playwright-core";

/** The id at the end of the address of a milestone or partnership. */
function idIn(page: Page): string {
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** Waits until the badge beside the title of a milestone says this, word for word unless it is a pattern. */
export async function waitForState(page: Page, state: string | RegExp): Promise<void> {
  const pattern = typeof state === "string" ? new RegExp(`^\\s*${state}\\s*$`) : state;
  await page.locator("h1 + span", { hasText: pattern }).waitFor();
}

const inDialog = (page: Page) => page.getByRole("dialog");

/** The producer accepts the agreement. */
export async function acceptAgreement(page: Page, partnershipId: string): Promise<void> {
  await page.goto(`/partnerships/${partnershipId}/agreement`);
  await page.getByRole("button", { name: "Accept these terms" }).click();
  await inDialog(page).getByRole("button", { name: "Accept version 1" }).click();
  await page.getByText(/Accepted by/).waitFor();
}

/** Drafts and proposes a milestone; answers its id. */
export async function proposeMilestone(
  page: Page,
  partnershipId: string,
  draft: { title: string; amount: string; criteria: readonly string[] },
): Promise<string> {
  await page.goto(`/partnerships/${partnershipId}/milestones/new`);
  await page.getByLabel("Title").fill(draft.title);
  await page.getByLabel("Amount").fill(draft.amount);
  for (const [index, criterion] of draft.criteria.entries()) {
    if (index > 0) await page.getByRole("button", { name: "Add a criterion" }).click();
    await page.getByLabel(`Criterion ${index + 1}`, { exact: true }).fill(criterion);
  }
  await page.getByRole("button", { name: "Save the draft" }).click();
  await page.getByRole("button", { name: "Propose it" }).click();
  await waitForState(page, "Proposed");
  return idIn(page);
}

/** The other side agrees to a proposed milestone. */
export async function agree(page: Page, milestoneId: string): Promise<void> {
  await page.goto(`/milestones/${milestoneId}`);
  await page.getByRole("button", { name: "Agree", exact: true }).click();
  await inDialog(page).getByRole("button", { name: "Agree", exact: true }).click();
  await waitForState(page, "Agreed, not funded");
}

/** The brand goes from the milestone to the payment page, for all that is to fund. */
export async function goToPayment(page: Page, milestoneId: string): Promise<void> {
  await page.goto(`/milestones/${milestoneId}`);
  await page.getByRole("button", { name: /^Fund / }).click();
  await inDialog(page).getByRole("button", { name: /^Pay / }).click();
  await page.getByRole("heading", { name: "Pay by card" }).waitFor();
}

/** Fills in the payment page with a card and sends it. */
export async function payWith(page: Page, card: string): Promise<void> {
  await page.getByLabel("Email").fill("finance@example.test");
  await page.getByLabel("Card number").fill(card);
  await page.getByLabel("Expiry (MM/YY)").fill("12/34");
  await page.getByLabel("Security code").fill("123");
  await page.getByRole("button", { name: /^Pay / }).click();
}

/** The producer hands in a version; every criterion is judged as met. */
export async function submitWork(
  page: Page,
  milestoneId: string,
  work: { note: string; file?: { name: string; mimeType: string; buffer: Buffer } },
): Promise<void> {
  await page.goto(`/milestones/${milestoneId}/submit`);
  await page.getByLabel("Note").fill(work.note);
  if (work.file !== undefined) {
    await page.locator("input[type=file]").setInputFiles(work.file);
    await page.getByRole("button", { name: `Remove ${work.file.name}` }).waitFor();
    await page.getByRole("progressbar").waitFor({ state: "detached" });
  }
  for (const met of await page.getByRole("radio", { name: "Met", exact: true }).all()) await met.check();
  await page.getByRole("button", { name: "Submit and start the clock" }).click();
  await waitForState(page, /In review · version/);
}

/** The brand asks for changes to one criterion. */
export async function askForChanges(page: Page, criterion: string, missing: string): Promise<void> {
  await page.getByRole("button", { name: "Ask for changes" }).click();
  await inDialog(page).getByLabel(criterion).check();
  await inDialog(page).getByLabel("What is missing").fill(missing);
  await inDialog(page).getByRole("button", { name: "Ask for changes" }).click();
  await waitForState(page, "Changes asked for");
}

/** The brand releases a part; answers when the window is closed. */
export async function releasePart(page: Page, amount: string): Promise<void> {
  await page.getByRole("button", { name: "Release a part" }).click();
  await inDialog(page).getByLabel("Amount to release").fill(amount);
  await inDialog(page)
    .getByRole("button", { name: /^Release .*\d/ })
    .click();
  await inDialog(page).waitFor({ state: "detached" });
}
