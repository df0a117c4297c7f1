import type { views } from "@evenshare/domain";
import { ButtonLink, EmptyState, Section, StatRowSkeleton, TableSkeleton, TextLink } from "@evenshare/ui";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Receipt } from "lucide-react";
import { useTRPC } from "../api/trpc";
import { LoadMore } from "../app/load-more";
import { Loaded } from "../app/loaded";
import { DownloadCsv } from "../export/download-csv";
import { LineTable } from "./line-table";
import { useMayImport } from "./may-import";
import { RevenueFilter } from "./revenue-filter";
import { RevenueSums } from "./revenue-sums";
import { asRevenueInput, type RevenueFilterState, useRevenueFilter } from "./use-revenue-filter";

/** Every sale and return, newest first; narrowed by day, item and source, with what they come to. */
export function LinesTab() {
  const trpc = useTRPC();
  const log = useRevenueFilter();
  const summary = useQuery(
    trpc.revenue.summary.queryOptions(asRevenueInput(log.filter), { placeholderData: keepPreviousData }),
  );
  return (
    <Loaded
      query={summary}
      what="The revenue"
      skeleton={<TableSkeleton label="Loading the revenue" rows={6} lines={2} />}
    >
      {(read) =>
        // Without any line there is nothing that could be narrowed.
        read.sums.length === 0 && !log.narrowed && !summary.isPlaceholderData ? (
          <NoRevenue />
        ) : (
          <>
            <RevenueFilter {...log} summary={read} />
            {log.filter.importId !== undefined && <OfOneImport importId={log.filter.importId} />}
            {summary.isPlaceholderData ? (
              <div className="mb-7">
                <StatRowSkeleton label="Adding up" count={3} />
              </div>
            ) : (
              <RevenueSums sums={read.sums} narrowed={log.narrowed} />
            )}
            <Lines log={log} timeZone={read.timeZone} />
          </>
        )
      }
    </Loaded>
  );
}

function OfOneImport({ importId }: { importId: string }) {
  return (
    <p className="mb-5 text-dense">
      Only lines of <TextLink href={`/revenue/imports/${importId}`}>one import</TextLink> are shown.
    </p>
  );
}

function Lines({ log, timeZone }: { log: RevenueFilterState; timeZone: views.RevenueSummary["timeZone"] }) {
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.revenue.lines.infiniteQueryOptions(asRevenueInput(log.filter), {
      getNextPageParam: ({ nextCursor }) => nextCursor,
    }),
  );
  return (
    <Section
      title="Lines"
      description="Newest first. What went back to customers stands with a minus."
      action={<DownloadCsv table="revenue-lines" filter={{ ...log.filter }} what="the lines" />}
    >
      <Loaded
        query={query}
        what="The lines"
        skeleton={<TableSkeleton label="Loading lines" rows={6} lines={2} />}
      >
        {({ pages }) => {
          const lines = pages.flatMap(({ items }) => items);
          if (lines.length === 0) {
            return (
              <EmptyState icon={Receipt} title="Nothing was sold in this range">
                Choose other days or another source, write the item exactly as it stands in the lines, or show
                all.
              </EmptyState>
            );
          }
          return (
            <>
              <LineTable lines={lines} timeZone={timeZone} />
              <LoadMore query={query} what="lines" />
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}

function NoRevenue() {
  const mayImport = useMayImport();
  return (
    <EmptyState
      icon={Receipt}
      title="No sales yet"
      action={mayImport ? <ButtonLink href="/revenue/imports/new">Import a file</ButtonLink> : undefined}
    >
      {mayImport
        ? "Export your sales from your shop or till as a CSV file and import it here. You say once how its columns are read, look at what its rows would become, and the next file needs no questions."
        : "Owners and finance of your organization import the sales of your shops as CSV files. They are then listed here, line by line."}
    </EmptyState>
  );
}
