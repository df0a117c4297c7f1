import { createPublicKey } from "node:crypto";
import { type DnsServer, startDnsServer, verifyDkim } from "@evenshare/testing";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { invitationLink, invitePartner } from "../src/journey/invitation-steps";
import { newcomer, signUp } from "../src/journey/newcomers";
import { findBarriers, overflowOf } from "../src/portal/check-page";
import { type OpenedPortal, openPortal } from "../src/portal/open-portal";
import { readRawMail } from "../src/world/mail-links";

const world = inject("world");
const olga = newcomer("Olga", "Osier Foods");
const domain = "osier-foods.example";
let browser: Browser;
let dns: DnsServer;
let portal: OpenedPortal;
let page: Page;

beforeAll(async () => {
  browser = await chromium.connect(world.browser);
  dns = await startDnsServer(Number(world.nameServer.split(":").at(-1)));
  portal = await openPortal(browser, world.brand);
  page = portal.page;
  await signUp(page, olga);
});

afterAll(async () => {
  await portal.context.close();
  await browser.close();
  await dns.close();
});

/** The records as the page shows them: what stands beside "Name" and beside "Value", a record each. */
async function shownRecords(): Promise<{ name: string; value: string }[]> {
  const list = page.getByRole("list", { name: "DNS records" });
  await list.waitFor();
  const items = await list.getByRole("listitem").all();
  return Promise.all(
    items.map(async (item) => {
      const [name = "", value = ""] = await item.locator("code").allInnerTexts();
      return { name, value };
    }),
  );
}

/** Invites a producer who is new here, and gives the mail back as it came. */
async function mailToPartner(title: string): Promise<string> {
  const { email } = newcomer("Pip", "Plum Press");
  await invitePartner(page, { email, title, currency: "GBP", feeBearer: /^You, beside the amount/ });
  await invitationLink(world, email);
  return readRawMail(world, email, /./);
}

const fromOf = (raw: string) => /^From: (.*)$/m.exec(raw)?.[1]?.trim();

test("F10: an owner enters a domain, sets the records shown, checks, and the next mail comes from it with their logo", async () => {
  await page.goto("/settings");
  const picture = await page.evaluate(() => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [240, 80];
    const pen = canvas.getContext("2d");
    if (pen === null) throw new Error("nothing to draw with");
    pen.fillStyle = "#14532d";
    pen.font = "bold 48px sans-serif";
    pen.fillText("Osier", 16, 56);
    return canvas.toDataURL("image/png").slice("data:image/png;base64,".length);
  });
  await page
    .getByLabel("Logo file")
    .setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: Buffer.from(picture, "base64") });
  await page.getByRole("img", { name: "Your logo" }).waitFor();

  await page.getByRole("link", { name: "Mail domain" }).click();
  const field = page.getByRole("textbox", { name: "Domain" });
  await field.fill("gmail.com");
  await page.getByRole("button", { name: "Show the records" }).click();
  await page.getByText("The domain is a public mail service's domain.").first().waitFor();
  await field.fill(` ${domain.toUpperCase()} `);
  await page.getByRole("button", { name: "Show the records" }).click();
  await page.getByText("Waits for its records").waitFor();
  expect(fromOf(await mailToPartner("Before"))).toBe("Evenshare <no-reply@evenshare.example>");

  await page.goto("/settings/mail-domain");
  const [dkim, dmarc] = await shownRecords();
  expect(dkim?.name).toMatch(new RegExp(`^evenshare-[0-9a-f]{8}\\._domainkey\\.${domain}$`));
  expect(dmarc).toEqual({ name: `_dmarc.${domain}`, value: "v=DMARC1; p=none" });
  dns.setTxt(dkim?.name ?? "", "v=DKIM1; k=rsa; p=AAAA");
  await page.getByRole("button", { name: "Check now" }).click();
  const first = page.getByRole("list", { name: "DNS records" }).getByRole("listitem").first();
  await first.getByText("Differs").waitFor();
  await first.getByText("v=DKIM1; k=rsa; p=AAAA").waitFor();
  expect(await findBarriers(page, "all")).toEqual([]);

  dns.setTxt(dkim?.name ?? "", dkim?.value ?? "");
  await page.getByRole("button", { name: "Check now" }).click();
  await page.getByText("Verified", { exact: true }).waitFor();

  const raw = await mailToPartner("After");
  expect(fromOf(raw)).toBe(`Osier Foods <partners@${domain}>`);
  const der = Buffer.from(/p=(.*)$/.exec(dkim?.value ?? "")?.[1] ?? "", "base64");
  const publicKey = createPublicKey({ key: der, format: "der", type: "spki" });
  expect(verifyDkim(raw, publicKey)?.get("d")).toBe(domain);
  expect(raw.replaceAll("\r\n", "")).toContain(picture);
  expect(raw).toMatch(/^Content-Id: <logo\.[0-9a-f]{32}@evenshare>/im);
  expect(portal.trouble.found).toEqual([]);
});

test("F10: the page fits a phone and a wide window, in light and dark", async () => {
  for (const look of [
    { width: 360, dark: false },
    { width: 360, dark: true },
    { width: 1440, dark: false },
    { width: 1440, dark: true },
  ]) {
    await page.setViewportSize({ width: look.width, height: 900 });
    await page.emulateMedia({ colorScheme: look.dark ? "dark" : "light" });
    await page.goto("/settings/mail-domain");
    await page.getByRole("list", { name: "DNS records" }).waitFor();
    expect(await overflowOf(page)).toBe(0);
    expect(await findBarriers(page, look.dark ? "colours" : "all")).toEqual([]);
  }
});

test("F10: a removed domain sends nothing more", async () => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto("/settings/mail-domain");
  await page.getByRole("button", { name: "Remove" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await page.getByRole("button", { name: "Show the records" }).waitFor();
  expect(fromOf(await mailToPartner("Removed"))).toBe("Evenshare <no-reply@evenshare.example>");
  await page.goto("/settings/audit");
  await page.getByText(`removed the mail domain “${domain}”`).first().waitFor();
});
