import { describe, expect, it } from "vitest";
import {
  type CalendarItem,
  calendarWords,
  datesWithoutMoney,
  dayIn,
  moneyByCurrency,
} from "./calendar-entries";

const item = (change: Partial<CalendarItem>): CalendarItem => ({
  at: new Date("2026-12-06T23:30:00Z"),
  kind: "auto_release",
  milestoneId: "m1",
  title: "Episode 4",
  counterpartyName: "Studio Ada",
  amount: 200_000n,
  currency: "GBP",
  direction: "out",
  ...change,
});

describe("the coming days", () => {
  it("names what and with whom, and a payout, which is with nobody, alone", () => {
    expect(calendarWords(item({}))).toBe("Episode 4, Studio Ada: releases automatically");
    const payout = item({ kind: "payout_expected", title: "Payout to your bank", counterpartyName: "" });
    expect(calendarWords(payout)).toBe("Payout to your bank: expected to arrive");
  });

  it("puts an instant on the day it falls on in the reader's zone", () => {
    expect(dayIn(new Date("2026-12-06T23:30:00Z"), "Europe/Berlin")).toBe("2026-12-07");
    expect(dayIn(new Date("2026-12-06T23:30:00Z"), "America/New_York")).toBe("2026-12-06");
  });

  it("never mixes currencies, and keeps dates without money apart", () => {
    const reminder = item({ kind: "reminder", amount: null, currency: null, direction: "none" });
    const items = [item({}), item({ currency: "EUR", direction: "in" }), reminder];
    const money = moneyByCurrency(items, "Europe/London");
    expect([...money.keys()]).toEqual(["GBP", "EUR"]);
    expect(money.get("GBP")).toMatchObject([
      { date: "2026-12-06", direction: "out", href: "/milestones/m1" },
    ]);
    expect(datesWithoutMoney(items)).toEqual([reminder]);
  });
});
