import type Stripe from "stripe";
import { actingFor, type Context } from "../context";
import { emit } from "../events/emit";
import { saveObject } from "../state/objects";
import type { CapabilityStatus, OnboardingRow } from "../state/tables";
import { requirementsOf } from "./requirements";

export const blankOnboarding: OnboardingRow = {
  provided: [],
  verification: "none",
  capabilityOverrides: {},
  requested: {},
};

export function onboardingOf(ctx: Context, account: string): OnboardingRow {
  return ctx.store.get("onboardings", account) ?? blankOnboarding;
}

/**
 * Works out what an account still owes, which capabilities it has and whether it is paid out, saves it, and says
 * so with `account.updated` and `capability.updated` when something changed. The account is seen by its own id.
 */
export function assess(ctx: Context, account: Stripe.Account, before: Stripe.Account | null): Stripe.Account {
  const onboarding = onboardingOf(ctx, account.id);
  const requirements = requirementsOf(account, onboarding);
  const { currently_due: due, pending_verification: pending } = requirements;
  const ready = requirements.disabled_reason === null && onboarding.verification === "verified";
  const capabilities = Object.fromEntries(
    Object.keys(onboarding.requested).map((name): [string, CapabilityStatus] => [
      name,
      onboarding.capabilityOverrides[name] ??
        (ready ? "active" : (pending ?? []).length > 0 ? "pending" : "inactive"),
    ]),
  );
  const assessed: Stripe.Account = {
    ...account,
    capabilities,
    charges_enabled: capabilities.card_payments === "active" || capabilities.transfers === "active",
    details_submitted: account.details_submitted || (due ?? []).every((item) => item === "external_account"),
    external_accounts: externalAccounts(ctx, account.id),
    payouts_enabled: ready && onboarding.capabilityOverrides.payouts !== "inactive",
    requirements,
  };
  ctx.store.put("accounts", account.id, { account: ctx.platformAccount, object: assessed });
  if (before !== null && JSON.stringify(before) !== JSON.stringify(assessed)) announce(ctx, assessed, before);
  return assessed;
}

function externalAccounts(ctx: Context, account: string): Stripe.ApiList<Stripe.ExternalAccount> {
  const own = [...ctx.store.all("bankAccounts")].filter((row) => row.account === account);
  return {
    object: "list",
    data: own.map((row) => row.object),
    has_more: false,
    url: `/v1/accounts/${account}/external_accounts`,
  };
}

function announce(ctx: Context, account: Stripe.Account, before: Stripe.Account): void {
  const acting = actingFor(ctx, account.id);
  for (const [name, status] of Object.entries(account.capabilities ?? {})) {
    const was: unknown = Reflect.get(before.capabilities ?? {}, name);
    if (was === status) continue;
    const capability = capabilityObject(ctx, account, name);
    emit(acting, "capability.updated", capability, { ...capability, status: was ?? "unrequested" });
  }
  emit(acting, "account.updated", account, before);
}

/** One capability as an object of its own. */
export function capabilityObject(ctx: Context, account: Stripe.Account, name: string): Stripe.Capability {
  const status: unknown = Reflect.get(account.capabilities ?? {}, name);
  const requestedAt = onboardingOf(ctx, account.id).requested[name];
  const due = account.requirements?.currently_due ?? [];
  return {
    id: name,
    object: "capability",
    account: account.id,
    future_requirements: {
      alternatives: [],
      current_deadline: null,
      currently_due: [],
      disabled_reason: null,
      errors: [],
      eventually_due: [],
      past_due: [],
      pending_verification: [],
    },
    requested: requestedAt !== undefined,
    requested_at: requestedAt ?? null,
    requirements: {
      alternatives: [],
      current_deadline: null,
      currently_due: due,
      disabled_reason: status === "active" ? null : due.length > 0 ? "requirements.fields_needed" : null,
      errors: [],
      eventually_due: due,
      past_due: due,
      pending_verification: account.requirements?.pending_verification ?? [],
    },
    status:
      status === "active" || status === "pending"
        ? status
        : requestedAt === undefined
          ? "unrequested"
          : "inactive",
  };
}

/** Adds to what an account has provided. */
export function provide(ctx: Context, account: string, items: string[]): void {
  const onboarding = onboardingOf(ctx, account);
  const provided = [...new Set([...onboarding.provided, ...items])];
  ctx.store.put("onboardings", account, { ...onboarding, provided });
}

/** Takes back something an account has provided, such as a bank account that failed. */
export function withdraw(ctx: Context, account: string, item: string): void {
  const onboarding = onboardingOf(ctx, account);
  const provided = onboarding.provided.filter((kept) => kept !== item);
  ctx.store.put("onboardings", account, { ...onboarding, provided });
}

/** Saves an account without assessing it: metadata, settings, profile. */
export function saveAccount(ctx: Context, account: Stripe.Account): Stripe.Account {
  return saveObject(actingFor(ctx, ctx.platformAccount), "accounts", account);
}
