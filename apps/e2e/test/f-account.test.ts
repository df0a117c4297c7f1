import { demoPassword, readLink, waitFor } from "@evenshare/dev";
import { Secret, TOTP } from "otpauth";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { arrangePair, arrangeSubmitted } from "../src/journey/arrange";
import { waitForState } from "../src/journey/milestone-steps";
import { type Newcomer, newcomer } from "../src/journey/newcomers";
import { type OpenedPortal, openPortal, signIn } from "../src/portal/open-portal";
import { waitForMail } from "../src/world/outside";
import { connectStack } from "../src/world/remote-stack";

const world = inject("world");
let browser: Browser;
let opened: OpenedPortal;
let page: Page;
const nora: Newcomer = newcomer("Nora", "North Kitchens");
const newPassword = "another sentence of five words";

beforeAll(async () => {
  browser = await chromium.connect(world.browser);
  opened = await openPortal(browser, world.brand);
  page = opened.page;
});

afterAll(async () => {
  await browser.close();
});

const linkOf = (email: string, path: string) =>
  waitFor(`a link to ${path} for ${email}`, () => readLink(world.inbox, email, path));

test("whoever has not confirmed the address is told so on every page, until the link in the mail was opened", async () => {
  await page.goto("/sign-up");
  await page.getByLabel("Your name").fill(nora.name);
  await page.getByLabel("E-mail address").fill(nora.email);
  await page.getByLabel("Password").fill(nora.password);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.getByLabel("Name of the organization").fill(nora.organization);
  await page.getByLabel("Country").selectOption("GB");
  await page.getByRole("button", { name: "Create organization" }).click();
  const banner = page.getByText("Confirm your e-mail address");
  await banner.waitFor();
  await page.getByRole("button", { name: "Send the mail again" }).click();
  await page.getByText("Another mail is on its way").waitFor();
  await waitForMail(world, nora.email, /Confirm your e-mail address/);
  await waitFor("both mails", async () => {
    const mails = await waitForMail(world, nora.email, /Confirm/);
    return mails.length === 2 || null;
  });
  await page.goto(`/verify-email?token=${await linkOf(nora.email, "verify-email")}`);
  await page.getByRole("heading", { name: "Your address is confirmed" }).waitFor();
  await page.getByRole("link", { name: "Go on" }).click();
  await page.getByRole("button", { name: /^Organization: / }).waitFor();
  expect(await banner.count()).toBe(0);
});

test("a second factor is turned on with a code, asked for at the next sign-in, and a code works once", async () => {
  await page.goto("/settings/security");
  await page.getByRole("button", { name: "Turn on" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Your password").fill(nora.password);
  await dialog.getByRole("button", { name: "Go on" }).click();
  await dialog.getByRole("img", { name: /square to scan/ }).waitFor();
  const key = ((await dialog.locator("code").textContent()) ?? "").replaceAll(" ", "");
  const code = (ahead: number) =>
    new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: Date.now() + ahead * 30_000 });
  const first = code(0);
  await dialog.getByLabel("Code", { exact: true }).fill(first);
  await dialog.getByRole("button", { name: "Turn on" }).click();
  const list = dialog.getByRole("list", { name: "Recovery codes" });
  await list.waitFor();
  const codes = await list.getByRole("listitem").allInnerTexts();
  expect(new Set(codes).size).toBe(10);
  await dialog.getByRole("button", { name: "I have kept them" }).click();
  await page.getByText("10 recovery codes are left.").waitFor();

  const elsewhere = await openPortal(browser, world.producer);
  await elsewhere.page.goto("/sign-in");
  await elsewhere.page.getByLabel("E-mail address").fill(nora.email);
  await elsewhere.page.getByLabel("Password").fill(nora.password);
  await elsewhere.page.getByRole("button", { name: "Sign in" }).click();
  const field = elsewhere.page.getByLabel("Code", { exact: true });
  await field.fill(first);
  await elsewhere.page.getByRole("button", { name: "Sign in" }).click();
  await elsewhere.page.getByText("This code is not right, or it was used before.").waitFor();
  await field.fill(codes[0] ?? "");
  await elsewhere.page.getByRole("button", { name: "Sign in" }).click();
  await elsewhere.page.getByRole("heading", { name: "Your organizations are in the brand portal" }).waitFor();

  await page.goto("/settings/security");
  await page.getByText("9 recovery codes are left.").waitFor();
  await page.getByRole("row", { name: /Producer portal/ }).waitFor();
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Sign out everywhere" }).click();
  await page.waitForURL(/\/sign-in/);
  await elsewhere.page.goto("/");
  await elsewhere.page.waitForURL(/\/sign-in/);
  await elsewhere.context.close();
});

