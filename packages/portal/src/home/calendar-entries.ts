import type { CurrencyCode, views } from "@evenshare/domain";
import type { CalendarEntry } from "@evenshare/ui";

export type CalendarItem = views.BrandHomeView["calendar"][number];

const words: Record<CalendarItem["kind"], string> = {
  auto_release: "releases automatically",
  reminder: "the brand is reminded to review it",
  payout_expected: "expected to arrive",
  due: "due",
};

/** One entry of the calendar in words: "Episode 4, Studio Ada: releases automatically". A payout is with nobody. */
export function calendarWords(item: CalendarItem): string {
  const subject = [item.title, item.counterpartyName].filter((name) => name !== "").join(", ");
  return `${subject}: ${words[item.kind]}`;
}

/** The day an instant falls on in a time zone, as an ISO date. */
export function dayIn(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(at);
  const read = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? "";
  return `${read("year")}-${read("month")}-${read("day")}`;
}

/** What moves money, by currency; currencies keep the order in which they first appear. */
export function moneyByCurrency(
  items: readonly CalendarItem[],
  timeZone: string,
): Map<CurrencyCode, CalendarEntry[]> {
  const grouped = new Map<CurrencyCode, CalendarEntry[]>();
  for (const [index, item] of items.entries()) {
    const { amount, currency, direction } = item;
    if (amount === null || amount <= 0n || currency === null || direction === "none") continue;
    const entries = grouped.get(currency) ?? [];
    const href = hrefOf(item);
    entries.push({
      id: `${item.kind} ${item.milestoneId} ${index}`,
      date: dayIn(item.at, timeZone),
      direction,
      amount,
      label: calendarWords(item),
      ...(href !== undefined && { href }),
    });
    grouped.set(currency, entries);
  }
  return grouped;
}

/** Dates on which no money moves. */
export function datesWithoutMoney(items: readonly CalendarItem[]): CalendarItem[] {
  return items.filter(({ amount, direction }) => direction === "none" || amount === null || amount <= 0n);
}

export function hrefOf({ kind, milestoneId }: CalendarItem): string | undefined {
  if (milestoneId !== null) return `/milestones/${milestoneId}`;
  return kind === "payout_expected" ? "/payouts" : undefined;
}
