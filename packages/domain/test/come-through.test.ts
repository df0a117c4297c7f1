import { describe, expect, test } from "vitest";
import { acceptMilestone, followRefund, type MilestoneSnapshot } from "../src";
import { contextOf, snapshotOf, submittedSnapshot } from "./snapshots";

const returns: MilestoneSnapshot["returns"] = [
  {
    id: "b1",
    fundingId: "funding-1",
    disputeId: "du_1",
    amount: 40_000n,
    fee: 0n,
    fromHeld: 0n,
    fromFeeHeld: 0n,
    owed: 40_000n,
    status: "final",
  },
];

describe("a milestone that comes through while its brand owes for it", () => {
  test("F52 F60: stays open when the last of what went back has arrived", () => {
    const refund = { id: "rf1", fundingId: "funding-1", amount: 20_000n, fee: 0n, reason: null };
    const base = snapshotOf({ state: "refunding" });
    const snapshot: MilestoneSnapshot = {
      ...base,
      money: { ...base.money, held: 0n, released: 80_000n, refunded: 20_000n },
      refunds: [{ ...refund, status: "sent" }],
    };
    const news = {
      refundId: "rf1",
      providerRefundId: "re_1",
      status: "succeeded",
      booked: true,
      reason: null,
      total: 20_000n,
      currency: snapshot.currency,
    } as const;
    expect(followRefund(snapshot, news, contextOf("clock"))).toMatchObject({
      value: { patch: { state: "released" } },
    });
    expect(followRefund({ ...snapshot, returns }, news, contextOf("clock"))).toMatchObject({
      value: { patch: { state: "clawback_open" } },
    });
  });

  test("F60 F95: stays open when it is accepted and nothing is left to send", () => {
    const base = submittedSnapshot();
    const through: MilestoneSnapshot = {
      ...base,
      money: { ...base.money, held: 0n, feeHeld: 0n, funded: base.amount, released: base.amount },
    };
    const accept = (snapshot: MilestoneSnapshot) =>
      acceptMilestone(snapshot, { trigger: "accepted", expectedHeld: 0n }, contextOf("brand"));
    expect(accept(through)).toMatchObject({ value: { patch: { state: "released" } } });
    expect(accept({ ...through, returns })).toMatchObject({
      value: { patch: { state: "clawback_open" } },
    });
  });
});
