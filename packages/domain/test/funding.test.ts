import { describe, expect, test } from "vitest";
import {
  confirmFunding,
  endFunding,
  type MilestoneSnapshot,
  minimumToStart,
  openFunding,
  openToFund,
  startMilestone,
} from "../src";
import { contextOf, snapshotOf } from "./snapshots";

const empty = { funded: 0n, held: 0n, feeHeld: 0n, released: 0n, inFlight: 0n, refunded: 0n, paidOut: 0n };
function agreed(changes: Partial<MilestoneSnapshot> = {}): MilestoneSnapshot {
  return snapshotOf({ state: "agreed", money: empty, charges: [], fundings: [], ...changes });
}
const payment = {
  fundingId: "f1",
  paymentId: "pi_1",
  chargeId: "ch_1",
  charged: 30_750n,
  processingFee: 482n,
  currency: "GBP",
  paidWith: null,
};
const opened = { id: "f1", status: "opened", amount: 30_000n, fee: 750n, purpose: "milestone" } as const;

describe("funding", () => {
  test("F44: the brand's fee is charged beside the amount", () => {
    const result = openFunding(agreed(), { amount: 30_000n, currency: "GBP" }, contextOf("brand"));
    expect(result).toMatchObject({
      ok: true,
      value: { newFunding: { amount: 30_000n, fee: 750n }, patch: { state: "agreed" } },
    });
  });

  test.each([
    ["nothing", 0n, "GBP", "input.invalid", "amount"],
    ["a negative amount", -5n, "GBP", "input.invalid", "amount"],
    ["more than was agreed", 100_001n, "GBP", "funding.more_than_agreed", "amount"],
    ["another currency", 10_000n, "EUR", "milestone.currency_mismatch", "currency"],
  ])("F44: funding %s is refused by name", (_what, amount, currency, code, field) => {
    expect(openFunding(agreed(), { amount, currency }, contextOf("brand"))).toMatchObject({
      ok: false,
      failure: { code, field },
    });
  });

  test("F44: what an open payment page may still bring cannot be promised a second time", () => {
    const snapshot = agreed({ fundings: [{ ...opened, amount: 80_000n }] });
    expect(openToFund(snapshot)).toBe(20_000n);
    expect(openFunding(snapshot, { amount: 30_000n, currency: "GBP" }, contextOf("brand"))).toMatchObject({
      ok: false,
      failure: { code: "funding.another_open", details: { open: "20000" } },
    });
  });

  test("F44: a confirmed part is held, the rest stays to be funded, and both sides hear it", () => {
    const snapshot = agreed({ fundings: [opened] });
    const result = confirmFunding(snapshot, payment, contextOf("brand"));
    if (!result.ok || result.value === null) throw new Error("not confirmed");
    expect(result.value.patch.state).toBe("part_funded");
    expect(
      result.value.messages?.map(({ toOrganizationId, data }) => [
        toOrganizationId,
        data.amount,
        data.held,
        data.toFund,
      ]),
    ).toEqual([
      [snapshot.brand.id, "30000", "30000", "70000"],
      [snapshot.producer.id, "30000", "30000", "70000"],
    ]);
    expect(result.value.entries?.[0]?.postings.map(({ account, amount }) => [account.kind, amount])).toEqual([
      ["provider_platform", 30_268n],
      ["processing_fees", 482n],
      ["milestone_held", -30_000n],
      ["milestone_fee_held", -750n],
    ]);
  });

  test("C22: a confirmation that was written before changes nothing", () => {
    const snapshot = agreed({ fundings: [{ ...opened, status: "succeeded" }] });
    expect(confirmFunding(snapshot, payment, contextOf("brand"))).toEqual({ ok: true, value: null });
  });

  test("a charge of another amount than was asked for is refused loudly", () => {
    const snapshot = agreed({ fundings: [opened] });
    expect(confirmFunding(snapshot, { ...payment, charged: 30_749n }, contextOf("brand"))).toMatchObject({
      ok: false,
      failure: { code: "funding.amount_mismatch" },
    });
    expect(confirmFunding(snapshot, { ...payment, currency: "EUR" }, contextOf("brand"))).toMatchObject({
      ok: false,
      failure: { code: "funding.amount_mismatch" },
    });
  });

  test("money that arrives after its page was thought closed is held all the same", () => {
    const snapshot = agreed({ fundings: [{ ...opened, status: "expired" }] });
    expect(confirmFunding(snapshot, payment, contextOf("brand"))).toMatchObject({
      ok: true,
      value: { patch: { state: "part_funded" } },
    });
  });

  test("a page that closes unpaid moves no money and frees the amount", () => {
    const ended = endFunding(
      agreed({ fundings: [opened] }),
      { fundingId: "f1", status: "expired", reason: "closed" },
      contextOf("brand"),
    );
    expect(ended).toMatchObject({
      ok: true,
      value: { funding: { status: "expired" }, patch: { state: "agreed" } },
    });
    if (ended.ok) expect(ended.value?.entries).toBeUndefined();
  });

  test("F49: money for work that was accepted already is released when it comes", () => {
    const snapshot = agreed({ state: "accepted", fundings: [opened] });
    const result = confirmFunding(snapshot, payment, contextOf("brand"));
    expect(result).toMatchObject({ ok: true, value: { operations: [{ kind: "release.continue" }] } });
  });
});

describe("starting", () => {
  const partly = (held: bigint, isFirst: boolean) =>
    snapshotOf({ state: "part_funded", isFirst, money: { ...empty, funded: held, held } });

  test("F44: the first milestone starts when all is held, a later one when half is", () => {
    expect(minimumToStart(partly(0n, true), 0n)).toBe(100_000n);
    expect(startMilestone(partly(99_999n, true), contextOf("producer"))).toMatchObject({
      ok: false,
      failure: { code: "milestone.not_enough_held", details: { required: "100000", held: "99999" } },
    });
    expect(startMilestone(partly(49_999n, false), contextOf("producer")).ok).toBe(false);
    expect(startMilestone(partly(50_000n, false), contextOf("producer"))).toMatchObject({
      ok: true,
      value: { patch: { state: "in_progress" } },
    });
  });

  test("F52: what went back to the brand counts neither as agreed nor as funded", () => {
    const back = { ...empty, funded: 60_000n, held: 30_000n, refunded: 30_000n };
    const snapshot = snapshotOf({ state: "part_funded", money: back });
    expect(minimumToStart(snapshot, 30_000n)).toBe(35_000n);
    expect(startMilestone(snapshot, contextOf("producer"))).toMatchObject({ ok: false });
    const more = snapshotOf({ state: "part_funded", money: { ...back, funded: 65_000n, held: 35_000n } });
    expect(startMilestone(more, contextOf("producer"))).toMatchObject({ ok: true });
  });

  test("F44: half of an odd amount is rounded up", () => {
    expect(minimumToStart({ ...snapshotOf(), amount: 100_001n, isFirst: false }, 0n)).toBe(50_001n);
  });
});
