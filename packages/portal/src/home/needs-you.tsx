import { DateTime, EmptyState, Link, Money, RelativeTime, Section, StatusBadge } from "@evenshare/ui";
import { ChevronRight, CircleCheck } from "lucide-react";
import { useNow } from "../clock/product-clock";
import { type NeedsYouItem, needHref, needWords } from "./needs-you-words";

export interface NeedsYouProps {
  items: readonly NeedsYouItem[];
  /** Said when nothing waits: what will bring something here. */
  quiet: string;
}

/** What only the reader can move on, most pressing first. */
export function NeedsYou({ items, quiet }: NeedsYouProps) {
  return (
    <Section title="Needs you">
      {items.length === 0 ? (
        <EmptyState icon={CircleCheck} title="Nothing needs you now">
          {quiet}
        </EmptyState>
      ) : (
        <ul className="divide-y border-y">
          {items.map((item) => (
            <NeedsYouRow
              key={`${item.action} ${item.partnershipId} ${item.shareId} ${item.milestoneId} ${item.title}`}
              item={item}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}

function NeedsYouRow({ item }: { item: NeedsYouItem }) {
  const now = useNow(item.dueAt);
  const { verb, tone, due } = needWords(item.action);
  return (
    <li className="relative flex items-center gap-3 py-3 pr-1 transition-colors hover:bg-sunken sm:gap-5">
      <div className="min-w-0 grow">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <StatusBadge tone={tone} variant="plain">
            {verb}
          </StatusBadge>
          <Link href={needHref(item)} className="font-medium after:absolute after:inset-0">
            {item.title}
          </Link>
        </p>
        <p className="text-small text-muted">
          {item.counterpartyName}
          {item.dueAt !== null && (
            <>
              {" · "}
              {due} <DateTime at={item.dueAt} timeZone={item.timeZone} /> (
              <RelativeTime at={item.dueAt} now={now} timeZone={item.timeZone} />)
            </>
          )}
        </p>
      </div>
      {item.amount !== null && item.currency !== null && (
        <Money amount={item.amount} currency={item.currency} className="font-semibold" />
      )}
      <ChevronRight aria-hidden className="size-4 shrink-0 text-muted" />
    </li>
  );
}
