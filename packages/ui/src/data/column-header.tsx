// biome-ignore-all lint/a11y/noRedundantRoles: where `display` makes the table a stack, its own roles are lost
import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import type { Column, SortState } from "./column";

interface ColumnHeaderProps<Row> {
  column: Column<Row>;
  sort: SortState | undefined;
  onSort: ((sort: SortState) => void) | undefined;
}

export function ColumnHeader<Row>({ column, sort, onSort }: ColumnHeaderProps<Row>) {
  const direction = sort?.column === column.id ? sort.direction : undefined;
  if (!column.sortable || onSort === undefined) {
    return (
      <th role="columnheader" scope="col" data-align={column.align}>
        {column.header}
      </th>
    );
  }
  const Icon = direction === undefined ? ChevronsUpDown : direction === "ascending" ? ArrowUp : ArrowDown;
  return (
    <th role="columnheader" scope="col" data-align={column.align} aria-sort={direction ?? "none"}>
      <button
        type="button"
        className="inline-flex items-center gap-1 rounded-mark hover:text-ink"
        onClick={() =>
          onSort({ column: column.id, direction: direction === "ascending" ? "descending" : "ascending" })
        }
      >
        {column.header}
        <Icon aria-hidden className="size-3.5" />
      </button>
    </th>
  );
}
