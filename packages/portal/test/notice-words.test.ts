import { groupOfTemplate, messageTemplates, organizationKinds } from "@evenshare/domain";
import { describe, expect, it } from "vitest";
import { deliveryWords } from "../src/notifications/delivery-words";
import { noticeIcon } from "../src/notifications/notice-icons";
import { noticeWords } from "../src/notifications/notice-words";
import { noticesByDay } from "../src/notifications/notices-by-day";

const reading = { locale: "en-GB", timeZone: "Europe/London" };
const holes = /undefined|null|NaN|\[object|\{\{|Invalid Date|escrow/i;
/** Everything that a fact can be. */
const facts: Readonly<Record<string, string>> = {
  partnershipId: "0190c3a0-0000-7000-8000-000000000001",
  partnershipTitle: "Harvest film series",
  brandName: "Gasthaus Group",
  producerName: "Studio Ada",
  milestoneId: "0190c3a0-0000-7000-8000-0000000000a4",
  milestoneTitle: "Episode 4, rough cut",
  currency: "GBP",
  amount: "250000",
  net: "243750",
  fee: "6250",
  held: "250000",
  total: "250000",
  toFund: "100000",
  dueAt: "2026-12-06T17:00:00.000Z",
  timeZone: "Europe/London",
  daysLeft: "3",
  reason: "The bank account is closed.",
  fix: "Enter another bank account in your name.",
  trigger: "accepted",
  version: "2",
  round: "1",
  includedRounds: "2",
  note: "The colour grade is final.",
  bankName: "Barclays ••6789",
  expectedOn: "2026-12-08",
  makerName: "Owen Price",
  deciderName: "Maggie Hollis",
  domain: "gasthaus.example",
  shareId: "0190c3a0-0000-7000-8000-0000000000f3",
  shareTitle: "Harvest film income",
  waitingFor: "1",
};
/** Events of an organization; what is about access is told to one address alone. */
const told = messageTemplates.filter((template) => groupOfTemplate[template] !== "access");
const cases = told.flatMap((template) => organizationKinds.map((side) => ({ template, side })));

describe("a notification in words", () => {
  it.each(cases)("F121: $template to the $side says what happened and where", ({ template, side }) => {
    const words = noticeWords(template, facts, { side, ...reading });
    expect(`${words.title} ${words.line}`).not.toMatch(holes);
    expect(words.title).not.toContain("Something changed");
    expect(words.line).toMatch(/[.”!]$/);
    expect(words.href).toMatch(
      /^\/(milestones|partnerships|payouts|onboarding|approvals|settings|shares|statements)/,
    );
    expect(noticeIcon(template)).toBeDefined();
  });

  it.each(cases)(
    "$template to the $side reads whole without any one of its facts, and without all",
    ({ template, side }) => {
      const without = Object.keys(facts).map((name) => ({ ...facts, [name]: "" }));
      for (const fewer of [...without, {}]) {
        const words = noticeWords(template, fewer, { side, ...reading });
        expect(`${words.title} ${words.line} ${words.href}`).not.toMatch(holes);
        expect(words.line).not.toMatch(/ {2}|[:;] ?$|^[.:;]/);
      }
    },
  );

  it("F121 C40: writes amounts and dates as the reader does, with the place whose clock is meant", () => {
    const facts = {
      milestoneId: "m1",
      milestoneTitle: "Episode 4",
      producerName: "Studio Ada",
      currency: "GBP",
      held: "250000",
      dueAt: "2026-12-06T17:00:00.000Z",
      timeZone: "Asia/Tokyo",
      version: "2",
    };
    expect(noticeWords("milestone.submitted", facts, { side: "brand", ...reading })).toEqual({
      title: "To review: Episode 4",
      line: "Version 2. Releases automatically on Mon 7 Dec 2026, 02:00 Tokyo, unless you ask for changes.",
      href: "/milestones/m1",
    });
    expect(noticeWords("milestone.started", facts, { side: "brand", ...reading }).line).toBe(
      "Studio Ada began; £2,500.00 is held.",
    );
  });

  it("C38: a payout that failed gives the producer reason and fix, and the brand nothing about the bank", () => {
    const facts = {
      amount: "100",
      currency: "GBP",
      producerName: "Ada",
      reason: "Account closed.",
      fix: "Enter another.",
    };
    const told = (side: "brand" | "producer") => noticeWords("payout.failed", facts, { side, ...reading });
    expect(told("producer")).toEqual({
      title: "Payout failed: £1.00",
      line: "Account closed. Enter another.",
      href: "/payouts",
    });
    expect(told("brand").line).not.toMatch(/closed|another/);
  });

  it("keeps what others wrote on one line and builds no address from it", () => {
    const facts = { milestoneId: "../x?y", milestoneTitle: "a\n\n\u2028b <i>" };
    const words = noticeWords("milestone.proposed", facts, { side: "brand", ...reading });
    expect(words.title).toBe("To agree: a b <i>");
    expect(words.href).toBe("/milestones/..%2Fx%3Fy");
    expect(noticeWords("toString", facts, { side: "brand", ...reading }).line).toContain("Something changed");
  });
});

describe("what became of the mail", () => {
  const at = new Date("2026-11-24T07:00:00Z");
  const made = new Date("2026-11-23T20:00:00Z");
  it("C40: names the day too where the time alone could be another day's", () => {
    const late = {
      createdAt: new Date("2026-11-20T20:00:00Z"),
      delivery: { state: "sent", at, reason: null },
    } as const;
    expect(deliveryWords(late, reading)).toContain("Mailed Tue 24 Nov 2026, 07:00 London");
  });

  it.each([
    ["off", null, null, "Mail switched off"],
    ["waiting", at, null, "Mail waits until 07:00: quiet hours"],
    ["sent", at, null, "Mailed 07:00, delivered to the mail server"],
    ["refused", null, "550 no such user", "The mail server refused the mail: 550 no such user"],
    ["withdrawn", null, null, "Not mailed: you switched such mails off before it was sent"],
  ] as const)("F121: %s is said with when or why", (state, when, reason, words) => {
    expect(deliveryWords({ createdAt: made, delivery: { state, at: when, reason } }, reading)).toBe(words);
  });
});

describe("notifications by day", () => {
  it("stand under the day they came on by the reader's calendar", () => {
    const now = new Date("2026-11-24T12:00:00Z");
    const notice = (createdAt: string) => ({
      id: createdAt,
      template: "payout.paid" as const,
      facts: {},
      createdAt: new Date(createdAt),
      readAt: null,
      delivery: { state: "off", at: null, reason: null } as const,
    });
    const notices = ["2026-11-24T00:30:00Z", "2026-11-23T23:30:00Z", "2026-11-22T10:00:00Z"].map(notice);
    const daysIn = (timeZone: string) =>
      noticesByDay(notices, now, { locale: "en-GB", timeZone }).map(({ label, notices: { length } }) => [
        label,
        length,
      ]);
    expect(daysIn("Europe/London")).toEqual([
      ["Today", 1],
      ["Yesterday", 1],
      ["Sun 22 Nov 2026", 1],
    ]);
    expect(daysIn("America/New_York")).toEqual([
      ["Yesterday", 2],
      ["Sun 22 Nov 2026", 1],
    ]);
  });
});
