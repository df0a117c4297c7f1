import { EmptyState, PageHeader, TableSkeleton } from "@evenshare/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { ShieldCheck } from "lucide-react";
import { useTRPC } from "../api/trpc";
import { useDocumentTitle } from "../app/document-title";
import { LoadMore } from "../app/load-more";
import { Loaded } from "../app/loaded";
import { DownloadCsv } from "../export/download-csv";
import { HoldCard } from "./hold-card";

/** Everything that is or was held back, of all milestones, newest first. */
export function HoldsScreen() {
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.holds.list.infiniteQueryOptions({}, { getNextPageParam: ({ nextCursor }) => nextCursor }),
  );
  useDocumentTitle("Holds");
  return (
    <>
      <PageHeader
        title="Holds"
        subtitle="What is held back and why, by whom, on what evidence, and what happens on which date."
        secondary={<DownloadCsv size="regular" table="holds" what="the holds" />}
      />
      <Loaded query={query} what="The holds" skeleton={<TableSkeleton label="Loading the holds" rows={4} />}>
        {({ pages }) => {
          const holds = pages.flatMap(({ items }) => items);
          if (holds.length === 0) {
            return (
              <EmptyState icon={ShieldCheck} title="Nothing is on hold">
                When a bank takes a payment back, or somebody has to look at one, it is listed here with the
                reason, and both sides read the same.
              </EmptyState>
            );
          }
          return (
            <>
              <ul className="flex flex-col gap-4">
                {holds.map((hold) => (
                  <li key={hold.id}>
                    <HoldCard hold={hold} />
                  </li>
                ))}
              </ul>
              <LoadMore query={query} what="holds" />
            </>
          );
        }}
      </Loaded>
    </>
  );
}
