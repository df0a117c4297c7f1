import { demoPassword } from "@evenshare/dev";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { waitForState } from "../src/journey/milestone-steps";
import { openPortal, signIn } from "../src/portal/open-portal";
import { findPlaces, type Places } from "../src/portal/seeded-pages";
import { waitForMail } from "../src/world/outside";

const world = inject("world");
const title = "Episode 4, rough cut";
let browser: Browser;
let places: Places;

beforeAll(async () => {
  browser = await chromium.connect(world.browser);
  places = await findPlaces(world);
});

afterAll(async () => {
  await browser.close();
});

async function enter(portal: "brand" | "producer", email: string): Promise<Page> {
  const { page } = await openPortal(browser, world[portal]);
  await signIn(page, email, demoPassword);
  return page;
}

test("R14 F4: a release above the limit waits, its maker cannot approve it, a second person does and the money goes", async () => {
  const [owen, maggie, ada] = await Promise.all([
    enter("brand", "owen@gasthaus.example"),
    enter("brand", "maggie@gasthaus.example"),
    enter("producer", "ada@studioada.example"),
  ]);
  const page = `/milestones/${places.milestone(title)}`;
  await Promise.all([owen.goto(page), ada.goto(page)]);
  await owen.getByRole("button", { name: "Release £2,500.00" }).click();
  await owen.getByRole("dialog").getByText("This needs a second person").waitFor();
  await owen.getByRole("dialog").getByRole("button", { name: "Ask a second person" }).click();
  await owen.getByText("Somebody else who may release has to approve it.").waitFor();
  await owen.getByRole("button", { name: "Withdraw the request" }).waitFor();
  expect(await owen.getByRole("button", { name: /Approve|^Release / }).count()).toBe(0);

  // Her home was open all the time.
  await maggie.getByRole("listitem").filter({ hasText: title }).filter({ hasText: "Approve" }).waitFor();
  await waitForMail(world, "maggie@gasthaus.example", /^A second person is needed: Episode 4/);
  await maggie.getByRole("link", { name: "Approvals" }).first().click();
  const request = maggie.getByRole("listitem").filter({ hasText: title });
  await request.getByRole("button", { name: "Approve" }).click();
  await maggie.getByRole("dialog").getByRole("button", { name: "Approve and release £2,500.00" }).click();
  await request.waitFor({ state: "detached" });

  await Promise.all([waitForState(owen, "Released"), waitForState(ada, "Released")]);
  await waitForMail(world, "owen@gasthaus.example", /^Approved: Episode 4/);
  await maggie.getByRole("link", { name: "Settled" }).click();
  await maggie.getByText("Maggie Hollis approved it, and it was done.").waitFor();
});
