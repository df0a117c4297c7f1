import type { AccountFacts } from "@evenshare/application";
import type { PayeeBlock } from "@evenshare/domain";
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
    .object({ currently_due: fieldNames, past_due: fieldNames, disabled_reason: z.string().nullish() })
    .nullish(),
  external_accounts: z
    .object({
      data: z.array(
        z.object({
          last4: z.string(),
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
  return {
    accountId: account.id,
    organizationId: account.metadata?.["organization_id"] ?? null,
    payable: block === null,
    block,
    requirements: openRequirements(account),
    detailsSubmitted: account.details_submitted,
    bank: describeBank(account),
    country: account.country,
  };
}

function findBlock(account: WireAccount): PayeeBlock | null {
  if (account.capabilities?.transfers === "active" && account.payouts_enabled) return null;
  if (account.requirements?.disabled_reason?.startsWith("rejected.")) return "account_closed";
  if (!account.details_submitted || openRequirements(account).length > 0) return "onboarding_incomplete";
  return "transfers_inactive";
}

function openRequirements({ requirements }: WireAccount): string[] {
  return [...new Set([...(requirements?.past_due ?? []), ...(requirements?.currently_due ?? [])])];
}

function describeBank({ external_accounts: external }: WireAccount): string | null {
  const banks = external?.data ?? [];
  const bank = banks.find((candidate) => candidate.default_for_currency === true) ?? banks[0];
  return bank === undefined ? null : `${bank.bank_name ?? "Bank"} •••• ${bank.last4}`;
}
