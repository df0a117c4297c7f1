import { classNames } from "../class-names";
import { useFormatting } from "../format/formatting-context";
import {
  barHeight,
  type CalendarDay,
  type CalendarEntry,
  chooseNamedDays,
  layOutDays,
} from "./calendar-days";
import { CalendarEntries } from "./calendar-entries";

export interface CalendarStripProps {
  /** "Next 30 days, money in and out". */
  label: string;
  /** ISO date of the first day, which is today. */
  start: string;
  days?: number;
  /** All in one currency; use a strip per currency. */
  entries: readonly CalendarEntry[];
  currency: string;
}

/** The coming days on one line, money in above it and money out below, and each entry in words underneath. */
export function CalendarStrip({ label, start, days = 30, entries, currency }: CalendarStripProps) {
  const { locale } = useFormatting();
  const laidOut = layOutDays(start, days, entries);
  const named = chooseNamedDays(laidOut);
  const largest = laidOut.reduce((most, day) => maximum(most, maximum(day.in, day.out)), 0n);
  const month = new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" });
  return (
    <figure>
      <figcaption className="sr-only">{label}</figcaption>
      <div aria-hidden className="flex">
        {laidOut.map((day, index) => (
          <DayColumn
            key={day.date}
            day={day}
            today={index === 0}
            named={named.has(index)}
            last={index >= days - 2}
            largest={largest}
          >
            {index === 0 || (day.day === 1 && named.has(index)) ? month.format(new Date(day.date)) : ""}
          </DayColumn>
        ))}
      </div>
      <CalendarEntries entries={entries} currency={currency} label={label} />
    </figure>
  );
}

function maximum(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

interface DayColumnProps {
  day: CalendarDay;
  today: boolean;
  /** Whether its number is written under it. */
  named: boolean;
  /** At the right edge, where the names have to grow to the left. */
  last: boolean;
  largest: bigint;
  /** The month's name where one begins. */
  children: string;
}

function DayColumn({ day, today, named, last, largest, children }: DayColumnProps) {
  return (
    <div className={classNames("min-w-0 flex-1", day.startsWeek && "border-l border-dashed")}>
      <div className="flex h-9 items-end justify-center">
        <span
          className="w-2 max-w-[70%] rounded-t-mark bg-released"
          style={{ height: `${barHeight(day.in, largest)}%` }}
        />
      </div>
      <div className={classNames("h-0.5", today ? "bg-accent" : "bg-control/50")} />
      <div className="flex h-9 items-start justify-center">
        <span
          className="share-fill w-2 max-w-[70%] rounded-b-mark"
          data-tone={day.out > 0n ? "held" : undefined}
          style={{ height: `${barHeight(day.out, largest)}%` }}
        />
      </div>
      <div
        className={classNames(
          "figures flex h-10 flex-col overflow-visible pt-1 pl-0.5 text-small leading-4 whitespace-nowrap text-muted",
          last && "items-end",
        )}
      >
        <span className={classNames("block", today && "font-semibold text-accent")}>
          {named ? day.day : ""}
        </span>
        <span className="block">{children}</span>
      </div>
    </div>
  );
}
