import { describe, expect, it } from "vitest";
import { barHeight, type CalendarEntry, chooseNamedDays, layOutDays } from "./calendar-days";

const entry = (date: string, direction: "in" | "out", amount: bigint): CalendarEntry => ({
  id: `${date}${direction}${amount}`,
  date,
  direction,
  amount,
  label: "",
});

describe("layOutDays", () => {
  it("goes over the end of a month and of a year, a day at a time", () => {
    const days = layOutDays("2027-12-30", 4, []);
    expect(days.map(({ date }) => date)).toEqual(["2027-12-30", "2027-12-31", "2028-01-01", "2028-01-02"]);
    expect(layOutDays("2028-02-28", 3, []).map(({ day }) => day)).toEqual([28, 29, 1]);
  });

  it("adds up what comes in and what goes out on a day and leaves other days' entries out", () => {
    const entries = [
      entry("2026-12-07", "in", 5n),
      entry("2026-12-07", "in", 7n),
      entry("2026-12-07", "out", 3n),
      entry("2027-06-01", "out", 1n),
    ];
    const [sunday, monday] = layOutDays("2026-12-06", 2, entries);
    expect(sunday).toMatchObject({ in: 0n, out: 0n, startsWeek: false });
    expect(monday).toMatchObject({ in: 12n, out: 3n, startsWeek: true });
  });
});

describe("barHeight", () => {
  it.each([
    [0n, 100n, 0],
    [0n, 0n, 0],
    [1n, 10n ** 30n, 6],
    [50n, 100n, 50],
    [100n, 100n, 100],
  ])("draws %s of %s as %s percent", (amount, largest, height) => {
    expect(barHeight(amount, largest)).toBe(height);
  });
});

describe("chooseNamedDays", () => {
  it("names today, and week and month starts that are far enough from the one before", () => {
    const named = chooseNamedDays(layOutDays("2026-11-22", 30, []));
    expect([...named]).toEqual([0, 8, 15, 22, 29]);
  });
});