test("R15: a forgotten password is replaced by the link from the mail, which works once", async () => {
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Forgotten your password?" }).click();
  await page.getByRole("heading", { name: "Set a new password" }).waitFor();
  await page.getByLabel("E-mail address").fill(nora.email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await page.getByText("Look into your mailbox.").waitFor();
  const link = `/reset-password?token=${await linkOf(nora.email, "reset-password")}`;
  await page.goto(link);
  await page.getByLabel("New password").fill(newPassword);
  await page.getByRole("button", { name: "Set the password" }).click();
  await page.getByRole("heading", { name: "Your password is changed" }).waitFor();
  await page.goto(link);
  await page.getByLabel("New password").fill(newPassword);
  await page.getByRole("button", { name: "Set the password" }).click();
  await page.getByText("This link has been used already").waitFor();
  await waitForMail(world, nora.email, /Your password was changed/);
});

test("R14: a release asks for the password when the sign-in is too long ago, and then goes through once", {
  timeout: 90_000,
}, async () => {
  const stack = connectStack(world.control);
  const pair = await arrangePair(world, "Careful Brand", "Careful Producer");
  const id = await arrangeSubmitted(pair, "Asked again", 30_000n);
  await stack.restart("api", { REAUTHENTICATE_AFTER_SECONDS: "5" });
  const brand = await openPortal(browser, world.brand);
  try {
    await signIn(brand.page, pair.brand.person.email, pair.brand.person.password);
    const signedIn = Date.now();
    await brand.page.goto(`/milestones/${id}`);
    await brand.page.getByRole("button", { name: "Release £300.00" }).click();
    const release = brand.page.getByRole("dialog", { name: /^Release to/ });
    await brand.page.waitForTimeout(Math.max(0, 6_000 - (Date.now() - signedIn)));
    await release.getByRole("button", { name: /^Release/ }).click();
    const proof = brand.page.getByRole("dialog", { name: "Is it still you?" });
    await proof.getByLabel("Your password").fill("not this one");
    await proof.getByRole("button", { name: "Go on" }).click();
    await proof.getByText("This is not your password.").waitFor();
    await proof.getByLabel("Your password").fill(pair.brand.person.password);
    await proof.getByRole("button", { name: "Go on" }).click();
    await waitForState(brand.page, "Released");
    const { releases } = await pair.producer.api.milestones.get.query({ id });
    expect(releases).toHaveLength(1);
  } finally {
    await stack.restart("api", {});
    await brand.context.close();
  }
});

test("R15: the built portals run under their Content-Security-Policy without a violation", async () => {
  const { page: watched, context } = await openPortal(browser, world.brand);
  const violations: string[] = [];
  await watched.exposeFunction("reportViolation", (line: string) => violations.push(line));
  await watched.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) => {
      const report: unknown = Reflect.get(window, "reportViolation");
      if (typeof report === "function") report(`${violatedDirective} ${blockedURI} ${sourceFile}`);
    });
  });
  const answer = await watched.goto("/sign-in");
  const policy = answer?.headers()["content-security-policy"] ?? "";
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  await signIn(watched, "maggie@gasthaus.example", demoPassword);
  for (const path of [
    "/",
    "/partnerships",
    "/milestones",
    "/held-funds",
    "/settings/security",
    "/settings/you",
  ]) {
    await watched.goto(path);
    await watched.locator("h1").first().waitFor();
  }
  await watched.goto("/settings/security");
  await watched.getByRole("button", { name: "Turn on" }).click();
  await watched.getByRole("dialog").getByLabel("Your password").fill(demoPassword);
  await watched.getByRole("dialog").getByRole("button", { name: "Go on" }).click();
  await watched.getByRole("img", { name: /square to scan/ }).waitFor();
  expect(violations).toEqual([]);
  // What would be one is seen: the listener works.
  await watched.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.broken = true";
    document.body.append(script);
  });
  await waitFor("the violation that was provoked", async () => violations[0] ?? null);
  expect(await watched.evaluate(() => Reflect.get(window, "broken"))).toBeUndefined();
  await context.close();
});

test("nothing on the way complained", () => {
  const expected = /status of (401|403|404|429)/;
  expect(opened.trouble.found.filter((line) => !expected.test(line))).toEqual([]);
});
