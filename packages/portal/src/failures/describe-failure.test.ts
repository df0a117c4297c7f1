import { describe, expect, it } from "vitest";
import type { Failure } from "../api/failure";
import { describeFailure, failureTable } from "./describe-failure";

const plain: Failure = { code: "", field: null, details: {}, requestId: null, definitive: true };
const reading = { format: (amount: bigint, currency: string) => `${currency} ${amount}` };

describe("describeFailure", () => {
  it.each(Object.keys(failureTable))("%s says what happened, what was not done and what to do", (code) => {
    for (const part of Object.values(describeFailure({ ...plain, code }, reading))) {
      expect(part).toMatch(/^[A-Z“].*[.]$/s);
      expect(part).not.toMatch(/undefined|null|escrow|\s{2}|\[object/i);
    }
  });

  it("writes the figures of a changed amount", () => {
    const details = { expected: "200000", actual: "150000" };
    const failure = { ...plain, code: "milestone.amount_changed", details };
    expect(describeFailure(failure, { ...reading, currency: "GBP" })).toEqual({
      happened: "The held amount changed while you were looking. You saw GBP 200000; now GBP 150000 is held.",
      notDone: "Nothing was released.",
      todo: "Check the new amount, then press again.",
    });
  });

  it("never says that nothing was done when nobody knows", () => {
    const words = describeFailure({ ...plain, code: "some.future_code", definitive: false }, reading);
    expect(words.notDone).toBe("Nobody can tell yet whether it was done.");
  });

  it("tells a code it does not know by its kind", () => {
    expect(describeFailure({ ...plain, code: "forecast.not_found" }, reading).happened).toBe(
      "This is not here, or not yours.",
    );
    expect(describeFailure({ ...plain, code: "forecast.locked" }, reading).notDone).toBe("Nothing was done.");
  });
});
