import { expect, test } from "vitest";
import { calendarCases, reviewOverTheCalendar } from "../src/rows/r8-clock";
import { useWorld } from "./use-world";

const world = useWorld();

test("R8 F49: over jumps, summer time, leap day and year's end a worker ends each review at its local hour, once", async () => {
  const { outcomes, truth } = await reviewOverTheCalendar(world(), calendarCases);
  for (const [index, { until, what }] of calendarCases.entries()) {
    expect(outcomes[index], what).toMatchObject({
      reviewEndsAt: new Date(until).toISOString(),
      before: "submitted",
      afterJumps: "submitted",
      releases: ["review_expired"],
    });
    const [sent, due] = outcomes[index]?.reminders ?? [0, -1];
    expect(sent, what).toBe(due);
    expect(sent, what).toBeGreaterThan(0);
  }
  expect(truth).toMatchObject({ lost: [], doubled: [], unended: [], differences: [] });
}, 300_000);
