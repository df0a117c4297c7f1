import type Stripe from "stripe";
import { z } from "zod";
import { type Context, newId } from "../context";
import { defined } from "../http/defined";
import { listParams, mergeMetadata, params, range } from "../http/params";
import { type PathParts, route } from "../http/route";
import { invalidRequest } from "../http/stripe-error";
import { inRange, listObjects, objectFromUrl } from "../state/objects";
import type { OnboardingRow } from "../state/tables";
import { buildAccount } from "./account-object";
import { type AccountInput, accountCreated, accountUpdated, type Profile } from "./account-params";
import { assess, blankOnboarding, capabilityObject, onboardingOf, provide, saveAccount } from "./assess";
import { addBankAccount } from "./bank-accounts";
import { countryOf } from "./countries";
import { demand } from "./demand";
import { ensurePayoutRun } from "./payout-run";
import { ownOrConnected } from "./visible-account";

function create(ctx: Context, input: AccountInput): Stripe.Account {
  if (input.type !== undefined && input.controller !== undefined) {
    throw invalidRequest("You may only specify one of these parameters: type, controller.", {
      param: "type",
    });
  }
  const code = input.country ?? "GB";
  const country = countryOf(code);
  if (country === undefined) {
    throw invalidRequest(
      `${code} is not currently supported: a platform in GB can pay accounts in the UK, the EEA, Switzerland, the US and Canada only.`,
      { code: "country_unsupported", param: "country" },
    );
  }
  const kind = kindOf(input);
  const account = buildAccount(newId(ctx, "acct"), {
    country: code,
    created: ctx.now,
    currency: input.default_currency ?? country.currency,
    email: input.email ?? null,
    businessType: input.business_type ?? null,
    metadata: {},
    ...kind,
    schedule: { delay_days: 2, interval: "daily" },
    name: null,
  });
  ctx.store.put("onboardings", account.id, nothingAsked(input) ? payableAtOnce(ctx.now) : blankOnboarding);
  return applyProfile(ctx, account, input, null);
}

/** Tools that only try the API out make an account of nothing, and expect to be able to pay it. */
function nothingAsked(input: AccountInput): boolean {
  return Object.keys(defined(input)).every((name) => name === "expand" || name === "metadata");
}

function payableAtOnce(now: number): OnboardingRow {
  return {
    ...blankOnboarding,
    capabilityOverrides: { transfers: "active" },
    requested: { transfers: now },
  };
}

function kindOf(input: AccountInput): {
  controller: Stripe.Account.Controller;
  type: Stripe.Account.Type;
} {
  const type = input.type ?? "none";
  const express = type === "express" || type === "custom";
  const wanted = input.controller;
  const dashboard =
    wanted?.stripe_dashboard?.type ??
    ({ express: "express", custom: "none", standard: "full", none: "full" } as const)[type];
  return {
    controller: {
      fees: { payer: wanted?.fees?.payer ?? (express ? "application" : "account") },
      is_controller: true,
      losses: { payments: wanted?.losses?.payments ?? (express ? "application" : "stripe") },
      requirement_collection:
        wanted?.requirement_collection ?? (type === "custom" ? "application" : "stripe"),
      stripe_dashboard: { type: dashboard },
      type: "application",
    },
    type,
  };
}

function update(ctx: Context, input: Profile, path: PathParts): Stripe.Account {
  const before = ownOrConnected(ctx, path("id"));
  return applyProfile(ctx, before, input, before);
}

/** Merges what the platform says about an account, then works out what it still owes. */
function applyProfile(
  ctx: Context,
  account: Stripe.Account,
  input: Profile,
  before: Stripe.Account | null,
): Stripe.Account {
  const id = account.id;
  requestCapabilities(ctx, id, input.capabilities);
  provide(ctx, id, providedBy(input));
  // People's data given by the platform is not checked further than that it is there.
  if (providedBy(input).includes("tos_acceptance.date")) {
    ctx.store.put("onboardings", id, { ...onboardingOf(ctx, id), verification: "verified" });
  }
  const schedule = input.settings?.payouts?.schedule;
  const changed: Stripe.Account = {
    ...account,
    business_profile: { ...withDefaults(account.business_profile), ...defined(input.business_profile ?? {}) },
    business_type: input.business_type ?? account.business_type ?? null,
    email: input.email ?? account.email,
    metadata: mergeMetadata(account.metadata ?? {}, input.metadata),
    settings: schedule === undefined ? (account.settings ?? null) : withSchedule(account, schedule),
    tos_acceptance: { ...account.tos_acceptance, ...defined(input.tos_acceptance ?? {}) },
  };
  saveAccount(ctx, changed);
  if (input.external_account !== undefined) addBankAccount(ctx, id, input.external_account);
  if (schedule !== undefined) ensurePayoutRun(ctx, id);
  return assess(ctx, changed, before);
}

