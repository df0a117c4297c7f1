import type { views } from "@evenshare/domain";
import { Section, Timeline, type TimelineItem } from "@evenshare/ui";
import { usePortal } from "../app/portal";
import { blockedReasonWords } from "./blocked-reason";
import { actorWords, eventWords, upcomingWords } from "./timeline-words";

type MilestoneView = views.MilestoneView;

/** All that happened, oldest first, and what will happen by itself. */
export function MilestoneTimeline({ milestone }: { milestone: MilestoneView }) {
  const { side } = usePortal();
  const past = [...milestone.timeline]
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map((event) => {
      const blocked = event.event === "block_release" && event.reason !== null;
      const reason = blocked
        ? blockedReasonWords(event.reason, side, milestone.counterparty.name)
        : event.reason;
      return pastItem(event, reason, milestone.money.currency);
    });
  const coming = [...milestone.upcoming]
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(
      ({ at, kind }): TimelineItem => ({
        id: `${kind} ${at.toISOString()}`,
        title: upcomingWords(kind),
        at,
        tone: kind === "review.reminder" ? "neutral" : "waiting",
        upcoming: true,
      }),
    );
  const items = [...past, ...coming];
  return (
    <Section title="Timeline">
      {items.length === 0 ? (
        <p className="border-y py-5 text-dense text-muted">
          Nothing has happened yet. Proposing it will be the first entry.
        </p>
      ) : (
        <Timeline label="What happened and what is to come" items={items} timeZone={milestone.timeZone} />
      )}
    </Section>
  );
}

function pastItem(
  event: MilestoneView["timeline"][number],
  reason: string | null,
  currency: string,
): TimelineItem {
  const { title, tone } = eventWords(event.event);
  return {
    id: event.id,
    title,
    at: event.at,
    tone,
    actor: actorWords(event),
    ...(event.amount !== null && { amount: event.amount, currency }),
    ...(reason !== null && reason !== "" && { reason }),
  };
}
