import { ApprovalItem, Loaded, LoadMore, useTRPC } from "@evenshare/portal";
import { TableSkeleton } from "@evenshare/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";

/** Requests page by page, newest first. */
export function ApprovalList({ show, empty }: { show: "waiting" | "settled"; empty: ReactNode }) {
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.approvals.list.infiniteQueryOptions({ show }, { getNextPageParam: ({ nextCursor }) => nextCursor }),
  );
  return (
    <Loaded
      query={query}
      what="The list of approvals"
      skeleton={<TableSkeleton label="Loading approvals" rows={4} lines={3} />}
    >
      {({ pages }) => {
        const approvals = pages.flatMap(({ items }) => items);
        if (approvals.length === 0) return empty;
        return (
          <>
            <ul className="divide-y border-y">
              {approvals.map((approval) => (
                <ApprovalItem key={approval.id} approval={approval} />
              ))}
            </ul>
            <LoadMore query={query} what="approvals" />
          </>
        );
      }}
    </Loaded>
  );
}