function withDefaults(profile: Stripe.Account["business_profile"]): Stripe.Account.BusinessProfile {
  if (profile === null || profile === undefined) throw new Error("every account is built with a profile");
  return profile;
}

function withSchedule(
  account: Stripe.Account,
  schedule: { interval?: "daily" | "manual" | undefined; delay_days?: number | "minimum" | undefined },
): Stripe.Account.Settings {
  const settings = account.settings;
  const payouts = settings?.payouts;
  if (settings === null || settings === undefined || payouts === undefined)
    throw new Error("no payout settings");
  const delay = schedule.delay_days === "minimum" ? 2 : schedule.delay_days;
  return {
    ...settings,
    payouts: {
      ...payouts,
      schedule: {
        delay_days: delay ?? payouts.schedule.delay_days,
        interval: schedule.interval ?? payouts.schedule.interval,
      },
    },
  };
}

function requestCapabilities(
  ctx: Context,
  account: string,
  asked: Partial<Record<string, { requested: boolean }>> | undefined,
): void {
  const onboarding = onboardingOf(ctx, account);
  const requested = { ...onboarding.requested };
  for (const [capabilityName, wish] of Object.entries(asked ?? {})) {
    if (wish?.requested === true) requested[capabilityName] ??= ctx.now;
    else delete requested[capabilityName];
  }
  ctx.store.put("onboardings", account, { ...onboarding, requested });
}

function providedBy(input: Profile): string[] {
  const person = input.individual;
  const firm = input.company;
  const given: [string, unknown][] = [
    ["business_type", input.business_type],
    ["tos_acceptance.date", input.tos_acceptance?.date],
    ["tos_acceptance.ip", input.tos_acceptance?.ip],
    ["individual.first_name", person?.first_name],
    ["individual.last_name", person?.last_name],
    ["individual.dob.day", person?.dob],
    ["individual.dob.month", person?.dob],
    ["individual.dob.year", person?.dob],
    ["individual.address.city", person?.address?.city],
    ["individual.address.line1", person?.address?.line1],
    ["individual.address.postal_code", person?.address?.postal_code],
    ["company.name", firm?.name],
    ["company.address.city", firm?.address?.city],
    ["company.address.line1", firm?.address?.line1],
    ["company.address.postal_code", firm?.address?.postal_code],
  ];
  return given.filter(([, value]) => value !== undefined && value !== null).map(([item]) => item);
}

const rejected = params({ reason: z.enum(["fraud", "terms_of_service", "other"]) });

export const accountRoutes = [
  route("GET", "/v1/account", params({}), (ctx) => ownOrConnected(ctx, ctx.account)),
  route("POST", "/v1/accounts", accountCreated, create),
  route("GET", "/v1/accounts", listParams({ created: range().optional() }), (ctx, input) =>
    listObjects(
      ctx,
      "accounts",
      "/v1/accounts",
      input,
      (account) =>
        account.id !== ctx.platformAccount &&
        ctx.store.get("onboardings", account.id)?.deauthorized !== true &&
        inRange(account.created ?? 0, input.created),
    ),
  ),
  route("GET", "/v1/accounts/:id", params({}), (ctx, _input, path) => ownOrConnected(ctx, path("id"))),
  route("POST", "/v1/accounts/:id", accountUpdated, update),
  route("POST", "/v1/accounts/:id/reject", rejected, (ctx, input, path) =>
    demand(ctx, ownOrConnected(ctx, path("id")), { disabled_reason: `rejected.${input.reason}` }),
  ),
  route("DELETE", "/v1/accounts/:id", params({}), (ctx, _input, path) => {
    const account = objectFromUrl(ctx, "accounts", path("id"), "account");
    const owed = [...ctx.store.all("balances")].some(
      (row) => row.account === account.id && row.pending + row.available !== 0,
    );
    if (owed || account.id === ctx.platformAccount) {
      throw invalidRequest("This account has a balance that is not zero, and cannot be deleted.");
    }
    ctx.store.delete("accounts", account.id);
    return { id: account.id, object: "account", deleted: true } satisfies Stripe.DeletedAccount;
  }),
  route("GET", "/v1/accounts/:id/capabilities", params({}), (ctx, _input, path) => {
    const account = ownOrConnected(ctx, path("id"));
    const names = Object.keys(account.capabilities ?? {});
    const url = `/v1/accounts/${account.id}/capabilities`;
    return {
      object: "list",
      data: names.map((one) => capabilityObject(ctx, account, one)),
      has_more: false,
      url,
    };
  }),
  route("GET", "/v1/accounts/:id/capabilities/:name", params({}), (ctx, _input, path) =>
    capabilityObject(ctx, ownOrConnected(ctx, path("id")), path("name")),
  ),
];
