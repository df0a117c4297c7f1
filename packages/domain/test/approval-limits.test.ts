import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ApprovalLimits,
  approveLimit,
  changeLimit,
  limitOf,
  loosens,
  needsSecondPerson,
  withLimit,
} from "../src";

const maker = { userId: "brand-user", name: "Owen" };
const second = { userId: "second", name: "Maggie" };
const gbp: ApprovalLimits = [{ currency: "GBP", amount: 50_000n }];
const scene = {
  now: new Date("2026-03-10T12:00:00Z"),
  members: [
    { userId: maker.userId, role: "owner" },
    { userId: second.userId, role: "owner" },
  ],
  setting: { organizationId: "b", data: {} },
  newId: () => "id",
} as const;

describe("limits", () => {
  it("R14: without any limit nobody is needed; at it one person decides, above it two, and zero always asks", () => {
    const needs = (limits: ApprovalLimits, amount: bigint) =>
      needsSecondPerson(limits, { currency: "GBP", amount });
    expect(needs([], 10n ** 12n)).toBe(false);
    expect(needs(gbp, 50_000n)).toBe(false);
    expect(needs(gbp, 50_001n)).toBe(true);
    expect(needs([{ currency: "GBP", amount: 0n }], 1n)).toBe(true);
  });

  it("R14: a currency without a limit beside others that have one counts as zero", () => {
    expect(limitOf(gbp, "EUR")).toBe(0n);
    expect(limitOf([], "EUR")).toBeNull();
  });

  it("R14: whatever lets anybody do more alone loosens; what does not is the first limit, or a lower one", () => {
    const anyLimit = fc.bigInt(0n, 1_000n);
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom("GBP", "EUR", "JPY"), { maxLength: 3 }),
        fc.array(anyLimit, { minLength: 3, maxLength: 3 }),
        fc.constantFrom("GBP", "EUR", "JPY"),
        anyLimit,
        fc.constantFrom("GBP", "EUR", "JPY", "USD"),
        fc.bigInt(1n, 1_000n),
        (currencies, amounts, changed, amount, paid, paying) => {
          const before = currencies.map((currency, index) => ({ currency, amount: amounts[index] ?? 0n }));
          const after = withLimit(before, changed, amount);
          const released = { currency: paid, amount: paying };
          const frees = needsSecondPerson(before, released) && !needsSecondPerson(after, released);
          if (frees) expect(loosens(before, changed, amount)).toBe(true);
        },
      ),
    );
    expect(loosens(gbp, "GBP", null)).toBe(true);
    expect(loosens(gbp, "EUR", 1n)).toBe(true);
    expect(loosens(gbp, "GBP", 49_999n)).toBe(false);
    expect(loosens([], "GBP", 1n)).toBe(false);
  });
});

describe("changing a limit", () => {
  const change = (
    limits: ApprovalLimits,
    amount: bigint | null,
    seen: bigint | null,
    owners = scene.members,
  ) =>
    changeLimit(limits, { currency: "GBP", amount, seen }, maker, {
      ...scene,
      members: [...owners],
      waiting: null,
    });

  it("R14: raising and removing wait for a second owner; lowering and the first limit do not, nor does a lone owner", () => {
    expect(change(gbp, 60_000n, 50_000n)).toMatchObject({ value: { kind: "lodged" } });
    expect(change(gbp, null, 50_000n)).toMatchObject({ value: { kind: "lodged" } });
    expect(change(gbp, 40_000n, 50_000n)).toMatchObject({ value: { kind: "set" } });
    expect(change([], 40_000n, null)).toMatchObject({ value: { kind: "set" } });
    const alone = [scene.members[0], { userId: second.userId, role: "approver" as const }];
    expect(
      changeLimit(gbp, { currency: "GBP", amount: null, seen: 50_000n }, maker, {
        ...scene,
        members: alone,
        waiting: null,
      }),
    ).toMatchObject({ value: { kind: "set" } });
  });

  it("what stood on screen must still hold, and something has to change", () => {
    expect(change(gbp, 1n, 49_999n)).toMatchObject({ failure: { code: "approval.limit_changed" } });
    expect(change(gbp, 50_000n, 50_000n)).toMatchObject({ failure: { code: "approval.limit_unchanged" } });
  });

  it("R14: is approved by another owner only, and void once the limit is another", () => {
    const request = {
      id: "request",
      kind: "approval.set_limits",
      status: "waiting",
      currency: "GBP",
      amount: 60_000n,
      maker,
      expiresAt: new Date("2026-03-17T12:00:00Z"),
      act: { before: 50_000n, after: 60_000n },
    } as const;
    expect(approveLimit(gbp, request, second, scene)).toMatchObject({
      value: { settle: { status: "approved" } },
    });
    expect(approveLimit(gbp, request, maker, scene)).toMatchObject({
      failure: { code: "approval.own_request" },
    });
    const approver = {
      ...scene,
      members: [scene.members[0], { userId: second.userId, role: "approver" as const }],
    };
    expect(approveLimit(gbp, request, second, approver)).toMatchObject({
      failure: { code: "permission.denied" },
    });
    expect(approveLimit([], request, second, scene)).toMatchObject({
      value: { settle: { status: "void", reason: "limits_changed" } },
    });
  });
});
