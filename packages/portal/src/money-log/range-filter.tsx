import { Button, ButtonLink, Field, TextInput } from "@evenshare/ui";
import type { ReactNode } from "react";
import { useLocation } from "react-router";

export interface RangeFilterProps {
  /** What is shown now; the fields start anew from it, also when the way back in the browser changes it. */
  filter: { readonly from: string | undefined; readonly to: string | undefined };
  narrowed: boolean;
  /** Reads a field by its name; undefined when nothing is entered. */
  onShow: (read: (name: string) => string | undefined) => void;
  timeZone: string;
  /** What happens on the days that are asked for: "a payout was created". */
  event: string;
  /** What a list is narrowed by beside the days; each named. */
  children: ReactNode;
}

/** Narrows a list by days, and by what is inside it. The form holds what is asked for until it is shown. */
export function RangeFilter({ filter, narrowed, onShow, timeZone, event, children }: RangeFilterProps) {
  const { pathname } = useLocation();
  const { from, to } = filter;
  const backwards = from !== undefined && to !== undefined && to < from;
  const show = (data: FormData) =>
    onShow((name) => {
      const value = data.get(name);
      return typeof value === "string" && value !== "" ? value : undefined;
    });
  return (
    <form key={JSON.stringify(filter)} action={show} aria-label="Narrow the list" className="mb-5">
      <div className="grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap">
        <Field label="From">
          <TextInput type="date" name="from" defaultValue={from ?? ""} className="min-w-0 sm:w-40" />
        </Field>
        <Field label="To" error={backwards && "Lies before the first day."}>
          <TextInput type="date" name="to" defaultValue={to ?? ""} className="min-w-0 sm:w-40" />
        </Field>
        {children}
        <div className="col-span-2 flex gap-3 sm:mb-1.5">
          <Button type="submit">Show</Button>
          {narrowed && <ButtonLink href={pathname}>Show all</ButtonLink>}
        </div>
      </div>
      <p className="mt-2 text-small text-muted">
        By the day on which {event}, in {timeZone.replaceAll("_", " ")} time; both days are included.
      </p>
    </form>
  );
}
