import { describe, expect, it } from "vitest";
import { readAccountFacts, type WireAccount, wireAccount } from "./account";

const ready: WireAccount = {
  object: "account",
  id: "acct_1",
  country: "GB",
  details_submitted: true,
  payouts_enabled: true,
  capabilities: { transfers: "active" },
  metadata: { organization_id: "org-1", evenshare_operation: "op-1" },
  requirements: { currently_due: [], past_due: [], disabled_reason: null },
  external_accounts: {
    data: [
      { last4: "1111", bank_name: "Other Bank", default_for_currency: false },
      { last4: "2345", bank_name: "Test Bank", default_for_currency: true },
    ],
  },
};

describe("a producer's account in our words", () => {
  it("is payable once transfers reach it and payouts leave it", () => {
    expect(readAccountFacts(ready)).toEqual({
      accountId: "acct_1",
      organizationId: "org-1",
      payable: true,
      block: null,
      requirements: [],
      detailsSubmitted: true,
      bank: "Test Bank •••• 2345",
      country: "GB",
    });
  });

  it.each<[string, Partial<WireAccount>, string]>([
    ["details not submitted", { details_submitted: false, payouts_enabled: false }, "onboarding_incomplete"],
    [
      "something still asked for",
      { payouts_enabled: false, requirements: { currently_due: ["external_account"] } },
      "onboarding_incomplete",
    ],
    ["transfers not active", { capabilities: { transfers: "pending" } }, "transfers_inactive"],
    ["no capability at all", { capabilities: {} }, "transfers_inactive"],
    ["payouts off", { payouts_enabled: false }, "transfers_inactive"],
    [
      "rejected by Stripe",
      { payouts_enabled: false, requirements: { disabled_reason: "rejected.fraud", currently_due: ["x"] } },
      "account_closed",
    ],
  ])("is not payable: %s", (_, part, block) => {
    expect(readAccountFacts({ ...ready, ...part })).toMatchObject({ payable: false, block });
  });

  it("lists each thing still asked for once", () => {
    const requirements = {
      past_due: ["external_account"],
      currently_due: ["external_account", "tos_acceptance.date"],
    };
    expect(readAccountFacts({ ...ready, requirements }).requirements).toEqual([
      "external_account",
      "tos_acceptance.date",
    ]);
  });

  it("is read from an account that has nothing yet", () => {
    const bare = wireAccount.parse({
      object: "account",
      id: "acct_2",
      country: "DE",
      details_submitted: false,
      payouts_enabled: false,
    });
    expect(readAccountFacts(bare)).toMatchObject({ organizationId: null, bank: null, requirements: [] });
  });
});
