import type { views } from "@evenshare/domain";
import { useSearchParams } from "react-router";
import { readDay } from "./read-day";

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
