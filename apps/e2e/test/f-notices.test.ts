import { randomUUID } from "node:crypto";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { arrangePair, arrangeSubmitted, type Pair } from "../src/journey/arrange";
import { findBarriers } from "../src/portal/check-page";
import { openPortal, signIn, waitUntilShown } from "../src/portal/open-portal";
import { headerOf, readMail } from "../src/world/mail-links";
import { passDays, readMails, waitForMail } from "../src/world/outside";

const world = inject("world");
let browser: Browser;
let pair: Pair;
let producer: Page;

beforeAll(async () => {
  browser = await chromium.connect(world.browser);
  pair = await arrangePair(world, "Quiet Brand", "Quiet Producer");
  producer = (await openPortal(browser, world.producer)).page;
  await signIn(producer, pair.producer.person.email, pair.producer.person.password);
});

afterAll(async () => {
  await browser.close();
});

const address = () => pair.producer.person.email;
const row = (title: string | RegExp) => producer.getByRole("listitem").filter({ hasText: title });
const tick = (label: string) => producer.getByLabel(label, { exact: true });

/** The brand proposes a milestone: an event about work. */
async function propose(title: string): Promise<void> {
  const { api } = pair.brand;
  const { id } = await api.milestones.draft.mutate({
    commandKey: randomUUID(),
    partnershipId: pair.partnershipId,
    title,
    description: "",
    amount: 20_000n,
    currency: "GBP",
    criteria: ["Done as agreed"],
    dueOn: null,
  });
  await api.milestones.propose.mutate({ commandKey: randomUUID(), id });
}

test("C39 F121 F123: mails about work are switched off by a mail's own link, the settings agree, and money still comes by mail", async () => {
  await propose("First step");
  await waitForMail(world, address(), /First step/);
  const mail = await readMail(world, address(), /First step/);
  expect(headerOf(mail, "List-Unsubscribe-Post")).toBe("List-Unsubscribe=One-Click");
  expect(headerOf(mail, "List-Unsubscribe")).toContain(`<${world.producer}/api/unsubscribe?token=`);
  const link = /^http\S+\/mail-choices\?token=\S+$/m.exec(mail.text)?.[0] ?? "";

  const outside = await openPortal(browser, world.producer, { width: 360 });
  await outside.page.goto(link);
  await outside.page.getByRole("button", { name: "Switch all of these off" }).click();
  await outside.page.getByText("Saved: you get no mails about work.").waitFor();
  expect(await findBarriers(outside.page, "all")).toEqual([]);
  await outside.context.close();

  await producer.goto("/settings/notifications");
  for (const group of ["Partnerships", "Milestones", "Delivery and review"]) {
    await tick(`${group}: by mail`).waitFor();
    expect(await tick(`${group}: by mail`).isChecked(), group).toBe(false);
    expect(await tick(`${group}: in the portal`).isChecked(), group).toBe(true);
  }

  await producer.goto("/notifications");
  await row("To agree: First step").waitFor();
  await propose("Second step");
  await row("To agree: Second step").getByText("Mail switched off").waitFor();
  await arrangeSubmitted(pair, "Paid step", 30_000n);
  await waitForMail(world, address(), /held.*Paid step|Paid step.*held/i);
  await row("Money held: Paid step").getByText("delivered to the mail server").waitFor();
  const mails = await readMails(world, address());
  expect(mails.filter((subject) => /Second step/.test(subject))).toEqual([]);

  await producer.getByRole("button", { name: /^Notifications, \d+ unread$/ }).waitFor();
  await producer.getByRole("button", { name: "Mark all as read" }).click();
  await producer.getByRole("button", { name: "Notifications", exact: true }).waitFor();
});

test("F121 C40: quiet hours hold a mail about work until the clock has passed their end, and the portal tells at once", async () => {
  const { now } = await pair.producer.api.session.me.query();
  const clock = (hours: number) =>
    new Date(now.getTime() + hours * 3_600_000).toLocaleTimeString("en-GB", {
      hour: "2-digit",
      minute: "2-digit",
      timeZone: "Europe/London",
    });
  await producer.goto("/settings/notifications");
  await tick("Milestones: by mail").check();
  await producer.getByLabel("Keep quiet hours").check();
  await producer.getByLabel("From", { exact: true }).fill(clock(-1));
  await producer.getByLabel("To", { exact: true }).fill(clock(2));
  await producer.getByRole("button", { name: "Save quiet hours" }).click();
  await producer.getByText("Quiet hours are on").waitFor({ state: "attached" });

  await producer.goto("/notifications");
  await propose("Quiet step");
  await row("To agree: Quiet step")
    .getByText(`Mail waits until ${clock(2)}: quiet hours`)
    .waitFor();
  expect((await readMails(world, address())).filter((subject) => /Quiet step/.test(subject))).toEqual([]);

  await passDays(world, 1 / 8);
  await waitForMail(world, address(), /Quiet step/);
  await producer.reload();
  await row("To agree: Quiet step").getByText("delivered to the mail server").waitFor();
  expect((await readMails(world, address())).filter((subject) => /Quiet step/.test(subject))).toHaveLength(1);
});

test("the palette goes anywhere by the keyboard alone, also on a phone", async () => {
  await producer.setViewportSize({ width: 360, height: 740 });
  await producer.goto("/");
  await waitUntilShown(producer);
  await producer.keyboard.press("Control+k");
  const field = producer.getByRole("combobox", { name: "Search or go to" });
  await field.waitFor();
  await producer.keyboard.type("paid st");
  const option = producer.getByRole("option", { name: /Paid step/ });
  await option.waitFor();
  expect(await findBarriers(producer, "all")).toEqual([]);
  // What Enter would choose is what readers hear.
  await expect.poll(() => option.getAttribute("id")).toBe(await field.getAttribute("aria-activedescendant"));
  await producer.keyboard.press("Enter");
  await producer.getByRole("heading", { level: 1, name: "Paid step" }).waitFor();
  await producer.keyboard.press("Control+k");
  await field.waitFor();
  await producer.keyboard.type("quiet hours");
  await producer.getByRole("option", { name: /Settings · Notifications/ }).waitFor();
  await producer.keyboard.press("Enter");
  await producer.getByRole("heading", { name: "Quiet hours" }).waitFor();
  await producer.keyboard.press("Control+k");
  await field.waitFor();
  await producer.keyboard.press("Escape");
  await field.waitFor({ state: "detached" });
});
