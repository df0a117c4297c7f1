import type { views } from "@evenshare/domain";
import { useSearchParams } from "react-router";
import { readDay } from "../money-log/read-day";

/** What the lines are narrowed to, as the address says it; what makes no sense there narrows nothing. */
export interface RevenueFilterValues {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly item: string | undefined;
  readonly source: string | undefined;
  readonly importId: string | undefined;
}

export interface RevenueFilterState {
  readonly filter: RevenueFilterValues;
  readonly narrowed: boolean;
  readonly narrow: (filter: RevenueFilterValues) => void;
}

/** Reads and writes the filter of the lines in the address, so that a link shows the same rows. */
export function useRevenueFilter(): RevenueFilterState {
  const [search, setSearch] = useSearchParams();
  const filter = {
    from: readDay(search.get("from")),
    to: readDay(search.get("to")),
    item: readText(search.get("item"), 200),
    source: readText(search.get("source"), 80),
    importId: /^[0-9a-f-]{36}$/.exec(search.get("importId") ?? "")?.[0],
  };
  return {
    filter,
    narrowed: Object.values(filter).some((value) => value !== undefined),
    narrow: (wanted) => setSearch(toSearch(wanted)),
  };
}

/** The filter as the API takes it. */
export function asRevenueInput({
  from,
  to,
  item,
  source,
  importId,
}: RevenueFilterValues): views.RevenueFilter {
  return {
    from: from ?? null,
    to: to ?? null,
    item: item ?? null,
    source: source ?? null,
    importId: importId ?? null,
  };
}

function toSearch(filter: RevenueFilterValues): Record<string, string> {
  const search: Record<string, string> = {};
  for (const [name, value] of Object.entries(filter)) if (typeof value === "string") search[name] = value;
  return search;
}

function readText(text: string | null, longest: number): string | undefined {
  const trimmed = text?.trim() ?? "";
  return trimmed === "" || trimmed.length > longest ? undefined : trimmed;
}
