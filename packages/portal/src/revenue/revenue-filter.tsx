import type { views } from "@evenshare/domain";
import { Field, Select, TextInput } from "@evenshare/ui";
import { RangeFilter } from "../money-log/range-filter";
import type { RevenueFilterState } from "./use-revenue-filter";

export interface RevenueFilterProps extends RevenueFilterState {
  summary: Pick<views.RevenueSummary, "sources" | "timeZone">;
}

/** Narrows the lines by day, item and source; to the lines of one import by a link from it. */
export function RevenueFilter({ filter, narrowed, narrow, summary }: RevenueFilterProps) {
  const { item, source, importId } = filter;
  // A source that holds nothing now is still what the address asks for.
  const sources = [...new Set([...summary.sources, ...(source === undefined ? [] : [source])])];
  return (
    <RangeFilter
      filter={filter}
      narrowed={narrowed}
      onShow={(read) =>
        narrow({
          from: read("from"),
          to: read("to"),
          item: read("item")?.trim() || undefined,
          source: read("source"),
          importId,
        })
      }
      timeZone={summary.timeZone}
      event="it was sold or came back"
    >
      <Field label="Item" className="col-span-2">
        <TextInput name="item" defaultValue={item ?? ""} maxLength={200} className="sm:w-40" />
      </Field>
      <Field label="Source" className="col-span-2">
        <Select
          name="source"
          className="sm:w-48"
          defaultValue={source ?? ""}
          options={[
            { value: "", label: "All sources" },
            ...sources.map((name) => ({ value: name, label: name })),
          ]}
        />
      </Field>
    </RangeFilter>
  );
}
