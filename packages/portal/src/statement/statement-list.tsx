import type { views } from "@evenshare/domain";
import { type Column, DataTable, Money, TableSkeleton, useFormatting } from "@evenshare/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTRPC } from "../api/trpc";
import { LoadMore } from "../app/load-more";
import { Loaded } from "../app/loaded";
import { usePortal } from "../app/portal";
import { periodTitle } from "./statement-words";

type Row = views.StatementRow;

interface StatementListProps {
  /** Of one agreement, or of all. */
  agreementId?: string;
  /** Shown when there is none. */
  empty: ReactNode;
}

/** Issued statements page by page, newest first, each leading to its own page. */
export function StatementList({ agreementId, empty }: StatementListProps) {
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.statements.list.infiniteQueryOptions(agreementId === undefined ? {} : { agreementId }, {
      getNextPageParam: ({ nextCursor }) => nextCursor,
    }),
  );
  return (
    <Loaded
      query={query}
      what="The list of statements"
      skeleton={<TableSkeleton label="Loading statements" rows={4} />}
    >
      {({ pages }) => {
        const rows = pages.flatMap(({ items }) => items);
        if (rows.length === 0) return empty;
        return (
          <>
            <StatementTable rows={rows} withAgreement={agreementId === undefined} />
            <LoadMore query={query} what="statements" />
          </>
        );
      }}
    </Loaded>
  );
}

interface StatementTableProps {
  rows: readonly Row[];
  /** On the page of an agreement its title is known. */
  withAgreement: boolean;
}

function StatementTable({ rows, withAgreement }: StatementTableProps) {
  const { locale } = useFormatting();
  const { side } = usePortal();
  const agreement: Column<Row> = {
    id: "agreement",
    header: "Agreement",
    cell: ({ agreementTitle }) => <span className="text-muted">{agreementTitle}</span>,
  };
  const columns: readonly Column<Row>[] = [
    { id: "number", header: "Number", cell: ({ number }) => number },
    ...(withAgreement ? [agreement] : []),
    side === "brand"
      ? { id: "payee", header: "Payee", cell: ({ payee }) => payee }
      : { id: "issuer", header: "Issuer", cell: ({ issuer }) => issuer },
    { id: "period", header: "Period", cell: ({ period }) => periodTitle(period, locale) },
    {
      id: "net",
      header: "Net revenue",
      align: "end",
      cell: ({ netRevenue, currency }) => <Money amount={netRevenue} currency={currency} />,
    },
    {
      id: "share",
      header: side === "producer" ? "Your share" : "Share",
      align: "end",
      cell: ({ share, currency }) => <Money amount={share} currency={currency} />,
    },
    { id: "outcome", header: "Payable", align: "end", cell: (row) => <Outcome row={row} /> },
    { id: "issued", header: "Issued, due", cell: (row) => <Dates row={row} /> },
  ];
  return (
    <DataTable
      caption="Statements"
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/statements/${id}`}
    />
  );
}

function Outcome({ row: { payable, carriedOver, currency } }: { row: Row }) {
  if (payable !== 0n || carriedOver === 0n)
    return <Money amount={payable} currency={currency} className="font-medium" />;
  return (
    <span>
      <Money amount={carriedOver} currency={currency} className="font-medium" />
      <span className="block text-small text-muted">carried over</span>
    </span>
  );
}

function Dates({ row: { issuedAt, payable, dueOn } }: { row: Row }) {
  const { locale, timeZone } = useFormatting();
  const short = (at: Date, zone: string) =>
    new Intl.DateTimeFormat(locale, {
      day: "numeric",
      month: "short",
      year: "numeric",
      timeZone: zone,
    }).format(at);
  return (
    <span className="figures">
      <time dateTime={issuedAt.toISOString()}>{short(issuedAt, timeZone)}</time>
      {payable > 0n && (
        <span className="block text-small text-muted">
          due <time dateTime={dueOn}>{short(new Date(dueOn), "UTC")}</time>
        </span>
      )}
    </span>
  );
}
