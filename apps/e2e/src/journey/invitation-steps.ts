import { waitFor } from "@evenshare/dev";
import type { Page } from "playwright-core";
import { z } from "zod";
import type { WorldFacts } from "../world/world-facts";
import type { Newcomer } from "./newcomers";

const summaries = z.array(z.object({ id: z.string() }));
const detail = z.object({ text: z.string() });

/** The link of the newest invitation in somebody's mailbox. */
export async function invitationLink(
  world: Pick<WorldFacts, "inbox">,
  to: string,
  not: string | null = null,
): Promise<string> {
  return waitFor(`an invitation to ${to}`, async () => {
    const list = await fetch(`${world.inbox}/api/messages?to=${encodeURIComponent(to)}`);
    for (const { id } of summaries.parse(await list.json())) {
      const message = await fetch(`${world.inbox}/api/messages/${encodeURIComponent(id)}`);
      const link = /^https?:\S+\/invitation\?token=\S+$/m.exec(detail.parse(await message.json()).text)?.[0];
      if (link !== undefined && link !== not) return link;
    }
    return null;
  });
}

/** An owner asks a colleague in. */
export async function inviteColleague(page: Page, email: string, role: string): Promise<void> {
  await page.goto("/settings/team");
  await page.getByRole("button", { name: "Invite a colleague" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("E-mail address").fill(email);
  await dialog.getByRole("radio", { name: role }).check();
  await dialog.getByRole("button", { name: "Send the invitation" }).click();
  await page.getByRole("row", { name: new RegExp(email) }).waitFor();
}

/** A brand invites a producer. */
export async function invitePartner(
  page: Page,
  terms: { email: string; title: string; currency: string; feeBearer: RegExp; startsOn?: string },
): Promise<void> {
  await page.goto("/partnerships/new");
  await page.getByLabel("The producer's e-mail address").fill(terms.email);
  await page.getByLabel("Title").fill(terms.title);
  if (terms.startsOn !== undefined) await page.getByLabel("The producer earns from").fill(terms.startsOn);
  await page.getByLabel("Currency").selectOption(terms.currency);
  await page.getByRole("radio", { name: terms.feeBearer }).check();
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await page.getByRole("row", { name: new RegExp(`${terms.email}.*${terms.title}`) }).waitFor();
}

/** Whoever holds the link makes an account for the address it was sent to. */
export async function signUpByInvitation(page: Page, link: string, person: Newcomer): Promise<void> {
  await page.goto(link);
  await page.getByLabel("Your name").fill(person.name);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("button", { name: /^Create account/ }).click();
}

/** A producer who is signed in accepts a brand's invitation; answers the partnership's id. */
export async function acceptPartnerInvitation(page: Page, link?: string): Promise<string> {
  if (link !== undefined) await page.goto(link);
  await page.getByRole("button", { name: "Accept the invitation" }).click();
  await page.waitForURL(/\/partnerships\/[0-9a-f-]{36}\/agreement$/);
  return new URL(page.url()).pathname.split("/").at(2) ?? "";
}
