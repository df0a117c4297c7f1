import type { views } from "@evenshare/domain";
import { type Column, DataTable, Section, TableSkeleton } from "@evenshare/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTRPC } from "../api/trpc";
import { LoadMore } from "../app/load-more";
import { Loaded } from "../app/loaded";
import { DownloadCsv } from "../export/download-csv";

/** The rows of an import that could not be read, each with the column and the reason. */
export function ImportFaults({ importId }: { importId: string }) {
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.revenue.faults.infiniteQueryOptions(
      { importId },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  return (
    <Section
      title="Faulty rows"
      description="By their line in the file; the header is line 1. A row with several faults stands here once for each."
      action={<DownloadCsv table="revenue-faults" filter={{ importId }} what="the faulty rows" />}
    >
      <Loaded
        query={query}
        what="The faulty rows"
        skeleton={<TableSkeleton label="Loading the faulty rows" rows={3} />}
      >
        {({ pages }) => (
          <>
            <FaultTable faults={pages.flatMap(({ items }) => items)} />
            <LoadMore query={query} what="faulty rows" />
          </>
        )}
      </Loaded>
    </Section>
  );
}

/** One row may have the same fault twice; they are told apart by where they stand in the list. */
interface Row {
  readonly position: number;
  readonly fault: views.RevenueFaultView;
}

const columns: readonly Column<Row>[] = [
  {
    id: "line",
    header: "Line",
    cell: ({ fault }) => (
      <span className="figures">
        <span className="sm:hidden">Line </span>
        {fault.line}
      </span>
    ),
  },
  {
    id: "column",
    header: "Column",
    cell: ({ fault }) => <span className="wrap-anywhere">{fault.column}</span>,
  },
  { id: "what", header: "What is wrong", cell: ({ fault }) => fault.what },
];

function FaultTable({ faults }: { faults: readonly views.RevenueFaultView[] }) {
  return (
    <DataTable
      caption="Faulty rows"
      captionHidden
      columns={columns}
      rows={faults.map((fault, position) => ({ position, fault }))}
      rowKey={({ position }) => String(position)}
    />
  );
}
