import type { TenantTransaction } from "@evenshare/database";
import type { QuietHours } from "@evenshare/domain";

/** What is offered to a person who never asked for quiet: nights, switched off. */
const offered = { enabled: false, days: [1, 2, 3, 4, 5, 6, 7], fromMinute: 20 * 60, toMinute: 7 * 60 };

/** A person's quiet hours; where they never said, an offer in the organization's time zone. */
export async function readQuietHours(
  tx: TenantTransaction,
  userId: string,
  organizationTimeZone: string,
): Promise<QuietHours> {
  const row = await tx.quietHours.findUnique({ where: { userId } });
  if (row === null) return { ...offered, timeZone: organizationTimeZone };
  const { enabled, days, fromMinute, toMinute, timeZone } = row;
  return { enabled, days, fromMinute, toMinute, timeZone };
}

/** As the audit trail shows them. */
export function describeQuietHours(hours: QuietHours): Record<string, string> {
  return {
    quietHours: hours.enabled ? "on" : "off",
    days: hours.days.join(", "),
    from: clockTime(hours.fromMinute),
    to: clockTime(hours.toMinute),
    timeZone: hours.timeZone,
  };
}

function clockTime(minute: number): string {
  const two = (figure: number) => String(figure).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
