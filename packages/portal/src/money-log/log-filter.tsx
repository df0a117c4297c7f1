import type { views } from "@evenshare/domain";
import { Field, Select } from "@evenshare/ui";
import { RangeFilter } from "./range-filter";
import type { LogFilterState } from "./use-log-filter";

export interface LogFilterProps extends LogFilterState {
  summary: Pick<views.MoneyLogSummary, "partners" | "timeZone">;
  /** What happens on the days that are asked for: "a payout was created". */
  event: string;
}

/** Narrows a log by day and partner. */
export function LogFilter({ filter, narrowed, narrow, summary, event }: LogFilterProps) {
  return (
    <RangeFilter
      filter={filter}
      narrowed={narrowed}
      onShow={(read) => narrow({ from: read("from"), to: read("to"), partnerId: read("partner") })}
      timeZone={summary.timeZone}
      event={event}
    >
      <Field label="Partner" className="col-span-2">
        <Select
          name="partner"
          className="sm:w-56"
          defaultValue={filter.partnerId ?? ""}
          options={[
            { value: "", label: "All partners" },
            ...summary.partners.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </Field>
    </RangeFilter>
  );
}
