import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { idempotencyKey, type OperationKind } from "./idempotency-key";

const kind = fc.constantFrom<OperationKind>("checkout", "transfer", "payout", "account");
const attempt = fc.record({ kind, id: fc.uuid(), attemptClass: fc.nat(50) });

describe("idempotency keys", () => {
  it("F91: two attempts share a key exactly when kind, operation and attempt class are the same", () => {
    fc.assert(
      fc.property(attempt, attempt, (a, b) => {
        const same = a.kind === b.kind && a.id === b.id && a.attemptClass === b.attemptClass;
        expect(idempotencyKey(a.kind, a) === idempotencyKey(b.kind, b)).toBe(same);
        expect(idempotencyKey(a.kind, { ...a })).toBe(idempotencyKey(a.kind, a));
      }),
    );
  });

  it("say what they are for", () => {
    expect(idempotencyKey("transfer", { id: "t1", attemptClass: 2 })).toBe("evenshare:transfer:t1:2");
  });

  it("are not made for an operation without an id or class", () => {
    expect(() => idempotencyKey("payout", { id: "", attemptClass: 0 })).toThrow(RangeError);
    expect(() => idempotencyKey("payout", { id: "p1", attemptClass: -1 })).toThrow(RangeError);
    expect(() => idempotencyKey("payout", { id: "p1", attemptClass: 0.5 })).toThrow(RangeError);
  });
});
