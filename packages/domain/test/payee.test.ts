import { describe, expect, it } from "vitest";
import { bankFor, type PayeeAccount, payeeNews, recordPayoutNews } from "../src";

const barclays = { currency: "GBP", label: "Barclays •••• 6789", isDefault: true };
const monzo = { currency: "GBP", label: "Monzo •••• 1122", isDefault: true };
const ready: PayeeAccount = { payable: true, block: null, requirements: [], dueAt: null, banks: [barclays] };
const begun: PayeeAccount = { ...ready, payable: false, block: "onboarding_incomplete", banks: [] };
const asked = (urgency: "overdue" | "due" | "checking" | "later") => [
  { field: "individual.verification.document", urgency, reason: null },
];

describe("what a producer hears of its payout account", () => {
  it.each<[string, PayeeAccount, PayeeAccount, string[]]>([
    ["nothing while it is setting up", begun, { ...begun, requirements: asked("due") }, []],
    ["that it can be paid", begun, ready, ["ready"]],
    ["nothing when nothing changed", ready, ready, []],
    ["that it is paused", ready, { ...ready, payable: false, block: "onboarding_incomplete" }, ["attention"]],
    ["that it was disconnected", ready, { ...ready, payable: false, block: "disconnected" }, ["attention"]],
    ["what is asked for before it is paused", ready, { ...ready, requirements: asked("due") }, ["attention"]],
    [
      "the same thing once",
      { ...ready, requirements: asked("due") },
      { ...ready, requirements: asked("overdue") },
      [],
    ],
    ["nothing of what is only checked or far off", ready, { ...ready, requirements: asked("later") }, []],
    ["that payouts go elsewhere", ready, { ...ready, banks: [monzo] }, ["bank_changed"]],
    ["that a bank account was added", ready, { ...ready, banks: [barclays, monzo] }, ["bank_changed"]],
    ["nothing of its first bank account", begun, { ...begun, banks: [barclays] }, []],
    [
      "that it can be paid again, and elsewhere",
      { ...ready, payable: false, block: "transfers_inactive" },
      { ...ready, banks: [monzo] },
      ["ready", "bank_changed"],
    ],
  ])("C31: is %s", (_what, before, now, kinds) => {
    expect(payeeNews(before, now).map(({ kind }) => kind)).toEqual(kinds);
  });

  it("C35: each currency has the bank account that takes it", () => {
    const euro = { currency: "EUR", label: "N26 •••• 3000", isDefault: false };
    const spare = { ...monzo, isDefault: false };
    expect(bankFor([spare, barclays, euro], "GBP")).toBe(barclays);
    expect(bankFor([spare, barclays, euro], "EUR")).toBe(euro);
    expect(bankFor([barclays], "USD")).toBeNull();
  });
});

describe("a payout that comes back after the bank had it", () => {
  const payout = {
    id: "p",
    attemptClass: 2,
    organizationId: "o",
    amount: 40_000n,
    currency: "GBP",
    status: "paid",
    providerPayoutId: "po_1",
  } as const;
  const news = { payout, providerPayoutId: "po_1", providerStatus: "failed" } as const;

  it("C38: is due again, by one entry under its attempt", () => {
    expect(recordPayoutNews(news, () => "id")).toEqual({
      status: "failed",
      firstHeard: false,
      entries: [
        expect.objectContaining({
          kind: "payout.returned",
          sourceKey: "p:2",
          postings: [
            { account: { kind: "provider_producer", ownerId: "o", currency: "GBP" }, amount: 40_000n },
            { account: { kind: "producer_due", ownerId: "o", currency: "GBP" }, amount: -40_000n },
          ],
        }),
      ],
    });
  });

  it("is not moved by older news, nor by news of another attempt", () => {
    for (const providerStatus of ["pending", "in_transit", "paid"] as const) {
      expect(recordPayoutNews({ ...news, providerStatus }, () => "id")).toBeNull();
    }
    expect(recordPayoutNews({ ...news, providerPayoutId: "po_0" }, () => "id")).toBeNull();
  });
});
