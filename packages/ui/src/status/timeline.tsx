import type { ReactNode } from "react";
import { classNames } from "../class-names";
import { Money } from "../money/money";
import { DateTime } from "../time/date-time";
import { type StatusTone, toneLooks } from "./status-tone";

export interface TimelineItem {
  readonly id: string;
  /** What happened, or what will: "Work submitted, version 2". */
  readonly title: ReactNode;
  readonly at: Date;
  readonly tone?: StatusTone;
  /** Who did it; leave out for what the clock does. */
  readonly actor?: ReactNode;
  readonly amount?: bigint;
  readonly currency?: string;
  readonly reason?: ReactNode;
  /** Not yet happened: drawn hollow, on a dashed line. */
  readonly upcoming?: boolean;
}

export interface TimelineProps {
  label: string;
  items: readonly TimelineItem[];
  timeZone?: string;
}

/** Events in the order given, each with actor, time, amount and reason; what is still to come is dashed. */
export function Timeline({ label, items, timeZone }: TimelineProps) {
  return (
    <ol aria-label={label} className="relative">
      {items.map((item, index) => (
        <TimelineRow
          key={item.id}
          item={item}
          timeZone={timeZone}
          line={index === items.length - 1 ? "none" : items[index + 1]?.upcoming ? "dashed" : "solid"}
        />
      ))}
    </ol>
  );
}

interface TimelineRowProps {
  item: TimelineItem;
  timeZone: string | undefined;
  line: "none" | "dashed" | "solid";
}

function TimelineRow({ item, timeZone, line }: TimelineRowProps) {
  const look = toneLooks[item.tone ?? "neutral"];
  const Icon = look.icon;
  return (
    <li className="relative flex gap-3 pb-5 last:pb-0">
      {line !== "none" && (
        <span
          aria-hidden
          className={classNames(
            "absolute top-7 bottom-0 left-3 w-0 border-l",
            line === "dashed" ? "border-dashed border-control" : "border-hairline",
          )}
        />
      )}
      <span
        aria-hidden
        className={classNames(
          "grid size-6 shrink-0 place-items-center rounded-full",
          look.text,
          item.upcoming ? "border border-dashed border-control" : look.soft,
        )}
      >
        <Icon className="size-3.5" strokeWidth={2.25} />
      </span>
      <div className="min-w-0 grow">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <p className={classNames("text-body", item.upcoming ? "text-muted" : "font-medium")}>
            {item.upcoming && <span className="sr-only">To come: </span>}
            {item.title}
          </p>
          {item.amount !== undefined && item.currency !== undefined && (
            <Money amount={item.amount} currency={item.currency} className="font-medium" />
          )}
        </div>
        <p className="text-small text-muted">
          {item.actor !== undefined && <>{item.actor} · </>}
          <DateTime at={item.at} timeZone={timeZone} />
        </p>
        {item.reason !== undefined && (
          <p className="mt-1.5 max-w-reading border-l-2 pl-3 text-dense">{item.reason}</p>
        )}
      </div>
    </li>
  );
}
