import type { ReactNode } from "react";

export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** `end` for amounts, so that their decimal points line up. */
  readonly align?: "start" | "end";
  readonly sortable?: boolean;
  /** What stands in the closing line under this column. */
  readonly footer?: ReactNode;
  /** On a phone: `plain` leaves out the column's name before the value, `hidden` the value too. */
  readonly onPhone?: "labelled" | "plain" | "hidden";
}

export interface SortState {
  readonly column: string;
  readonly direction: "ascending" | "descending";
}
