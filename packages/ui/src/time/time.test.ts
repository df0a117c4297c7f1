import { describe, expect, it } from "vitest";
import { formatDateTime, formatDay, zonePlace } from "./format-date-time";
import { formatDuration, formatRelative } from "./format-duration";

const london = { locale: "en-GB", timeZone: "Europe/London" };

describe("formatDateTime", () => {
  it("names the place whose clock is meant", () => {
    expect(formatDateTime(new Date("2026-12-06T17:00:00Z"), london)).toBe("Sun 6 Dec 2026, 17:00 London");
    expect(formatDateTime(new Date("2026-07-06T17:00:00Z"), london)).toBe("Mon 6 Jul 2026, 18:00 London");
    expect(
      formatDateTime(new Date("2026-12-31T23:30:00Z"), { locale: "en-GB", timeZone: "America/New_York" }),
    ).toBe("Thu 31 Dec 2026, 18:30 New York");
  });

  it("takes the day of that place, not of the reader", () => {
    expect(formatDay(new Date("2026-12-06T23:30:00Z"), { locale: "en-GB", timeZone: "Asia/Tokyo" })).toBe(
      "Mon 7 Dec 2026",
    );
  });

  it.each([
    ["UTC", "UTC"],
    ["Etc/UTC", "UTC"],
    ["America/Argentina/Buenos_Aires", "Buenos Aires"],
  ])("calls %s %s", (zone, place) => {
    expect(zonePlace(zone)).toBe(place);
  });
});

describe("formatDuration", () => {
  it.each([
    [3 * 86_400_000 + 7 * 3_600_000 + 59 * 60_000, "3 days, 7 hours"],
    [86_400_000, "1 day"],
    [86_400_000 + 60_000, "1 day"],
    [61_000, "1 minute, 1 second"],
    [999, "0 seconds"],
    [-5, "0 seconds"],
  ])("writes %s ms as %s", (span, written) => {
    expect(formatDuration(span, "en-GB")).toBe(written);
  });
});

describe("formatRelative", () => {
  const now = new Date("2026-12-03T09:12:00Z");
  it.each([
    ["2026-12-06T10:00:00Z", "in 3 days"],
    ["2026-12-04T09:11:59Z", "in 23 hours"],
    ["2026-12-03T09:10:30Z", "1 minute ago"],
    ["2026-12-03T09:11:59Z", "now"],
    ["2026-12-02T09:00:00Z", "yesterday"],
  ])("from here %s is %s", (at, written) => {
    expect(formatRelative(new Date(at), now, "en-GB")).toBe(written);
  });
});
