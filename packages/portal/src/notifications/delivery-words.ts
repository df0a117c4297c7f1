import type { views } from "@evenshare/domain";
import { formatDateTime } from "@evenshare/ui";

/** What became of the mail that belongs to a notification, in words. */
export function deliveryWords(
  { state, at, reason }: views.Delivery,
  reading: { readonly locale: string; readonly timeZone: string },
): string {
  const when = at === null ? null : formatDateTime(at, reading);
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
