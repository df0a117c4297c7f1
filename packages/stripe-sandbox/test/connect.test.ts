import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newAccount, onboardingFields, onboardingUrl, payableAccount } from "./support/steps";
import { startWorld, until, type World } from "./support/world";

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await world.listen({ connect: true });
  await world.listen();
});
afterAll(async () => {
  expect(world.deviations).toEqual([]);
  expect(world.refused).toEqual([]);
  await world.close();
});

describe("the platform's account", () => {
  it("is in GB, on manual payouts, with a bank account in every currency", async () => {
    const account = await world.stripe.accounts.retrieveCurrent();
    expect(account).toMatchObject({
      country: "GB",
      payouts_enabled: true,
      settings: { payouts: { schedule: { interval: "manual" } } },
    });
    const currencies = account.external_accounts?.data.map(
      (bank) => bank.object === "bank_account" && bank.currency,
    );
    expect(currencies).toEqual(expect.arrayContaining(["gbp", "eur", "usd", "chf", "jpy", "kwd", "sek"]));
  });
});

describe("onboarding", () => {
  it("starts with everything due and ends payable, announced to the connect endpoint", async () => {
    const account = await newAccount(world);
    expect(account).toMatchObject({
      type: "none",
      controller: {
        is_controller: true,
        losses: { payments: "application" },
        stripe_dashboard: { type: "express" },
      },
      capabilities: { transfers: "inactive" },
      payouts_enabled: false,
      details_submitted: false,
      requirements: { disabled_reason: "requirements.past_due" },
      metadata: { producer: "p1" },
    });
    expect(account.requirements?.currently_due).toEqual(expect.arrayContaining(["external_account"]));
    await expect(world.stripe.accounts.createLoginLink(account.id)).rejects.toThrow(
      "not completed onboarding",
    );

    const url = await onboardingUrl(world, account.id);
    expect(await (await fetch(url)).text()).toContain("Tell Stripe who is paid");
    const answer = await world.form(url, onboardingFields);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "http://localhost:9/return"]);
    const ready = await world.stripe.accounts.retrieve(account.id);
    expect(ready).toMatchObject({
      capabilities: { transfers: "active" },
      payouts_enabled: true,
      details_submitted: true,
      requirements: { currently_due: [], disabled_reason: null },
      external_accounts: { data: [{ last4: "5432", currency: "gbp", default_for_currency: true }] },
    });
    await until(() => world.received.some(({ event }) => event.type === "account.updated"));
    const update = world.received.find(({ event }) => event.type === "account.updated");
    expect(update).toMatchObject({
      path: "/connect0",
      event: { account: account.id, data: { previous_attributes: { payouts_enabled: false } } },
    });
    expect((await world.form(url, onboardingFields)).headers.get("location")).toBe(
      "http://localhost:9/refresh",
    );
    const login = await world.stripe.accounts.createLoginLink(account.id);
    expect(await (await fetch(login.url)).text()).toContain("Your balance");
  });

  it("leaves requirements due when it is left for later, and goes on from there", async () => {
    const account = await newAccount(world, "DE");
    const partly = { first_name: "Max", business_type: "individual", action: "save_for_later" };
    expect((await world.form(await onboardingUrl(world, account.id), partly)).status).toBe(303);
    const due = (await world.stripe.accounts.retrieve(account.id)).requirements?.currently_due;
    expect(due).toContain("individual.last_name");
    expect(due).not.toContain("individual.first_name");
    const { first_name: _given, ...rest } = onboardingFields;
    const bank = { account_number: "DE89370400440532013000", currency: "eur" };
    expect((await world.form(await onboardingUrl(world, account.id), { ...rest, ...bank })).status).toBe(303);
    expect((await world.stripe.accounts.retrieve(account.id)).payouts_enabled).toBe(true);
  });

  it("says which fields are missing or wrong", async () => {
    const account = await newAccount(world);
    const url = await onboardingUrl(world, account.id);
    const answer = await world.form(url, {
      business_type: "individual",
      account_number: "??",
      currency: "xyz",
    });
    expect(answer.status).toBe(400);
    const text = await answer.text();
    expect(text).toContain("Enter your first name.");
    expect(text).toContain("Accept the agreement to be paid.");
    expect(text).toContain("Enter a currency such as GBP or EUR.");
    expect((await world.stripe.accounts.retrieve(account.id)).details_submitted).toBe(false);
  });

  it("onboards a company", async () => {
    const id = await payableAccount(world, { business_type: "company", company_name: "Ada Ltd", dob: "" });
    expect(await world.stripe.accounts.retrieve(id)).toMatchObject({
      business_type: "company",
      payouts_enabled: true,
      settings: { dashboard: { display_name: "Ada Ltd" } },
    });
  });

  it("verifies after an hour of the clock, or asks for a document", async () => {
    const slow = await payableAccount(world, { verification: "in_one_hour" });
    expect(await world.stripe.accounts.retrieve(slow)).toMatchObject({
      capabilities: { transfers: "pending" },
      payouts_enabled: false,
      requirements: { disabled_reason: "requirements.pending_verification" },
    });
    await world.advance(3_600_000);
    expect((await world.stripe.accounts.retrieve(slow)).payouts_enabled).toBe(true);
    const asked = await payableAccount(world, { verification: "needs_document" });
    expect((await world.stripe.accounts.retrieve(asked)).requirements).toMatchObject({
      currently_due: ["individual.verification.document"],
      errors: [{ requirement: "individual.verification.document" }],
    });
  });

  it("leads an old link to the refresh page, and refuses links for strangers", async () => {
    const account = await newAccount(world);
    const url = await onboardingUrl(world, account.id);
    await world.advance(300_000);
    const late = await fetch(url, { redirect: "manual" });
    expect(late.headers.get("location")).toBe("http://localhost:9/refresh");
    expect((await fetch(`${url}x`)).status).toBe(404);
    await expect(onboardingUrl(world, "acct_nobody")).rejects.toMatchObject({ code: "resource_missing" });
  });

  it("refuses countries a GB platform cannot pay, with a reason", async () => {
    await expect(newAccount(world, "BR")).rejects.toMatchObject({
      code: "country_unsupported",
      param: "country",
    });
  });

  it("keeps a capability the control plane has set", async () => {
    const id = await payableAccount(world);
    await world.control("POST", `accounts/${id}/capabilities`, {
      transfers: "inactive",
      payouts: "inactive",
    });
    expect(await world.stripe.accounts.retrieve(id)).toMatchObject({
      capabilities: { transfers: "inactive" },
      payouts_enabled: false,
    });
    const { data } = await world.stripe.accounts.listCapabilities(id);
    expect(data).toMatchObject([{ id: "transfers", status: "inactive", requested: true }]);
    await world.control("POST", `accounts/${id}/capabilities`, { transfers: null, payouts: null });
    expect((await world.stripe.accounts.retrieveCapability(id, "transfers")).status).toBe("active");
  });
});

describe("bank accounts", () => {
  it("are added, chosen and removed, and the last one of a currency stays", async () => {
    const { accounts } = world.stripe;
    const id = await payableAccount(world);
    const second = await accounts.createExternalAccount(id, {
      external_account: {
        object: "bank_account",
        country: "GB",
        currency: "gbp",
        account_number: "00012345",
        routing_number: "108800",
      },
      default_for_currency: true,
    });
    expect(second).toMatchObject({ last4: "2345", default_for_currency: true });
    const { data } = await accounts.listExternalAccounts(id);
    expect(data.map((bank) => bank.object === "bank_account" && bank.default_for_currency)).toEqual([
      true,
      false,
    ]);
    await expect(accounts.deleteExternalAccount(id, second.id)).rejects.toThrow("default external account");
    expect(await accounts.deleteExternalAccount(id, data[1]?.id ?? "")).toMatchObject({ deleted: true });
    await accounts.deleteExternalAccount(id, second.id);
    expect((await accounts.retrieve(id)).requirements?.currently_due).toEqual(["external_account"]);
  });
});
