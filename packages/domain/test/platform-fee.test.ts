import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkPlatformFee, feeInForce } from "../src";

const day = fc.integer({ min: 1, max: 28 }).map((of) => `2026-12-${String(of).padStart(2, "0")}`);
const fees = fc.array(fc.record({ basisPoints: fc.integer({ min: 0, max: 2_000 }), fromDay: day }));

describe("the platform's fee", () => {
  it("is the latest that has begun, and of two from one day the one set later", () => {
    const set = [
      { basisPoints: 300, fromDay: "2026-12-20" },
      { basisPoints: 250, fromDay: "2026-12-01" },
      { basisPoints: 200, fromDay: "2026-12-01" },
    ];
    expect(feeInForce(set, "2026-11-30")).toBeNull();
    expect(feeInForce(set, "2026-12-19")?.basisPoints).toBe(200);
    expect(feeInForce(set, "2026-12-20")?.basisPoints).toBe(300);
  });

  it("never begins before its day, and is not changed by one that begins later", () => {
    fc.assert(
      fc.property(fees, day, day, (set, today, later) => {
        const found = feeInForce(set, today);
        expect(found === null || found.fromDay <= today).toBe(true);
        fc.pre(later > today);
        expect(feeInForce([...set, { basisPoints: 1, fromDay: later }], today)).toEqual(found);
      }),
    );
  });

  it("is refused beyond a fifth, below nothing, in fractions and in the past", () => {
    const at = (basisPoints: number, fromDay = "2026-12-01") =>
      checkPlatformFee({ basisPoints, fromDay }, "2026-12-01");
    for (const allowed of [0, 2_000]) expect(at(allowed).ok).toBe(true);
    for (const points of [-1, 2_001, 2.5]) {
      expect(at(points)).toMatchObject({ failure: { code: "platform_fee.out_of_bounds" } });
    }
    expect(at(250, "2026-11-30")).toMatchObject({ failure: { code: "platform_fee.in_the_past" } });
  });
});
