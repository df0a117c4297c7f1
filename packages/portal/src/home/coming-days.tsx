import { CalendarStrip, DateTime, Link, Section, useFormatting } from "@evenshare/ui";
import { useNow } from "../clock/product-clock";
import {
  type CalendarItem,
  calendarWords,
  datesWithoutMoney,
  dayIn,
  hrefOf,
  moneyByCurrency,
} from "./calendar-entries";

export interface ComingDaysProps {
  items: readonly CalendarItem[];
  /** Said when nothing is planned. */
  quiet: string;
}

/** What happens in the next 30 days if nobody acts: money on a strip for each currency, other dates in words. */
export function ComingDays({ items, quiet }: ComingDaysProps) {
  const now = useNow();
  const { timeZone } = useFormatting();
  const money = moneyByCurrency(items, timeZone);
  const others = datesWithoutMoney(items);
  return (
    <Section title="Next 30 days" description="What happens on which date if nobody acts.">
      {items.length === 0 && (
        <div className="border-y py-5">
          <p className="max-w-reading text-dense text-muted">{quiet}</p>
        </div>
      )}
      <div className="flex flex-col gap-8">
        {[...money].map(([currency, entries]) => (
          <div key={currency}>
            {money.size > 1 && (
              <p aria-hidden className="mb-1 text-small font-medium text-muted">
                {currency}
              </p>
            )}
            <CalendarStrip
              label={`Next 30 days, money in and out in ${currency}`}
              start={dayIn(now, timeZone)}
              entries={entries}
              currency={currency}
            />
          </div>
        ))}
      </div>
      {others.length > 0 && <OtherDates items={others} />}
    </Section>
  );
}

function OtherDates({ items }: { items: readonly CalendarItem[] }) {
  return (
    <ul aria-label="Dates without money" className="mt-5 divide-y border-y text-dense">
      {items.map((item, index) => {
        const href = hrefOf(item);
        return (
          <li
            key={`${item.kind} ${item.milestoneId} ${String(index)}`}
            className="flex flex-wrap gap-x-3 py-2"
          >
            <DateTime at={item.at} show="day" className="figures w-36 shrink-0 text-muted" />
            {href === undefined ? (
              calendarWords(item)
            ) : (
              <Link
                href={href}
                className="underline decoration-transparent underline-offset-3 hover:decoration-current"
              >
                {calendarWords(item)}
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}
