import { amountsIn, type RecordStep, type RecordTierPosition } from "@evenshare/domain";
import { describe, expect, it } from "vitest";
import { tierRuler } from "../src/statement/tier-ruler";
import { waterfallBars } from "../src/statement/waterfall-bars";
import { recordOf } from "./statement-scene";

const write = amountsIn({ code: "GBP", digits: 2 });
const step = (role: RecordStep["role"], minor: bigint): RecordStep => ({
  step: 1,
  code: "gross",
  role,
  amount: write(minor),
});

describe("the picture from gross to payable", () => {
  it("F65: has a movement where the one above it ended, and a sum from zero", () => {
    const { zero, bars } = waterfallBars([
      step("movement", 1_000n),
      step("movement", -250n),
      step("result", 750n),
      step("movement", 0n),
    ]);
    expect(zero).toBe(0);
    expect(bars.map(({ from, width, look }) => [from, width, look])).toEqual([
      [0, 100, "added"],
      [75, 25, "taken"],
      [0, 75, "result"],
      [75, 0, "nothing"],
    ]);
  });

  it("F65: leaves room on the left for what lies below zero", () => {
    const { zero, bars } = waterfallBars([
      step("movement", 300n),
      step("movement", -400n),
      step("result", -100n),
    ]);
    expect(zero).toBe(25);
    expect(bars.map(({ from, width }) => [from, width])).toEqual([
      [25, 75],
      [0, 100],
      [0, 25],
    ]);
  });

  it("F65: has every step of a record, in its order and within the picture", () => {
    const { steps } = recordOf();
    const { bars } = waterfallBars(steps);
    expect(bars.map((bar) => bar.step)).toEqual(steps);
    for (const { from, width } of bars) expect(from >= 0 && from + width <= 100.01).toBe(true);
  });

  it("is empty where nothing was sold", () => {
    expect(waterfallBars([step("movement", 0n)])).toEqual({
      zero: 0,
      bars: [{ step: step("movement", 0n), from: 0, width: 0, look: "nothing" }],
    });
  });
});

describe("the ruler of the tiers", () => {
  const at = (before: bigint, after: bigint): RecordTierPosition => ({
    basis: "cumulative",
    method: "marginal",
    before: write(before),
    moved: write(after - before),
    after: write(after),
    current: 1,
    toNextStep: null,
    tiers: [
      { tier: 1, upTo: write(10_000n), rateBp: 1_000 },
      { tier: 2, upTo: null, rateBp: 2_000 },
    ],
  });

  it("F78: marks each step, and what the period moved, on one scale", () => {
    const { marks, from, to } = tierRuler(at(2_500n, 5_000n));
    const end = marks[0]?.at ?? 0;
    expect(marks).toHaveLength(1);
    expect(from / end).toBeCloseTo(0.25, 3);
    expect(to / end).toBeCloseTo(0.5, 3);
  });

  it("F78: reaches as far as the base, and has nothing below zero", () => {
    const far = tierRuler(at(10_000n, 50_000n));
    expect(far.to).toBeLessThan(100);
    expect(far.marks[0]?.at).toBeCloseTo(far.from, 1);
    expect(tierRuler(at(-5_000n, -1_000n))).toMatchObject({ from: 0, to: 0 });
  });
});
