import { Banner, PageHeaderSkeleton, Skeleton, TableSkeleton } from "@evenshare/ui";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { useTRPC } from "../api/trpc";
import { Loaded } from "../app/loaded";
import { MilestonePage } from "./milestone-page";

/** One milestone, with all that happened to it and all that can be done. */
export function MilestoneScreen() {
  const { id = "" } = useParams();
  const trpc = useTRPC();
  const query = useQuery(trpc.milestones.get.queryOptions({ id }));
  return (
    <Loaded
      page
      query={query}
      what="The milestone"
      skeleton={
        <>
          <PageHeaderSkeleton label="Loading the milestone" />
          <Skeleton className="h-3.5 w-full" />
          <Skeleton className="mt-12 h-20 w-full" />
          <div className="mt-9">
            <TableSkeleton label="Loading the criteria" rows={4} lines={1} />
          </div>
        </>
      }
    >
      {(milestone) => (
        <>
          {query.isRefetchError && (
            <div className="mb-6">
              <Banner tone="risk" title="This may not be how things stand">
                The page could not be brought up to date. It tries again by itself.
              </Banner>
            </div>
          )}
          <MilestonePage milestone={milestone} />
        </>
      )}
    </Loaded>
  );
}
