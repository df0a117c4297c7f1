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
      { last4: "1111", currency: "gbp", bank_name: "Other Bank", default_for_currency: false },
      { last4: "2345", currency: "gbp", bank_name: "Test Bank", default_for_currency: true },
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
      dueAt: null,
      detailsSubmitted: true,
      banks: [
        { currency: "GBP", label: "Other Bank •••• 1111", isDefault: false },
        { currency: "GBP", label: "Test Bank •••• 2345", isDefault: true },
      ],
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

  it("F7 C31: lists each thing asked for once, the most pressing first, with its reason and by when", () => {
    const document = "individual.verification.document";
    const requirements = {
      past_due: ["external_account"],
      currently_due: ["external_account", document],
      pending_verification: ["company.tax_id"],
      eventually_due: ["external_account", document, "company.tax_id", "business_profile.url"],
      errors: [{ requirement: document, reason: "The document has expired." }],
      current_deadline: 1_800_000_000,
    };
    expect(readAccountFacts({ ...ready, requirements })).toMatchObject({
      requirements: [
        { field: "external_account", urgency: "overdue", reason: null },
        { field: document, urgency: "due", reason: "The document has expired." },
        { field: "company.tax_id", urgency: "checking", reason: null },
        { field: "business_profile.url", urgency: "later", reason: null },
      ],
      dueAt: new Date(1_800_000_000_000),
    });
  });

  it("is read from an account that has nothing yet", () => {
    const bare = wireAccount.parse({
      object: "account",
      id: "acct_2",
      country: "DE",
      details_submitted: false,
      payouts_enabled: false,
    });
    expect(readAccountFacts(bare)).toMatchObject({ organizationId: null, banks: [], requirements: [] });
  });
});
