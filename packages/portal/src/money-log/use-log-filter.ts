import type { views } from "@evenshare/domain";
import { useSearchParams } from "react-router";

/** What a log is narrowed to, as the address says it; what makes no sense there narrows nothing. */
export interface LogFilterValues {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly partnerId: string | undefined;
}

export interface LogFilterState {
  readonly filter: LogFilterValues;
  /** Whether anything is narrowed. */
  readonly narrowed: boolean;
  readonly narrow: (filter: LogFilterValues) => void;
}

/** Reads and writes the filter of a money log in the address, so that a link shows the same rows. */
export function useLogFilter(): LogFilterState {
  const [search, setSearch] = useSearchParams();
  const filter = {
    from: readDay(search.get("from")),
    to: readDay(search.get("to")),
    partnerId: /^[0-9a-f-]{36}$/.exec(search.get("partner") ?? "")?.[0],
  };
  return {
    filter,
    narrowed: Object.values(filter).some((value) => value !== undefined),
    narrow: ({ from, to, partnerId }) =>
      setSearch({ ...(from && { from }), ...(to && { to }), ...(partnerId && { partner: partnerId }) }),
  };
}

/** The filter as the API takes it. */
export function asInput({ from, to, partnerId }: LogFilterValues): views.MoneyLogFilter {
  return { from: from ?? null, to: to ?? null, partnerId: partnerId ?? null };
}

function readDay(text: string | null): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}$/.exec(text ?? "")?.[0];
  return day === undefined || Number.isNaN(Date.parse(day)) || !existsAsWritten(day) ? undefined : day;
}

/** Programs read 30 February as a day of March. */
function existsAsWritten(day: string): boolean {
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}
