import { describe, expect, it } from "vitest";
import { auditChanges } from "./audit-changes";

const reading = { locale: "en-GB", timeZone: "Europe/London", currency: "GBP" };

describe("auditChanges", () => {
  it("writes states, amounts, rates and instants as people read them, and leaves keys out", () => {
    const before = { state: "in_progress", held: "0", reviewEndsAt: null };
    const after = {
      state: "submitted",
      held: "150000",
      reviewEndsAt: "2026-12-06T17:00:00.000Z",
      fundingId: "x",
      feeBp: "250",
    };
    expect(auditChanges({ before, after }, reading)).toEqual([
      { label: "State", from: "In progress", to: "In review" },
      { label: "Held", from: "£0.00", to: "£1,500.00" },
      { label: "Review ends at", from: null, to: "Sun 6 Dec 2026, 17:00 London" },
      { label: "Platform fee", from: null, to: "2.5%" },
    ]);
  });

  it("means amounts in the currency the row names, and shows only what differs", () => {
    const row = {
      before: { title: "A", amount: "100" },
      after: { title: "A", amount: "200", currency: "JPY" },
    };
    expect(auditChanges(row, reading)).toEqual([
      { label: "Amount", from: "JP¥100", to: "JP¥200" },
      { label: "Currency", from: null, to: "JPY" },
    ]);
  });

  it("writes an amount in minor units where nobody knows its currency", () => {
    const row = { before: { held: "50000" }, after: { held: "0" } };
    expect(auditChanges(row, { ...reading, currency: null })).toEqual([
      { label: "Held", from: "50000 minor units", to: "0 minor units" },
    ]);
  });
});
