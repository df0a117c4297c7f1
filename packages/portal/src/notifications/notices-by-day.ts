import type { views } from "@evenshare/domain";
import { formatDay } from "@evenshare/ui";

export interface NoticeDay {
  /** "Today", "Yesterday" or "Sun 6 Dec 2026". */
  readonly label: string;
  readonly notices: readonly views.Notice[];
}

/** Notifications under the day they came on, by the reader's calendar; the order stays as it is. */
export function noticesByDay(
  notices: readonly views.Notice[],
  now: Date,
  reading: { readonly locale: string; readonly timeZone: string },
): NoticeDay[] {
  const today = formatDay(now, reading);
  const yesterday = formatDay(new Date(now.getTime() - 86_400_000), reading);
  const days: { label: string; notices: views.Notice[] }[] = [];
  for (const notice of notices) {
    const day = formatDay(notice.createdAt, reading);
    const label = day === today ? "Today" : day === yesterday ? "Yesterday" : day;
    const last = days.at(-1);
    if (last?.label === label) last.notices.push(notice);
    else days.push({ label, notices: [notice] });
  }
  return days;
}
