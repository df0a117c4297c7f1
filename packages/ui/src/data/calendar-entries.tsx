import { ArrowDownLeft, ArrowUpRight } from "lucide-react";
import { useFormatting } from "../format/formatting-context";
import { Link } from "../link/link-context";
import { Money } from "../money/money";
import type { CalendarEntry } from "./calendar-days";

interface CalendarEntriesProps {
  label: string;
  entries: readonly CalendarEntry[];
  currency: string;
}

/** The entries of a calendar strip in words, by date. */
export function CalendarEntries({ label, entries, currency }: CalendarEntriesProps) {
  const { locale } = useFormatting();
  const short = new Intl.DateTimeFormat(locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  });
  const byDate = [...entries].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return (
    <ul aria-label={label} className="divide-y border-t text-dense">
      {byDate.map((entry) => (
        <li key={entry.id} className="flex flex-wrap items-baseline gap-x-3 py-2 sm:flex-nowrap">
          <time
            dateTime={entry.date}
            className="figures w-full shrink-0 text-small text-muted sm:w-22 sm:text-dense"
          >
            {short.format(new Date(entry.date))}
          </time>
          <span className="min-w-0 flex-1">
            {entry.href === undefined ? (
              entry.label
            ) : (
              <Link
                href={entry.href}
                className="underline decoration-transparent underline-offset-3 hover:decoration-current"
              >
                {entry.label}
              </Link>
            )}
          </span>
          <span className="shrink-0 font-medium">
            <Direction direction={entry.direction} />
            <Money amount={entry.amount} currency={currency} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Direction({ direction }: { direction: "in" | "out" }) {
  return direction === "in" ? (
    <ArrowDownLeft
      aria-label="In"
      role="img"
      className="mr-1.5 inline-block size-4 align-[-0.2em] text-released-text"
    />
  ) : (
    <ArrowUpRight
      aria-label="Out"
      role="img"
      className="mr-1.5 inline-block size-4 align-[-0.2em] text-held-text"
    />
  );
}
