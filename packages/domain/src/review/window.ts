import type { DeadlineDraft } from "../milestone/change";
import { offsetMs } from "../time/local-time";

const dayMs = 86_400_000;
/** Reminders go out this many whole days before the end of the review window, and at its end. */
export const reminderDays = [7, 3, 1] as const;

/**
 * The end of a review window: `reviewDays` calendar days after `submittedAt` at the same local time in `timeZone`,
 * so that a window across a change of daylight saving still ends at the hour people expect.
 */
export function reviewEnd(submittedAt: Date, reviewDays: number, timeZone: string): Date {
  const plain = new Date(submittedAt.getTime() + reviewDays * dayMs);
  const shift = offsetMs(submittedAt, timeZone) - offsetMs(plain, timeZone);
  const shifted = new Date(plain.getTime() + shift);
  // The shifted instant may itself fall on the other side of the change; the second look settles it.
  const settled = new Date(plain.getTime() + offsetMs(submittedAt, timeZone) - offsetMs(shifted, timeZone));
  return settled;
}

/** The deadlines of a review window that ends at `endsAt`: reminders that still lie ahead of `now`, and the release. */
export function reviewDeadlines(now: Date, endsAt: Date, newId: () => string): DeadlineDraft[] {
  const reminders = reminderDays
    .map((daysBefore) => ({ daysBefore, dueAt: new Date(endsAt.getTime() - daysBefore * dayMs) }))
    .filter(({ dueAt }) => dueAt > now)
    .map(
      ({ daysBefore, dueAt }): DeadlineDraft => ({ id: newId(), kind: "review.reminder", dueAt, daysBefore }),
    );
  return [...reminders, { id: newId(), kind: "review.release", dueAt: endsAt, daysBefore: null }];
}
