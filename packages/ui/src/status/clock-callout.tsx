import { Hourglass } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "../class-names";
import { Money } from "../money/money";
import { Countdown, DateTime } from "../time/date-time";

export interface ClockCalloutProps {
  /** What will happen by itself: "Releases automatically". */
  event: ReactNode;
  at: Date;
  now: Date;
  timeZone?: string;
  /** When the clock started; with it the callout shows how much of the window is gone. */
  since?: Date;
  amount?: bigint;
  currency?: string;
  /** What would prevent it, or what it means: "unless you ask for changes". */
  children?: ReactNode;
  tone?: "accent" | "held" | "risk";
}

const tones = {
  accent: { edge: "border-l-accent", fill: "bg-accent", icon: "text-accent" },
  held: { edge: "border-l-held", fill: "bg-held", icon: "text-held-text" },
  risk: { edge: "border-l-risk", fill: "bg-risk", icon: "text-risk-text" },
};

/** Says in words what happens next, when, and by whose clock, if nobody acts. */
export function ClockCallout(props: ClockCalloutProps) {
  const { event, at, now, timeZone, since, amount, currency, children, tone = "accent" } = props;
  const look = tones[tone];
  return (
    <section
      aria-label="What happens next"
      className={classNames("rounded-control border border-l-3 bg-surface px-4 py-3", look.edge)}
    >
      <div className="flex gap-3">
        <Hourglass aria-hidden className={classNames("mt-1 size-4 shrink-0", look.icon)} />
        <div className="min-w-0 grow">
          <p className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5">
            <span className="font-semibold">
              {event}
              {amount !== undefined && currency !== undefined && (
                <>
                  {" "}
                  <Money amount={amount} currency={currency} />
                </>
              )}
            </span>
            <span className="text-small text-muted figures">
              <Countdown to={at} now={now} due="due now" />
              {at > now && " left"}
            </span>
          </p>
          <p className="text-dense">
            <DateTime at={at} timeZone={timeZone} />
            {children !== undefined && <span className="text-muted">, {children}</span>}
          </p>
          {since !== undefined && <Elapsed since={since} at={at} now={now} fill={look.fill} />}
        </div>
      </div>
    </section>
  );
}

function Elapsed({ since, at, now, fill }: { since: Date; at: Date; now: Date; fill: string }) {
  const span = Math.max(1, at.getTime() - since.getTime());
  const gone = Math.min(1, Math.max(0, (now.getTime() - since.getTime()) / span));
  return (
    <span aria-hidden className="mt-2.5 block h-1 rounded-full bg-hairline">
      <span
        className={classNames("block h-full rounded-full", fill)}
        style={{ width: `${(gone * 100).toFixed(2)}%` }}
      />
    </span>
  );
}
