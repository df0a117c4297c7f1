import { EmptyState, TableSkeleton } from "@evenshare/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { FileSpreadsheet } from "lucide-react";
import { useTRPC } from "../api/trpc";
import { LoadMore } from "../app/load-more";
import { Loaded } from "../app/loaded";
import { DownloadCsv } from "../export/download-csv";
import { ImportTable } from "./import-table";

/** Every file that was imported, newest first. */
export function ImportsTab() {
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.revenue.imports.infiniteQueryOptions({}, { getNextPageParam: ({ nextCursor }) => nextCursor }),
  );
  return (
    <Loaded
      query={query}
      what="The imports"
      skeleton={<TableSkeleton label="Loading the imports" rows={4} lines={2} />}
    >
      {({ pages }) => {
        const imports = pages.flatMap(({ items }) => items);
        if (imports.length === 0) {
          return (
            <EmptyState icon={FileSpreadsheet} title="Nothing was imported yet">
              Each file stands here with what became of its rows: new, known before, left out, or faulty with
              the reason. An import can be taken back as a whole.
            </EmptyState>
          );
        }
        return (
          <>
            <div className="mb-4 flex justify-end">
              <DownloadCsv table="revenue-imports" what="the imports" />
            </div>
            <ImportTable imports={imports} />
            <LoadMore query={query} what="imports" />
          </>
        );
      }}
    </Loaded>
  );
}
