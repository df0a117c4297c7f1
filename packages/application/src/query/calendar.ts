import type { TenantTransaction } from "@evenshare/database";
import { currencyCode, type views } from "@evenshare/domain";
import type { Scope } from "../scope";
import type { LoadedMilestone } from "./load-milestones";
import { counterpartyOf } from "./load-partnerships";

export type CalendarItem = views.BrandHomeView["calendar"][number];
type Reader = Pick<Scope, "organizationId" | "kind">;

/** How far homes look ahead. */
export const horizonMs = 30 * 86_400_000;

/** What happens by itself, or is due, between now and the horizon, for the given milestones. In order of time. */
export async function readCalendar(
  tx: TenantTransaction,
  reader: Reader,
  milestones: readonly LoadedMilestone[],
  now: Date,
): Promise<CalendarItem[]> {
  const until = new Date(now.getTime() + horizonMs);
  const byId = new Map(milestones.map((milestone) => [milestone.id, milestone]));
  const deadlines = await tx.deadline.findMany({
    where: {
      status: "pending",
      milestoneId: { in: [...byId.keys()] },
      kind: { in: ["review.release", "review.reminder"] },
      dueAt: { gte: now, lt: until },
    },
  });
  const timers = deadlines.flatMap(({ milestoneId, kind, dueAt }) => {
    const milestone = byId.get(milestoneId);
    return milestone === undefined ? [] : [timerItem(reader, milestone, kind === "review.release", dueAt)];
  });
  const due = milestones.flatMap((milestone) => dueItem(reader, milestone, now, until));
  return inOrder([...timers, ...due]);
}

/** Payouts that are on their way to the producer's bank. */
export async function readExpectedPayouts(
  tx: TenantTransaction,
  { organizationId }: Reader,
  now: Date,
): Promise<CalendarItem[]> {
  const payouts = await tx.payout.findMany({
    where: {
      organizationId,
      status: "in_transit",
      expectedAt: { gte: now, lt: new Date(now.getTime() + horizonMs) },
    },
  });
  return payouts.map(({ amount, currency, expectedAt }) => ({
    at: expectedAt ?? now,
    kind: "payout_expected",
    milestoneId: null,
    title: "Payout to your bank",
    counterpartyName: "",
    amount,
    currency: currencyCode.parse(currency),
    direction: "in",
  }));
}

export function inOrder(items: readonly CalendarItem[]): CalendarItem[] {
  return [...items].sort((a, b) => a.at.getTime() - b.at.getTime());
}

function timerItem(reader: Reader, milestone: LoadedMilestone, releases: boolean, at: Date): CalendarItem {
  const direction = reader.kind === "brand" ? "out" : "in";
  return {
    ...base(reader, milestone),
    at,
    kind: releases ? "auto_release" : "reminder",
    amount: milestone.money.held,
    direction: releases ? direction : "none",
  };
}

/** A date without an hour stands at noon UTC, which is that same day almost everywhere. */
function dueItem(reader: Reader, milestone: LoadedMilestone, now: Date, until: Date): CalendarItem[] {
  if (milestone.dueOn === null) return [];
  const at = new Date(milestone.dueOn.getTime() + 43_200_000);
  if (at < now || at >= until) return [];
  return [
    { ...base(reader, milestone), at, kind: "due", amount: milestone.money.committed, direction: "none" },
  ];
}

function base(reader: Reader, { id, title, money, partnership }: LoadedMilestone) {
  const counterpartyName = counterpartyOf(partnership, reader.organizationId).name;
  return { milestoneId: id, title, counterpartyName, currency: money.currency };
}
