import type { views } from "@evenshare/domain";
import { describe, expect, it } from "vitest";
import { fundingOutcome, withoutFunding } from "./funding-outcome";

type Funding = views.MilestoneView["fundings"][number];

const funding = (status: Funding["status"]): Funding => ({
  id: "f1",
  at: new Date("2026-11-22T10:00:00Z"),
  amount: 50_000n,
  fee: 1_250n,
  charged: 51_250n,
  status,
  purpose: "milestone",
  paidWith: null,
  expectedAt: null,
  returned: 0n,
  failureReason: null,
  receiptNumber: null,
});
const after = (address: string, ...fundings: Funding[]) =>
  fundingOutcome(new URLSearchParams(address), fundings)?.kind;

describe("fundingOutcome", () => {
  it("believes the payment's own state, never the address", () => {
    expect(after("funding=f1", funding("opened"))).toBe("processing");
    expect(after("funding=f1", funding("processing"))).toBe("processing");
    expect(after("funding=f1", funding("succeeded"))).toBe("held");
    expect(after("funding=f1", funding("failed"))).toBe("failed");
    expect(after("funding=f2", funding("succeeded"))).toBe("processing");
  });

  it("says that nothing was charged only when the page was left unpaid", () => {
    expect(after("funding_left=f1", funding("opened"))).toBe("left");
    expect(after("funding_left=f1", funding("expired"))).toBe("left");
    expect(after("funding_left=f1", funding("processing"))).toBe("processing");
    expect(after("funding_left=f1", funding("succeeded"))).toBe("held");
  });

  it("C26: does not say that a payment has arrived which the bank took back", () => {
    expect(after("funding=f1", { ...funding("succeeded"), returned: 51_250n })).toBeUndefined();
  });

  it("is silent on the plain address, and can take its words out of one", () => {
    expect(after("show=open", funding("succeeded"))).toBeUndefined();
    expect(withoutFunding(new URLSearchParams("funding=f1&funding_left=f1&show=open")).toString()).toBe(
      "show=open",
    );
  });
});
