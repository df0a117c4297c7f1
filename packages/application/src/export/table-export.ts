import {
  type CsvCell,
  type CurrencyCode,
  csvLine,
  decimalAmount,
  ok,
  type Permission,
  type Result,
} from "@evenshare/domain";
import type { z } from "zod";
import type { Deps } from "../deps";
import type { Page } from "../query/page";
import type { Scope } from "../scope";
import { authorize, parseInput } from "../verb";

/**
 * One column. Its header is the heading on the screen (`State`), or that heading and what part of it the column holds
 * (`State: reason`); the browser test compares both.
 */
export interface ExportColumn<Row> {
  readonly header: string;
  cell(row: Row): CsvCell;
}

/** A table of the portals as a file: read by the query of its screen, under the permission of its screen. */
export interface TableExport<Row = unknown> {
  /** Also the name of the file and of the route. */
  readonly name: string;
  readonly permission: Permission;
  readonly columns: readonly ExportColumn<Row>[];
  /** The page at a cursor; null for the first. `filter`: what the address asks for, as it was sent. */
  read(deps: Deps, scope: Scope, filter: unknown, cursor: string | null): Promise<Result<Page<Row>>>;
}

export interface TableDefinition<I, Row> extends Omit<TableExport<Row>, "read"> {
  readonly filter: z.ZodType<I>;
  readonly page: (deps: Deps, scope: Scope, filter: I, cursor: string | null) => Promise<Result<Page<Row>>>;
}

/** Describes a table that can be exported. The page size is the query's own largest. */
export function defineExport<I, Row>(definition: TableDefinition<I, Row>): TableExport<Row> {
  const { name, permission, columns, filter, page } = definition;
  return {
    name,
    permission,
    columns,
    async read(deps, scope, raw, cursor) {
      const parsed = parseInput(filter, raw);
      return parsed.ok ? page(deps, scope, parsed.value, cursor) : parsed;
    },
  };
}

/** Rows of a query that answers all of them at once. */
export function onePage<Row>(items: Row[]): Page<Row> {
  return { items, nextCursor: null };
}

/** The longest page that lists give out. */
export const exportPageSize = 100;

export const at = (instant: Date | null): string | null => instant?.toISOString() ?? null;

/** An amount as a figure with a point; the currency stands in a column of its own. */
export function figure(amount: bigint | null, currency: CurrencyCode): CsvCell {
  return amount === null ? null : { figure: decimalAmount(amount, currency) };
}

/**
 * A table as lines of CSV (RFC 4180, no text opens as a formula), read page by page as the lines are taken. What comes
 * first decides whether it is refused, as its screen would be.
 */
export async function exportTable<Row>(
  deps: Deps,
  scope: Scope,
  table: TableExport<Row>,
  filter: unknown,
): Promise<Result<AsyncGenerator<string>>> {
  const allowed = authorize(scope, table.permission);
  if (!allowed.ok) return allowed;
  const first = await table.read(deps, scope, filter, null);
  return first.ok ? ok(writeLines(deps, scope, table, filter, first.value)) : first;
}

async function* writeLines<Row>(
  deps: Deps,
  scope: Scope,
  table: TableExport<Row>,
  filter: unknown,
  first: Page<Row>,
): AsyncGenerator<string> {
  yield csvLine(table.columns.map(({ header }) => header));
  for (let page = first; ; ) {
    for (const row of page.items) yield csvLine(table.columns.map((column) => column.cell(row)));
    if (page.nextCursor === null) return;
    const next = await table.read(deps, scope, filter, page.nextCursor);
    // Half a file that looks whole would be worse than a download that breaks off.
    if (!next.ok) throw new Error(`the export broke off: ${next.failure.code}`);
    page = next.value;
  }
}
