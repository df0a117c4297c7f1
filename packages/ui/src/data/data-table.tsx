// biome-ignore-all lint/a11y/noRedundantRoles: where `display` makes the table a stack, its own roles are lost
import type { ReactNode } from "react";
import { classNames } from "../class-names";
import { Link } from "../link/link-context";
import type { Column, SortState } from "./column";
import { ColumnHeader } from "./column-header";

export interface DataTableProps<Row> {
  /** What the table is about; read out, and shown unless `captionHidden`. */
  caption: string;
  captionHidden?: boolean;
  /** The first column names the row. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Where a row leads; the link stands on the first column and covers the row. */
  rowHref?: (row: Row) => string;
  sort?: SortState;
  /** The column and direction asked for; the caller sorts. */
  onSort?: (sort: SortState) => void;
  /** Shown in place of the rows when there are none. */
  empty?: ReactNode;
}

/** Rows and columns with hairlines; where it is narrow each row becomes a small stack of named values. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, captionHidden = false, columns, rows, rowKey, rowHref, sort, onSort, empty } = props;
  if (rows.length === 0 && empty !== undefined) return empty;
  const hasFooter = columns.some((column) => column.footer !== undefined);
  return (
    <div className="data-table">
      <table role="table">
        <caption className={classNames("pb-1 text-small text-muted", captionHidden && "sr-only")}>
          {caption}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <ColumnHeader key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => {
            const href = rowHref?.(row);
            return (
              <tr key={rowKey(row)} role="row" data-linked={href === undefined ? undefined : ""}>
                {columns.map((column, index) =>
                  index === 0 ? (
                    <th key={column.id} role="rowheader" scope="row" data-lead data-align={column.align}>
                      <LeadCell href={href}>{column.cell(row)}</LeadCell>
                    </th>
                  ) : (
                    <BodyCell key={column.id} column={column}>
                      {column.cell(row)}
                    </BodyCell>
                  ),
                )}
              </tr>
            );
          })}
        </tbody>
        {hasFooter && (
          <tfoot role="rowgroup">
            <tr role="row">
              {columns.map((column, index) => (
                // The first names the line, as in the rows above.
                <BodyCell key={column.id} column={index === 0 ? { ...column, onPhone: "plain" } : column}>
                  {column.footer}
                </BodyCell>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

function LeadCell({ href, children }: { href: string | undefined; children: ReactNode }) {
  if (href === undefined) return children;
  return (
    <Link href={href} className="row-link">
      {children}
    </Link>
  );
}

function BodyCell<Row>({ column, children }: { column: Column<Row>; children: ReactNode }) {
  const onPhone = column.onPhone ?? "labelled";
  return (
    <td
      role="cell"
      data-align={column.align}
      data-on-phone={onPhone}
      data-label={onPhone === "labelled" && !isNothing(children) ? column.header : undefined}
    >
      {children}
    </td>
  );
}

/** What React renders as nothing: such a cell has no name on a phone, and no room. */
function isNothing(children: ReactNode): boolean {
  return children === undefined || children === null || children === false || children === "";
}
