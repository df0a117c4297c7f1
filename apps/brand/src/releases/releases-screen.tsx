import { asInput, DownloadCsv, MoneyLog, useDocumentTitle, useLogFilter, useTRPC } from "@evenshare/portal";
import { Breadcrumbs, EmptyState, PageHeader } from "@evenshare/ui";
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
      <MoneyLog
        log={log}
        summary={summary}
        rows={query}
        what="releases"
        event="it was released"
        words={{ entries: "Releases", gross: "Amount", fee: "Fee", net: "To the producer" }}
        lines={2}
        empty={<NoReleases narrowed={log.narrowed} />}
      >
        {(releases, timeZone) => <ReleaseTable releases={releases} timeZone={timeZone} />}
      </MoneyLog>
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
