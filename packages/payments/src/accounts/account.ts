import type { AccountFacts } from "@evenshare/application";
import type { AccountRequirement, PayeeBank, PayeeBlock } from "@evenshare/domain";
import { z } from "zod";
import { wireMetadata } from "../keys/metadata";

const fieldNames = z.array(z.string()).nullish();

export const wireAccount = z.object({
  object: z.literal("account"),
  id: z.string().startsWith("acct_"),
  country: z.string().length(2),
  details_submitted: z.boolean(),
  payouts_enabled: z.boolean(),
  capabilities: z.object({ transfers: z.string().optional() }).nullish(),
  metadata: wireMetadata.nullish(),
  requirements: z
    .object({
      currently_due: fieldNames,
      past_due: fieldNames,
      eventually_due: fieldNames,
      pending_verification: fieldNames,
      errors: z.array(z.object({ requirement: z.string(), reason: z.string() })).nullish(),
      current_deadline: z.number().int().nullish(),
      disabled_reason: z.string().nullish(),
    })
    .nullish(),
  external_accounts: z
    .object({
      data: z.array(
        z.object({
          last4: z.string(),
          currency: z.string(),
          bank_name: z.string().nullish(),
          default_for_currency: z.boolean().nullish(),
        }),
      ),
    })
    .nullish(),
});

export type WireAccount = z.infer<typeof wireAccount>;

/** The producer's account in our words. It is payable when transfers reach it and payouts leave it. */
export function readAccountFacts(account: WireAccount): AccountFacts {
  const block = findBlock(account);
  const deadline = account.requirements?.current_deadline ?? null;
  return {
    accountId: account.id,
    organizationId: account.metadata?.["organization_id"] ?? null,
    payable: block === null,
    block,
    requirements: readRequirements(account),
    dueAt: deadline === null ? null : new Date(deadline * 1000),
    detailsSubmitted: account.details_submitted,
    banks: readBanks(account),
    country: account.country,
  };
}

function findBlock(account: WireAccount): PayeeBlock | null {
  if (account.capabilities?.transfers === "active" && account.payouts_enabled) return null;
  if (account.requirements?.disabled_reason?.startsWith("rejected.")) return "account_closed";
  const asked = [account.requirements?.past_due, account.requirements?.currently_due];
  if (!account.details_submitted || asked.some((fields) => fields && fields.length > 0))
    return "onboarding_incomplete";
  return "transfers_inactive";
}

/** Each thing once, under the most pressing of the lists it stands in. */
function readRequirements({ requirements }: WireAccount): AccountRequirement[] {
  const lists: [AccountRequirement["urgency"], readonly string[] | null | undefined][] = [
    ["overdue", requirements?.past_due],
    ["due", requirements?.currently_due],
    ["checking", requirements?.pending_verification],
    ["later", requirements?.eventually_due],
  ];
  const found = new Map<string, AccountRequirement>();
  for (const [urgency, fields] of lists) {
    for (const field of fields ?? []) {
      if (found.has(field)) continue;
      const error = requirements?.errors?.find(({ requirement }) => requirement === field);
      found.set(field, { field, urgency, reason: error?.reason ?? null });
    }
  }
  return [...found.values()];
}

function readBanks({ external_accounts: external }: WireAccount): PayeeBank[] {
  return (external?.data ?? []).map((bank) => ({
    currency: bank.currency.toUpperCase(),
    label: `${bank.bank_name ?? "Bank"} •••• ${bank.last4}`,
    isDefault: bank.default_for_currency === true,
  }));
}
