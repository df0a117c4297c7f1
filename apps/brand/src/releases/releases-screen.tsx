import {
  asInput,
  DownloadCsv,
  Loaded,
  LoadMore,
  LogFilter,
  LogSums,
  useDocumentTitle,
  useLogFilter,
  useTRPC,
} from "@evenshare/portal";
import { Breadcrumbs, EmptyState, PageHeader, TableSkeleton } from "@evenshare/ui";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Send } from "lucide-react";
import { ReleaseTable } from "./release-table";

/** Everything the brand released, to every producer, newest first; narrowed by day and producer. */
export function ReleasesScreen() {
  const trpc = useTRPC();
  const log = useLogFilter();
  const input = asInput(log.filter);
  const summary = useQuery(trpc.releases.summary.queryOptions(input, { placeholderData: keepPreviousData }));
  const query = useInfiniteQuery(
    trpc.releases.list.infiniteQueryOptions(input, { getNextPageParam: ({ nextCursor }) => nextCursor }),
  );
  useDocumentTitle("Releases");
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: "Held funds", href: "/held-funds" }, { label: "Releases" }]} />}
        title="Releases"
        subtitle="What you released to each producer, and where each amount is now."
        secondary={
          <DownloadCsv size="regular" table="release-log" filter={{ ...log.filter }} what="the releases" />
        }
      />
      <Loaded
        query={summary}
        what="The releases"
        skeleton={<TableSkeleton label="Loading releases" rows={5} lines={2} />}
      >
        {({ timeZone, partners, sums }) => (
          <>
            <LogFilter {...log} summary={{ partners, timeZone }} event="it was released" />
            <Loaded
              query={query}
              what="The releases"
              skeleton={<TableSkeleton label="Loading releases" rows={5} lines={2} />}
            >
              {({ pages }) => {
                const releases = pages.flatMap(({ items }) => items);
                if (releases.length === 0) return <NoReleases narrowed={log.narrowed} />;
                return (
                  <>
                    <ReleaseTable releases={releases} timeZone={timeZone} />
                    <LoadMore query={query} what="releases" />
                    <LogSums
                      sums={summary.isPlaceholderData ? [] : sums}
                      narrowed={log.narrowed}
                      words={{ entries: "Releases", gross: "Amount", fee: "Fee", net: "To the producer" }}
                    />
                  </>
                );
              }}
            </Loaded>
          </>
        )}
      </Loaded>
    </>
  );
}

function NoReleases({ narrowed }: { narrowed: boolean }) {
  return narrowed ? (
    <EmptyState icon={Send} title="Nothing was released in this range">
      Choose other days or another producer, or show all.
    </EmptyState>
  ) : (
    <EmptyState icon={Send} title="Nothing was released yet">
      When you accept a milestone, or its review window ends, the money goes to the producer. Each release is
      listed here with where it is.
    </EmptyState>
  );
}
