import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  acceptMilestone,
  feeOfNext,
  type MilestoneChange,
  type MilestoneSnapshot,
  releasePart,
  sum,
} from "../src";
import { contextOf, snapshotOf, submittedSnapshot } from "./snapshots";

function changeOf(result: ReturnType<typeof acceptMilestone>): MilestoneChange {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

describe("accepting", () => {
  const input = { trigger: "accepted", expectedHeld: 100_000n } as const;

  test("F43: accepting submitted work releases all that is held and stops the review clock", () => {
    const change = changeOf(acceptMilestone(submittedSnapshot(), input, contextOf("brand")));
    expect(change.transitions.map(({ from, event, to }) => `${from} ${event} ${to}`)).toEqual([
      "submitted accept accepted",
      "accepted begin_release releasing",
    ]);
    expect(change.release).toMatchObject({ gross: 100_000n, fee: 2_500n, net: 100_000n });
    expect(change.deadlines?.cancel).toEqual(expect.arrayContaining(["review.reminder", "review.release"]));
    expect(change.patch).toMatchObject({ state: "releasing", reviewEndsAt: null });
  });

  test("F91: the entry moves the held amount to what is in flight, and the fee beside it to the platform", () => {
    const change = changeOf(acceptMilestone(submittedSnapshot(), input, contextOf("brand")));
    const lines = change.entries?.[0]?.postings.map(({ account, amount }) => [account.kind, amount]);
    expect(lines).toEqual([
      ["milestone_held", 100_000n],
      ["milestone_fee_held", 2_500n],
      ["milestone_in_flight", -100_000n],
      ["platform_fees", -2_500n],
    ]);
  });

  test("F91: with the fee on the producer's side, it receives the amount less the fee", () => {
    const base = submittedSnapshot();
    const snapshot = {
      ...base,
      terms: { ...base.terms, feeBearer: "producer" as const },
      money: { ...base.money, feeHeld: 0n },
    };
    const change = changeOf(acceptMilestone(snapshot, input, contextOf("brand")));
    expect(change.release).toMatchObject({ gross: 100_000n, fee: 2_500n, net: 97_500n });
    expect(change.operations).toHaveLength(1);
  });

  test("a different held amount than the person saw is a conflict that names both", () => {
    const result = acceptMilestone(
      submittedSnapshot(),
      { ...input, expectedHeld: 90_000n },
      contextOf("brand"),
    );
    expect(result).toEqual({
      ok: false,
      failure: {
        code: "milestone.amount_changed",
        field: "expectedHeld",
        details: { expected: "90000", actual: "100000" },
      },
    });
  });

  test.each([
    "draft",
    "proposed",
    "agreed",
    "funded",
    "in_progress",
    "accepted",
    "releasing",
    "released",
  ] as const)("F43: work that is %s cannot be accepted", (state) => {
    const result = acceptMilestone(snapshotOf({ state }), input, contextOf("brand"));
    expect(result).toMatchObject({
      ok: false,
      failure: { code: "milestone.transition_forbidden", details: { state } },
    });
  });

  test("F49: when the producer cannot be paid the work is accepted, the money waits, and both sides are told why", () => {
    const snapshot = submittedSnapshot({ payee: { payable: false, reason: "onboarding_incomplete" } });
    const change = changeOf(acceptMilestone(snapshot, input, contextOf("brand")));
    expect(change.patch).toMatchObject({
      state: "releasing_blocked",
      blockedReason: "onboarding_incomplete",
    });
    expect(change.entries ?? []).toEqual([]);
    expect(change.release).toBeUndefined();
    expect(change.deadlines?.set.map(({ kind }) => kind)).toEqual(["release.retry"]);
    expect(change.messages?.map(({ template, toOrganizationId }) => [template, toOrganizationId])).toEqual([
      ["release.blocked", snapshot.brand.id],
      ["release.blocked", snapshot.producer.id],
    ]);
  });

  test("a last cent that the fee takes whole completes at once: no transfer would ever come back", () => {
    const base = submittedSnapshot();
    const snapshot: MilestoneSnapshot = {
      ...base,
      amount: 3n,
      terms: { ...base.terms, feeBp: 2_000, feeBearer: "producer" },
      money: { funded: 3n, held: 1n, feeHeld: 0n, released: 2n, inFlight: 0n, refunded: 0n, paidOut: 0n },
      charges: [{ fundingId: "funding-1", chargeId: "ch_1", amount: 1n, fee: 0n, left: 1n }],
    };
    const change = changeOf(acceptMilestone(snapshot, { ...input, expectedHeld: 1n }, contextOf("brand")));
    expect(change.release).toMatchObject({ gross: 1n, fee: 1n, net: 0n, transfers: [] });
    expect(change.patch.state).toBe("released");
  });
});

describe("releasing a part", () => {
  const part = { amount: 40_000n, currency: "GBP", expectedHeld: 100_000n };

  test("F43: a part goes, the rest stays held and the review clock runs on", () => {
    const change = changeOf(releasePart(submittedSnapshot(), part, contextOf("brand")));
    expect(change.release).toMatchObject({ gross: 40_000n, trigger: "part" });
    expect(change.patch).toEqual({ state: "submitted" });
    expect(change.deadlines).toBeUndefined();
  });

  test.each([
    ["nothing", { amount: 0n }, "input.invalid", "amount"],
    ["a negative amount", { amount: -1n }, "input.invalid", "amount"],
    ["more than is held", { amount: 100_001n }, "release.more_than_held", "amount"],
    ["all that is held", { amount: 100_000n }, "release.part_is_all", "amount"],
    ["another currency", { currency: "EUR" }, "milestone.currency_mismatch", "currency"],
    ["against an amount that changed", { expectedHeld: 99_999n }, "milestone.amount_changed", "expectedHeld"],
  ])("F43: %s is refused by name", (_what, change, code, field) => {
    const result = releasePart(submittedSnapshot(), { ...part, ...change }, contextOf("brand"));
    expect(result).toMatchObject({ ok: false, failure: { code, field } });
  });

  test("F43: nothing is sent to a producer who cannot be paid", () => {
    const snapshot = submittedSnapshot({ payee: { payable: false, reason: "no_account" } });
    expect(releasePart(snapshot, part, contextOf("brand"))).toMatchObject({
      ok: false,
      failure: { code: "payee.not_payable" },
    });
  });
});

test("F91: however an amount is cut into releases, fees and transfers add up to the same cents", () => {
  const cuts = fc.array(fc.bigInt({ min: 1n, max: 500_000n }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(cuts, fc.integer({ min: 0, max: 2_000 }), (parts, feeBp) => {
      let released = 0n;
      const fees = parts.map((part) => {
        const fee = feeOfNext(released, part, feeBp, "GBP");
        released += part;
        return fee;
      });
      expect(sum(fees)).toBe(feeOfNext(0n, sum(parts), feeBp, "GBP"));
      expect(fees.every((fee, index) => fee >= 0n && fee <= (parts[index] ?? 0n))).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test("C25: a release over several charges draws on each only as far as it reaches, oldest first", () => {
  const charges = fc.array(fc.bigInt({ min: 1n, max: 100_000n }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(charges, (amounts) => {
      const held = sum(amounts);
      const base = submittedSnapshot();
      const snapshot = {
        ...base,
        amount: held,
        money: { ...base.money, funded: held, held, feeHeld: held },
        charges: amounts.map((left, index) => ({
          fundingId: `f${index}`,
          chargeId: `ch_${index}`,
          amount: left,
          fee: 0n,
          left,
        })),
      };
      const change = changeOf(
        acceptMilestone(snapshot, { trigger: "accepted", expectedHeld: held }, contextOf("brand")),
      );
      const transfers = change.release?.transfers ?? [];
      expect(sum(transfers.map(({ amount }) => amount))).toBe(change.release?.net);
      for (const { chargeId, amount } of transfers) {
        expect(amount <= (snapshot.charges.find((charge) => charge.chargeId === chargeId)?.left ?? 0n)).toBe(
          true,
        );
      }
      expect(transfers.map(({ chargeId }) => chargeId)).toEqual(
        snapshot.charges.slice(0, transfers.length).map(({ chargeId }) => chargeId),
      );
    }),
  );
});
