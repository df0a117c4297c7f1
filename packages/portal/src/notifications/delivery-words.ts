import type { views } from "@evenshare/domain";
import { formatDateTime } from "@evenshare/ui";

interface Reading {
  readonly locale: string;
  readonly timeZone: string;
}

const dayMs = 86_400_000;

/** What became of the mail that belongs to a notification, in words. */
export function deliveryWords(
  { createdAt, delivery: { state, at, reason } }: Pick<views.Notice, "createdAt" | "delivery">,
  reading: Reading,
): string {
  const when = at === null ? null : writeWhen(at, createdAt, reading);
  switch (state) {
    case "off":
      return "Mail switched off";
    case "queued":
      return "Mail is on its way";
    case "waiting":
      return when === null
        ? "Mail waits for the end of your quiet hours"
        : `Mail waits until ${when}: quiet hours`;
    case "sending":
      return "The mail server has not taken the mail yet; it is tried again";
    case "sent":
      return when === null ? "Mailed" : `Mailed ${when}, delivered to the mail server`;
    case "refused":
      return `The mail server refused the mail${reason === null ? "" : `: ${reason}`}`;
    case "withdrawn":
      return "Not mailed: you switched such mails off before it was sent";
  }
}

/** The time alone where it can be no other day's. */
function writeWhen(at: Date, createdAt: Date, { locale, timeZone }: Reading): string {
  if (at.getTime() - createdAt.getTime() >= dayMs) return formatDateTime(at, { locale, timeZone });
  return new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", timeZone }).format(at);
}
