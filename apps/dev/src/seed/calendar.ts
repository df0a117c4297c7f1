const minuteMs = 60_000;
const dayMs = 86_400_000;

/** The instants of the story, counted back from the one at which it ends. */
export interface Calendar {
  readonly end: Date;
  /** A time of day (UTC) so many days before the day of the end. */
  daysBefore(days: number, time: `${number}:${number}`): Date;
  /** So many minutes before the end. */
  minutesBefore(minutes: number): Date;
  /** The instant from which a review of so many days ends so many minutes after the end of the story. */
  reviewEndingAfter(minutes: number, reviewDays: number): Date;
}

/** A calendar whose end is the given instant, to the minute. */
export function calendarUntil(instant: Date): Calendar {
  const end = new Date(Math.floor(instant.getTime() / minuteMs) * minuteMs);
  const midnight = Math.floor(end.getTime() / dayMs) * dayMs;
  return {
    end,
    daysBefore(days, time) {
      const [hours = 0, minutes = 0] = time.split(":").map(Number);
      return new Date(midnight - days * dayMs + (hours * 60 + minutes) * minuteMs);
    },
    minutesBefore: (minutes) => new Date(end.getTime() - minutes * minuteMs),
    reviewEndingAfter: (minutes, reviewDays) =>
      new Date(end.getTime() + minutes * minuteMs - reviewDays * dayMs),
  };
}
