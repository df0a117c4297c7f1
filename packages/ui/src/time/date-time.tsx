import { classNames } from "../class-names";
import { useFormatting } from "../format/formatting-context";
import { formatDateTime, formatDay } from "./format-date-time";
import { formatDuration, formatRelative } from "./format-duration";

export interface DateTimeProps {
  at: Date;
  /** IANA zone whose clock is meant, normally the agreement's; the reader's own when left out. */
  timeZone?: string | undefined;
  /** `day` leaves the time and the place out. */
  show?: "instant" | "day";
  className?: string;
}

/** An instant as a day, a time and the place whose clock that is. */
export function DateTime({ at, timeZone, show = "instant", className }: DateTimeProps) {
  const reader = useFormatting();
  const format = { locale: reader.locale, timeZone: timeZone ?? reader.timeZone };
  return (
    <time
      dateTime={at.toISOString()}
      className={classNames(show === "day" && "whitespace-nowrap", className)}
    >
      {show === "day" ? formatDay(at, format) : formatDateTime(at, format)}
    </time>
  );
}

export interface RelativeTimeProps {
  at: Date;
  now: Date;
  timeZone?: string | undefined;
  className?: string;
}

/** How far an instant lies from `now`, with the exact instant on hover. */
export function RelativeTime({ at, now, timeZone, className }: RelativeTimeProps) {
  const reader = useFormatting();
  const exact = formatDateTime(at, { locale: reader.locale, timeZone: timeZone ?? reader.timeZone });
  return (
    <time dateTime={at.toISOString()} title={exact} className={className}>
      {formatRelative(at, now, reader.locale)}
    </time>
  );
}

export interface CountdownProps {
  to: Date;
  now: Date;
  /** What to write once the instant has come. */
  due?: string;
  className?: string;
}

/** The time left until an instant, in its two largest units. It does not tick by itself: pass a new `now`. */
export function Countdown({ to, now, due = "now", className }: CountdownProps) {
  const { locale } = useFormatting();
  const left = to.getTime() - now.getTime();
  return (
    <time dateTime={to.toISOString()} className={className}>
      {left <= 0 ? due : formatDuration(left, locale)}
    </time>
  );
}
