import type { views } from "@evenshare/domain";
import { Button, ButtonLink, Field, Select, TextInput } from "@evenshare/ui";
import { useLocation } from "react-router";
import type { LogFilterState } from "./use-log-filter";

export interface LogFilterProps extends LogFilterState {
  summary: Pick<views.MoneyLogSummary, "partners" | "timeZone">;
  /** What happens on the days that are asked for: "a payout was created". */
  event: string;
}

/** Narrows a log by day and partner. The form holds what is asked for until it is shown. */
export function LogFilter({ filter, narrowed, narrow, summary, event }: LogFilterProps) {
  const { pathname } = useLocation();
  const { from, to, partnerId } = filter;
  const backwards = from !== undefined && to !== undefined && to < from;
  const show = (data: FormData) => {
    const read = (name: string) => {
      const value = data.get(name);
      return typeof value === "string" && value !== "" ? value : undefined;
    };
    narrow({ from: read("from"), to: read("to"), partnerId: read("partner") });
  };
  return (
    // The fields start anew from the address, also when the way back in the browser changes it.
    <form key={JSON.stringify(filter)} action={show} aria-label="Narrow the list" className="mb-5">
      <div className="grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap">
        <Field label="From">
          <TextInput type="date" name="from" defaultValue={from ?? ""} className="min-w-0 sm:w-40" />
        </Field>
        <Field label="To" error={backwards && "Lies before the first day."}>
          <TextInput type="date" name="to" defaultValue={to ?? ""} className="min-w-0 sm:w-40" />
        </Field>
        <Field label="Partner" className="col-span-2">
          <Select
            name="partner"
            className="sm:w-56"
            defaultValue={partnerId ?? ""}
            options={[
              { value: "", label: "All partners" },
              ...summary.partners.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </Field>
        <div className="col-span-2 flex gap-3 sm:mb-1.5">
          <Button type="submit">Show</Button>
          {narrowed && <ButtonLink href={pathname}>Show all</ButtonLink>}
        </div>
      </div>
      <p className="mt-2 text-small text-muted">
        By the day on which {event}, in {summary.timeZone.replaceAll("_", " ")} time; both days are included.
      </p>
    </form>
  );
}
