import type { views } from "@evenshare/domain";
import { formatDateTime, formatMoney } from "@evenshare/ui";
import { stateWordsOf } from "../milestone/state-words";
import { actionWords, readable } from "./audit-words";
import { formatRate } from "./terms-list";

export interface AuditChange {
  readonly label: string;
  /** Null when there was nothing before. */
  readonly from: string | null;
  readonly to: string;
}

export interface AuditReading {
  readonly locale: string;
  readonly timeZone: string;
  /** Of amounts, where the row itself names no currency; null when nobody knows: then they stand in minor units. */
  readonly currency: string | null;
}

const amounts = new Set([
  "amount",
  "charged",
  "counted",
  "fee",
  "feeHeld",
  "funded",
  "gross",
  "held",
  "limit",
  "net",
  "released",
  "toFund",
]);
const labels: Readonly<Record<string, string>> = {
  feeBp: "Platform fee",
  firstMinimumStartBp: "Held before the first milestone starts",
  minimumStartBp: "Held before later milestones start",
  reviewDays: "Review window, days",
  dormancyDefault: "If it falls asleep",
  held: "Held",
  act: "Asked for",
  asOf: "As of",
  counted: "Counted with earlier parts",
  limit: "One person alone up to",
  net: "To the producer",
};

/** What differs between before and after, as people read it. Keys of other records say nothing to anyone and are left out. */
export function auditChanges(
  row: Pick<views.AuditRow, "before" | "after">,
  reading: AuditReading,
): AuditChange[] {
  const { before, after } = row;
  const currency = after["currency"] ?? before["currency"] ?? reading.currency;
  const write = (field: string, value: string | null | undefined) =>
    value === null || value === undefined ? null : writeValue(field, value, { ...reading, currency });
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => !/ids?$/i.test(field) && (before[field] ?? null) !== (after[field] ?? null))
    .map((field) => ({
      label: labels[field] ?? capital(readable(field)),
      from: write(field, before[field]),
      to: write(field, after[field]) ?? "nothing",
    }));
}

function writeValue(field: string, value: string, { locale, timeZone, currency }: AuditReading): string {
  if (field === "act") return actionWords(value);
  if (field === "state") return stateWordsOf(value).word;
  if (amounts.has(field) && /^-?\d+$/.test(value)) {
    return currency === null ? `${value} minor units` : formatMoney(BigInt(value), currency, locale);
  }
  if (field.endsWith("Bp") && /^\d+$/.test(value)) return formatRate(Number(value), locale);
  if (/^\d{4}-\d{2}-\d{2}T/.test(value)) return formatDateTime(new Date(value), { locale, timeZone });
  return /^[a-z]+(_[a-z]+)+$/.test(value) ? readable(value) : value;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
