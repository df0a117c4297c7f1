import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type QuietHours, quietHours, quietUntil } from "../src";

const nights: QuietHours = {
  enabled: true,
  days: [1, 2, 3, 4, 5, 6, 7],
  fromMinute: 22 * 60,
  toMinute: 7 * 60,
  timeZone: "Europe/London",
};
const until = (hours: QuietHours, now: string) => quietUntil(hours, new Date(now))?.toISOString() ?? null;

describe("quiet hours", () => {
  it("F121: begin at their first minute and are over at their last, also across midnight", () => {
    expect(until(nights, "2026-11-23T21:59:59Z")).toBeNull();
    expect(until(nights, "2026-11-23T22:00:00Z")).toBe("2026-11-24T07:00:00.000Z");
    expect(until(nights, "2026-11-24T06:59:59Z")).toBe("2026-11-24T07:00:00.000Z");
    expect(until(nights, "2026-11-24T07:00:00Z")).toBeNull();
  });

  it("F121: of one day lie between its hours, and only on the days that are named", () => {
    const weekend = { ...nights, days: [6], fromMinute: 9 * 60, toMinute: 17 * 60 };
    expect(until(weekend, "2026-11-28T12:00:00Z")).toBe("2026-11-28T17:00:00.000Z");
    expect(until(weekend, "2026-11-27T12:00:00Z")).toBeNull();
    // Saturday's night ends on Sunday; Sunday's own night is not quiet.
    const saturdayNight = { ...nights, days: [6] };
    expect(until(saturdayNight, "2026-11-29T03:00:00Z")).toBe("2026-11-29T07:00:00.000Z");
    expect(until(saturdayNight, "2026-11-29T23:00:00Z")).toBeNull();
  });

  it("C40 F121: are those of the person's own time zone", () => {
    expect(until({ ...nights, timeZone: "Asia/Tokyo" }, "2026-11-23T13:30:00Z")).toBe(
      "2026-11-23T22:00:00.000Z",
    );
    expect(until({ ...nights, timeZone: "America/New_York" }, "2026-11-23T13:30:00Z")).toBeNull();
    expect(until({ ...nights, timeZone: "Asia/Kolkata" }, "2026-11-23T16:30:00Z")).toBe(
      "2026-11-24T01:30:00.000Z",
    );
  });

  it("C40: end at the change itself when daylight saving skips their end, and begin at it when it skips their beginning", () => {
    // On 28 March 2027 London's clocks go from 01:00 to 02:00.
    const ends = { ...nights, toMinute: 90 };
    expect(until(ends, "2027-03-28T00:30:00Z")).toBe("2027-03-28T01:00:00.000Z");
    expect(until(ends, "2027-03-28T01:00:00Z")).toBeNull();
    const begins = { ...nights, fromMinute: 90, toMinute: 5 * 60 };
    expect(until(begins, "2027-03-28T00:59:59Z")).toBeNull();
    expect(until(begins, "2027-03-28T01:00:00Z")).toBe("2027-03-28T04:00:00.000Z");
  });

  it("C40: hold through both of an hour that comes twice", () => {
    // On 25 October 2026 London's clocks go from 02:00 back to 01:00.
    const ends = { ...nights, toMinute: 90 };
    expect(until(ends, "2026-10-25T00:45:00Z")).toBe("2026-10-25T01:30:00.000Z");
    expect(until(ends, "2026-10-25T01:15:00Z")).toBe("2026-10-25T01:30:00.000Z");
    const begins = { ...nights, fromMinute: 90, toMinute: 5 * 60 };
    expect(until(begins, "2026-10-25T00:29:00Z")).toBeNull();
    expect(until(begins, "2026-10-25T00:30:00Z")).toBe("2026-10-25T05:00:00.000Z");
  });

  it("know a zone whose clocks move by half an hour, and one that skipped a whole day", () => {
    const lordHowe = { ...nights, timeZone: "Australia/Lord_Howe", toMinute: 135 };
    // On 4 October 2026 clocks there go from 02:00 to 02:30, at 15:30 UTC of the day before.
    expect(until(lordHowe, "2026-10-03T15:00:00Z")).toBe("2026-10-03T15:30:00.000Z");
    // Samoa had no 30 December 2011.
    const apia = { ...nights, timeZone: "Pacific/Apia" };
    const end = quietUntil(apia, new Date("2011-12-30T09:00:00Z"));
    expect(end && end > new Date("2011-12-30T09:00:00Z")).toBe(true);
  });

  it("are never when they are switched off", () => {
    expect(until({ ...nights, enabled: false }, "2026-11-23T23:00:00Z")).toBeNull();
  });

  it("F121: always end after now, within two days, and at an instant that is not quiet", () => {
    const zones = [
      "Europe/London",
      "America/New_York",
      "Asia/Tokyo",
      "Australia/Lord_Howe",
      "Asia/Kathmandu",
    ];
    const minute = fc.integer({ min: 0, max: 1439 });
    const anyHours = fc
      .record({
        enabled: fc.constant(true),
        days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        fromMinute: minute,
        toMinute: minute,
        timeZone: fc.constantFrom(...zones),
      })
      .filter(({ fromMinute, toMinute }) => Math.abs(fromMinute - toMinute) > 120);
    const at = fc.date({ min: new Date("2026-01-01"), max: new Date("2028-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(anyHours, at, (hours, now) => {
        const end = quietUntil(hours, now);
        if (end === null) return;
        expect(end.getTime()).toBeGreaterThan(now.getTime());
        expect(end.getTime() - now.getTime()).toBeLessThan(2 * 86_400_000);
        expect(quietUntil(hours, end)).toBeNull();
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    [{ days: [] }, "days"],
    [{ days: [1, 1] }, "days"],
    [{ days: [8] }, "days.0"],
    [{ fromMinute: -1 }, "fromMinute"],
    [{ fromMinute: 1440 }, "fromMinute"],
    [{ toMinute: nights.fromMinute }, "toMinute"],
    [{ timeZone: "Europe/Nowhere" }, "timeZone"],
  ])("refuse %j and name %s", (change, field) => {
    const parsed = quietHours.safeParse({ ...nights, ...change });
    expect(parsed.error?.issues[0]?.path.join(".")).toBe(field);
  });
});
