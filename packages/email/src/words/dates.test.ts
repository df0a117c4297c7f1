import { expect, test } from "vitest";
import { formatDay, formatInstant, formatUtc } from "./dates";

test("an instant is said on the clock of its place, which is named", () => {
  expect(formatInstant(new Date("2026-12-06T17:00:00Z"), "Europe/London")).toBe(
    "Sun 6 Dec 2026, 17:00 London",
  );
  expect(formatInstant(new Date("2026-07-05T17:00:00Z"), "Europe/London")).toBe(
    "Sun 5 Jul 2026, 18:00 London",
  );
  expect(formatInstant(new Date("2026-12-06T02:30:00Z"), "America/New_York")).toBe(
    "Sat 5 Dec 2026, 21:30 New York",
  );
  expect(formatInstant(new Date("2027-01-01T00:00:00Z"), "UTC")).toBe("Fri 1 Jan 2027, 00:00 UTC");
});

test("a zone without a place is named by its offset, not by its reversed sign", () => {
  expect(formatInstant(new Date("2026-12-06T17:00:00Z"), "Etc/GMT+5")).toBe("Sun 6 Dec 2026, 12:00 GMT-5");
});

test("the same instant in UTC goes to the second, and a calendar day has no zone", () => {
  expect(formatUtc(new Date("2026-12-06T17:00:59.999Z"))).toBe("2026-12-06 17:00:59 UTC");
  expect(formatDay("2028-02-29")).toBe("Tue 29 Feb 2028");
});
