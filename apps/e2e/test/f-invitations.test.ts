import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import {
  acceptPartnerInvitation,
  invitationLink,
  inviteColleague,
  invitePartner,
  signUpByInvitation,
} from "../src/journey/invitation-steps";
import { acceptAgreement } from "../src/journey/milestone-steps";
import { newcomer, signUp } from "../src/journey/newcomers";
import { type OpenedPortal, openPortal } from "../src/portal/open-portal";

const world = inject("world");
const olive = newcomer("Olive", "Orchard Inns");
const cleo = newcomer("Cleo", "Orchard Inns");
const pia = newcomer("Pia", "Pear Press");
const paul = newcomer("Paul", "Plum Prints");
let browser: Browser;
let owner: OpenedPortal;
const opened: OpenedPortal[] = [];

async function open(portal: "brand" | "producer"): Promise<OpenedPortal> {
  const visitor = await openPortal(browser, world[portal]);
  opened.push(visitor);
  return visitor;
}

beforeAll(async () => {
  browser = await chromium.connect(world.browser);
  owner = await open("brand");
  await signUp(owner.page, olive);
});

afterAll(async () => {
  await Promise.all(opened.map(({ context }) => context.close()));
  await browser.close();
});

test("F4 F5: a colleague without an account is invited, signs up by the mail, acts with the role, and is out at once when removed", async () => {
  await inviteColleague(owner.page, cleo.email, "Viewer");
  const first = await invitationLink(world, cleo.email);
  await owner.page.getByRole("button", { name: `Send again to ${cleo.email}` }).click();
  const link = await invitationLink(world, cleo.email, first);

  const colleague = await open("brand");
  await colleague.page.goto(first);
  await colleague.page.getByText("A newer mail replaces this link.").waitFor();
  await owner.page.goto(link);
  await owner.page.getByText(`This invitation is for ${cleo.email}`).waitFor();

  await signUpByInvitation(colleague.page, link, cleo);
  await colleague.page.getByRole("button", { name: "Organization: Orchard Inns. Change" }).waitFor();
  await colleague.page.goto("/settings/team");
  await colleague.page.getByRole("row", { name: /Cleo.*Viewer/ }).waitFor();
  expect(await colleague.page.getByRole("button", { name: "Invite a colleague" }).count()).toBe(0);
  await colleague.page.goto(link);
  await colleague.page.getByText("This invitation has been accepted already.").waitFor();

  await owner.page.goto("/settings/team");
  await owner.page.getByRole("button", { name: "Remove Cleo" }).click();
  await owner.page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await owner.page.getByRole("row", { name: /Cleo.*Viewer/ }).waitFor({ state: "detached" });
  await colleague.page.goto("/settings/team");
  await colleague.page.getByRole("heading", { name: "Create your organization" }).waitFor();
  expect(await colleague.page.getByText("Olive").count()).toBe(0);
  await owner.page.goto("/settings/audit");
  await owner.page.getByRole("listitem").filter({ hasText: "removed a member" }).first().waitFor();
});

test("F5: an unknown producer is invited, signs up by the mail, names the organization, and the partnership begins on the stated day", async () => {
  await invitePartner(owner.page, {
    email: pia.email,
    title: "Pear juice labels",
    currency: "EUR",
    feeBearer: /^You, beside the amount/,
    startsOn: "2027-03-01",
  });
  const producer = await open("producer");
  await signUpByInvitation(producer.page, await invitationLink(world, pia.email), pia);
  await producer.page.getByLabel("Name of the organization").fill(pia.organization);
  await producer.page.getByLabel("Country").selectOption("DE");
  await producer.page.getByRole("button", { name: "Create organization" }).click();
  const id = await acceptPartnerInvitation(producer.page);
  await producer.page.getByText("1 Mar 2027").waitFor();
  await acceptAgreement(producer.page, id);
  await owner.page.goto("/partnerships");
  await owner.page.getByRole("row", { name: new RegExp(`${pia.email}.*Accepted`) }).waitFor();
  await owner.page.getByRole("link", { name: /Pear Press/ }).click();
  await owner.page.getByText("Agreed").first().waitFor();
});

test("F5: a producer with an account finds its invitations on its own page, declines one, accepts another by its terms, and the brand sees both", async () => {
  const producer = await open("producer");
  await signUp(producer.page, paul);
  const asked = { email: paul.email, currency: "EUR", feeBearer: /^You, beside the amount/ } as const;
  await invitePartner(owner.page, { ...asked, title: "Plum posters" });
  await invitePartner(owner.page, { ...asked, title: "Plum labels" });

  await producer.page.goto("/partnerships");
  const invitations = producer.page.getByRole("region", { name: "Invitations to you" });
  const posters = invitations.getByRole("listitem").filter({ hasText: "Plum posters" });
  await posters.getByText("invited by Olive").waitFor();
  await posters.getByRole("button", { name: "Decline the invitation of Orchard Inns" }).click();
  const dialog = producer.page.getByRole("dialog");
  await dialog.getByText("Orchard Inns sees that you declined.").waitFor();
  await dialog.getByRole("button", { name: "Decline" }).click();
  await posters.waitFor({ state: "detached" });
  await owner.page.getByRole("row", { name: /Plum posters.*Declined/ }).waitFor();

  const labels = invitations.getByRole("listitem").filter({ hasText: "Plum labels" });
  await labels.getByText("Read the terms that are proposed").click();
  await labels.getByText("Europe/London").waitFor();
  await labels.getByRole("button", { name: "Accept the invitation of Orchard Inns" }).click();
  await producer.page.waitForURL(/\/partnerships\/[0-9a-f-]{36}\/agreement$/);
  await producer.page.getByRole("button", { name: "Accept these terms" }).waitFor();
  await owner.page.getByRole("row", { name: /Plum labels.*Accepted/ }).waitFor();
  await owner.page.goto("/settings/audit");
  await owner.page.getByRole("listitem").filter({ hasText: "Paul declined an invitation" }).waitFor();
});

test("nothing on the way complained", () => {
  expect(
    opened.flatMap(({ trouble }) => trouble.found).filter((line) => !/status of 4\d\d/.test(line)),
  ).toEqual([]);
});
